// A sign-in that ended in the middle of work: to the sign-in page, and from there back to this very address. What the
// address does not hold (the pins that Data and Methods carry along) is kept by the browser's tab meanwhile.
const KEPT = "afterglow-state";

interface Kept {
  readonly at: string;
  readonly state: unknown;
}

const here = (): string => window.location.pathname + window.location.search + window.location.hash;

export function signInAgain(): void {
  if (window.location.pathname === "/sign-in") return;
  const kept: Kept = { at: here(), state: window.history.state };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  window.location.assign(`/sign-in?${new URLSearchParams({ because: "expired", to: here() }).toString()}`);
}

/** Once, at the start of the pages. */
export function restoreState(): void {
  const text = sessionStorage.getItem(KEPT);
  if (text === null || window.location.pathname === "/sign-in") return;
  sessionStorage.removeItem(KEPT);
  const { at, state } = JSON.parse(text) as Kept;
  if (at === here()) window.history.replaceState(state, "");
}
