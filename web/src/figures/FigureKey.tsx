// The one key of the page: full names, n, colour and dash. Pointing at an entry brings its line forward in every figure.
import { UnstyledButton } from "@mantine/core";
import { colourOf, dashOf, type FigureKeyEntry } from "@afterglow/shared";
import { useInk } from "./useInk";

interface Props {
  readonly entries: readonly FigureKeyEntry[];
  readonly highlight: string | null;
  readonly onHighlight: (name: string | null) => void;
}

export function FigureKey({ entries, highlight, onHighlight }: Props) {
  const ink = useInk();
  if (entries.length === 0) return null;
  return (
    <ul className="keys" aria-label="Key">
      {entries.map(({ code, label, series, patients }) => (
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
    </ul>
  );
}
