// What "refused" means for a package: the problems at their places, nothing written, and never a value in what is said.
import type { TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { packageFolder, validFiles } from "./packageFolder";

/** Stands for a patient's data wherever a case has a wrong text. */
export const CANARY = "canary77";

export type Place = [file: string, row: number | null, column: string | null, rule: RegExp];
export type Case = [what: string, files: Record<string, string | Buffer | undefined>, ...places: Place[]];

export const changed = (file: string, from: string, to: string): Record<string, string> => {
  const text = validFiles[file] ?? "";
  if (!text.includes(from)) throw new Error(`The valid file ${file} does not hold this text.`);
  return { [file]: text.replace(from, to) };
};

export async function expectRefused({ database }: TestDatabase, [, files, ...places]: Case): Promise<void> {
  const folder = packageFolder(files);
  const receipt = await importPackage(database, folder);
  expect(receipt.written).toBe(false);
  const found = receipt.problems.map(({ file, row, column }) => [file, row, column]);
  const expected = places.map(([file, row, column]) => [file, row, column]);
  expect(found.map(String).sort()).toEqual(expected.map(String).sort());
  for (const [file, row, column, rule] of places) {
    const rules = receipt.problems.filter((p) => p.file === file && p.row === row && p.column === column);
    expect(rules.map((problem) => problem.rule).join()).toMatch(rule);
  }
  expect(JSON.stringify(receipt) + receiptText(receipt)).not.toMatch(/canary/i);
  for (const file of receipt.files)
    expect(file).toMatchObject({ inserted: 0, unchanged: 0, rejected: file.rows });
  const written = await database.query(
    "select id from dataset union all select course from course union all select id from import_receipt",
  );
  expect(written).toEqual([]);
}
