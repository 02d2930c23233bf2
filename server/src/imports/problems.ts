// What is wrong with an import, by file, row, column and rule. Never a value: patient data stay out of receipts and
// logs. Neighbouring rows with the same fault become one entry, and the list is capped, the count is not.
import type { Problem } from "@afterglow/shared";

/** No one puts more than this right by hand; the rest is counted. */
export const LISTED_PROBLEMS = 1_000;

type Run = { row: number | null; lastRow: number | null; count: number };
type Group = { file: string; column: string | null; rule: string; runs: Run[]; open: boolean };

export class Problems {
  private readonly groups = new Map<string, Group>();
  private readonly unreadable = new Set<string>();
  private listed = 0;
  private total = 0;

  get count(): number {
    return this.total;
  }

  add(file: string, row: number | null, column: string | null, rule: string): void {
    this.addRun(file, row, row, column, rule, 1);
  }

  /** A fault of `count` rows from `row` to `lastRow`. */
  addRun(
    file: string,
    row: number | null,
    lastRow: number | null,
    column: string | null,
    rule: string,
    count: number,
  ): void {
    this.total += count;
    const group = this.groupOf(file, column, rule);
    const last = group.runs.at(-1);
    if (group.open && last?.lastRow != null && row !== null && row <= last.lastRow + 1) {
      last.lastRow = Math.max(last.lastRow, lastRow ?? row);
      last.count += count;
      return;
    }
    // Past the cap, a run that is not listed must not lengthen the one before it.
    group.open = this.listed < LISTED_PROBLEMS;
    if (!group.open) return;
    this.listed += 1;
    group.runs.push({ row, lastRow, count });
  }

  /** The file could not be read to its end: what refers to it cannot be judged. */
  addUnreadable(file: string, row: number | null, column: string | null, rule: string): void {
    this.unreadable.add(file);
    this.add(file, row, column, rule);
  }

  isReadable(file: string): boolean {
    return !this.unreadable.has(file);
  }

  /** File by file as they were read, then by row. */
  list(): Problem[] {
    const files = [...new Set([...this.groups.values()].map(({ file }) => file))];
    const all = [...this.groups.values()].flatMap(({ file, column, rule, runs }) =>
      runs.map((run): Problem => ({ file, ...run, column, rule })),
    );
    const place = (problem: Problem) => files.indexOf(problem.file);
    return all.sort((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0));
  }

  private groupOf(file: string, column: string | null, rule: string): Group {
    const key = JSON.stringify([file, column, rule]);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { file, column, rule, runs: [], open: false };
      // Rules and columns are ours, so there are few groups; a file's own column names are capped by the reader.
      this.groups.set(key, group);
    }
    return group;
  }
}
