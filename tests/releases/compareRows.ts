// Two sets of rows have to be the same, row by row; the failure shows the one row that differs.
import { isDeepStrictEqual } from "node:util";
import type { Row } from "./publishedRelease";

export function compareRows(published: Row[], expected: Row[], key: string[]): void {
  const byKey = (rows: Row[]) =>
    new Map(rows.map((row) => [key.map((column) => row[column]).join("|"), row]));
  const left = byKey(published);
  const right = byKey(expected);
  expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
  for (const [name, row] of right) {
    if (!isDeepStrictEqual(left.get(name), row))
      expect({ name, ...left.get(name) }).toEqual({ name, ...row });
  }
}
