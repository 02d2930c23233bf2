// What becomes of the entries that make no row of a table, counted by file and reason.
import type { LeftOut } from "@afterglow/shared";

export class Tally {
  private readonly reasons = new Map<string, LeftOut>();
  private refusals = 0;

  constructor(private readonly table: string) {}

  leaveOut(file: string, because: string, rows = 1): void {
    const key = `${file}\n${because}`;
    const before = this.reasons.get(key)?.rows ?? 0;
    this.reasons.set(key, { file, table: this.table, because, rows: before + rows });
  }

  refuse(): void {
    this.refusals += 1;
  }

  get refused(): number {
    return this.refusals;
  }

  list(): LeftOut[] {
    return [...this.reasons.values()];
  }

  get leftOut(): number {
    return this.list().reduce((sum, { rows }) => sum + rows, 0);
  }
}
