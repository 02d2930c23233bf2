// The foot of every page: what this is not, the version, and where the rules are written.
import { Link } from "react-router";

export const VERSION = "0.1";

export function Footer({ synthetic }: { synthetic: boolean }) {
  return (
    <footer className="foot">
      <span>
        <b>For research; not medical advice.</b>
        {synthetic && " Synthetic data."}
      </span>
      <span>Afterglow {VERSION}</span>
      <span className="foot-links">
        <Link to="/methods">Methods</Link>
        <Link to="/methods#disclosure">Disclosure policy</Link>
        <Link to="/data">Data</Link>
      </span>
    </footer>
  );
}
