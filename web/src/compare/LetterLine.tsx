// A sample of the line that a cohort's letter is drawn with.
import { colourOf, dashOf, letterMark } from "@afterglow/shared";
import { useInk } from "../figures/useInk";

export function LetterLine({ letter }: { letter: string }) {
  const ink = useInk();
  const mark = letterMark(letter);
  return (
    <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
      <line
        x1="0"
        x2="30"
        y1="4"
        y2="4"
        stroke={colourOf(ink, mark)}
        strokeWidth="2"
        strokeDasharray={dashOf(mark).join(" ")}
      />
    </svg>
  );
}
