// The tallies once more, naively: loops over the same rows in TypeScript, one condition after the other.
import { dimensions, instruments, type Cohort, type DimensionName, type Outcome } from "@afterglow/shared";
import { snake, type Row } from "./analysisRows";

export function passes(row: Row, cohort: Cohort, except?: DimensionName): boolean {
  for (const dimension of dimensions) {
    if (dimension.name === except) continue;
    const codes: readonly string[] | undefined = cohort[dimension.name];
    if (codes === undefined || codes.length === 0) continue;
    const allowed = codes.map((code) => {
      if (code === "UNKNOWN") return 0;
      const categories: readonly { code: string; number: number }[] | null = dimension.categories;
      return categories === null ? Number(code) : categories.find((each) => each.code === code)?.number;
    });
    if (!allowed.includes(Number(row[snake(dimension.name)]))) return false;
  }
  return true;
}

/** Rows that an outcome reads. */
export function isMeant(row: Row, { measure, response }: Outcome): boolean {
  const instrument = instruments.find(({ number }) => number === row["instrument"]);
  if (instrument === undefined) throw new Error("The rows hold another instrument");
  const rule = response === "HALF" && (instrument.code === "PCL5" || instrument.code === "WHO5") ? 1 : 0;
  if (row["rule"] !== rule) return false;
  return measure === "OWN" ? row["own"] === true : instrument.code === measure;
}

export const groupOf = (row: Row, by: DimensionName | null): number =>
  by === null ? 0 : Number(row[snake(by)]);

/** Groups in the order of their numbers, each with its rows. */
export function grouped<R extends Row>(rows: readonly R[], by: DimensionName | null): [number, R[]][] {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const group = groupOf(row, by);
    const found = groups.get(group);
    if (found === undefined) groups.set(group, [row]);
    else found.push(row);
  }
  return [...groups.entries()].sort(([one], [other]) => one - other);
}

export const numbersOf = (rows: readonly Row[], value: (row: Row) => number | null): number[] =>
  rows.flatMap((row) => value(row) ?? []);

export function momentsOf(values: readonly number[]) {
  return {
    n: values.length,
    sum: values.reduce((total, value) => total + value, 0),
    sumOfSquares: values.reduce((total, value) => total + value * value, 0),
  };
}

export const valueOf = (row: Row, column: string): number | null => (row[column] ?? null) as number | null;

/** Counts by key, in the order of the keys' parts. */
export function countBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => readonly number[],
): { key: number[]; rows: T[] }[] {
  const found = new Map<string, { key: number[]; rows: T[] }>();
  for (const row of rows) {
    const key = [...keyOf(row)];
    const entry = found.get(key.join()) ?? { key, rows: [] };
    entry.rows.push(row);
    found.set(key.join(), entry);
  }
  return [...found.values()].sort((one, other) => {
    const at = one.key.findIndex((part, index) => part !== other.key[index]);
    return at < 0 ? 0 : (one.key[at] ?? 0) - (other.key[at] ?? 0);
  });
}
