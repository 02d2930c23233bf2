// What every page has: the bar, the synthetic banner, the page itself, the foot.
import { useEffect, type ReactNode } from "react";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { SyntheticBanner } from "./SyntheticBanner";

interface Props {
  readonly title: string;
  readonly synthetic: boolean;
  /** Beside the page from 1280 px. */
  readonly panel?: ReactNode;
  readonly panelLabel?: string;
  readonly children: ReactNode;
}

export function Shell({ title, synthetic, panel, panelLabel, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Afterglow`;
  }, [title]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Header />
      {synthetic && <SyntheticBanner />}
      <div className={panel === undefined ? "shell shell-plain" : "shell"}>
        {panel !== undefined && (
          <aside className="panel" aria-label={panelLabel}>
            {panel}
          </aside>
        )}
        <main className="main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer synthetic={synthetic} />
    </>
  );
}
