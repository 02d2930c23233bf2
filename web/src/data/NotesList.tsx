// How files were read, where someone should know: what was detected, converted, merged.
import type { Note } from "@afterglow/shared";
import { numberText } from "./numberText";

export function NotesList({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <details className="how-read">
      <summary>
        How it was read: {notes.length} {notes.length === 1 ? "note" : "notes"}
      </summary>
      <ul>
        {notes.map(({ file, column, what, count }, at) => (
          <li key={at}>
            <b>{column === null ? file : `${file}, ${column}`}</b>: {what}
            {count !== null && ` (${numberText(count)})`}
          </li>
        ))}
      </ul>
    </details>
  );
}
