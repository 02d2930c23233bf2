// Says on every page that the patients do not exist, where that is so. It cannot be closed.
export function SyntheticBanner() {
  return (
    <aside className="banner" aria-label="About the data">
      <b>Synthetic data</b>
      <span>
        These patients do not exist. The figures show how the tool works, not what the treatments do.
      </span>
    </aside>
  );
}
