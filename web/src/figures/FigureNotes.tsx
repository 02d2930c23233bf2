// The notes under a figure, run in: Method, n, Missing, Seen at, Ascertained, Hidden.
import type { Figure } from "@afterglow/shared";
import { HiddenMark } from "../shell/HiddenMark";

export function FigureNotes({ notes }: Pick<Figure, "notes">) {
  if (notes.length === 0) return null;
  return (
    <div className="notes">
      {notes.map(({ name, text }) => (
        <p key={name}>
          <b>{name}</b> {name === "Hidden" && <HiddenMark />} {text}
        </p>
      ))}
    </div>
  );
}
