// What an import did to be able to read a file, which someone should know: what was detected, converted, merged.
// Nothing is wrong with these. Counted by file, column and wording; never a value.
import type { Note } from "@afterglow/shared";

export class Notes {
  private readonly found = new Map<string, Map<string, Note>>();

  /** Adds to what was noted in the same words. */
  add(file: string, column: string | null, what: string, count: number | null = 1): void {
    const place = `${file}\n${column ?? ""}`;
    const notes = this.found.get(place) ?? new Map<string, Note>();
    const before = notes.get(what)?.count ?? 0;
    notes.set(what, { file, column, what, count: count === null ? null : before + count });
    this.found.set(place, notes);
  }

  list(): Note[] {
    return [...this.found.values()].flatMap((notes) => [...notes.values()]);
  }
}
