// The one key of the page: full names, n, colour and dash. Pointing at an entry brings its line forward in every figure.
import { UnstyledButton } from "@mantine/core";
import { colourOf, dashOf, type FigureKeyEntry } from "@afterglow/shared";
import { HiddenMark } from "../shell/HiddenMark";
import { useInk } from "./useInk";

interface Props {
  readonly entries: readonly FigureKeyEntry[];
  readonly highlight: string | null;
  readonly onHighlight: (name: string | null) => void;
}

export function FigureKey({ entries, highlight, onHighlight }: Props) {
  const ink = useInk();
  if (entries.length === 0) return null;
  const shown = entries.filter(isShown);
  const hidden = entries.filter((entry) => !isShown(entry));
  return (
    <ul className="keys" aria-label="Key">
      {shown.map(({ code, label, series, patients }) => (
        <li key={code}>
          <UnstyledButton
            className="key"
            aria-pressed={highlight === label}
            onMouseEnter={() => onHighlight(label)}
            onMouseLeave={() => onHighlight(null)}
            onFocus={() => onHighlight(label)}
            onBlur={() => onHighlight(null)}
          >
            <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
              <line
                x1="0"
                x2="28"
                y1="4"
                y2="4"
                stroke={colourOf(ink, series)}
                strokeWidth="2"
                strokeDasharray={dashOf(series).join(" ")}
              />
            </svg>
            {label} <span className="key-count">{patients}</span>
          </UnstyledButton>
        </li>
      ))}
      {hidden.length > 0 && (
        <li className="key">
          <HiddenMark width={28} height={8} />
          <span title={hidden.map(({ label }) => label).join(", ")}>{hiddenWords(hidden)}</span>
          <span className="key-count">hidden</span>
        </li>
      )}
    </ul>
  );
}

/** A number of patients, rather than what stands for a hidden one. */
const isShown = ({ patients }: FigureKeyEntry): boolean => /^\d/.test(patients);

/** Nothing of them is drawn, so they are not to fill the key. */
function hiddenWords(entries: readonly FigureKeyEntry[]): string {
  if (entries.length > 2) return `${entries.length} more groups`;
  return entries.map(({ label }) => label).join(", ");
}
