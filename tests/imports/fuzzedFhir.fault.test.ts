// FHIR exports that nobody would send, and some that everybody does: whatever comes, a receipt whose rows add up or a
// refusal that names a rule; what was written is what stood in the file.
import type { Receipt } from "@afterglow/shared";
import { readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { load } from "../load";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { fuzzedFhir, type FuzzedFhir } from "./fuzzedFhir";
import { faultOfReceipt, within } from "./fuzzedFile";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(async () => {
  removePackageFolders();
  await test_.drop();
});

load(
  {
    load: "Fuzzed FHIR exports are imported",
    times: { short: 60, long: 10_000 },
    passes: "a receipt or a refusal each time, rows that add up, no resource lost",
  },
  async ({ times }) => {
    const none = Object.fromEntries(Object.keys(validFiles).map((file) => [file, undefined]));
    const folder = packageFolder({ ...none, "datapackage.json": validFiles["datapackage.json"] });
    const counts = { accepted: 0, refused: 0, whole: 0 };
    for (let seed = 1; seed <= times; seed += 1) {
      const fuzzed = fuzzedFhir(seed);
      for (const file of readdirSync(folder)) if (file !== "datapackage.json") unlinkSync(join(folder, file));
      writeFileSync(join(folder, fuzzed.file), fuzzed.bytes);
      const path = join(folder, fuzzed.file);
      const receipt = await within(seed, importFolder(test_.database, path, { dryRun: true })).catch(
        (error: unknown) => {
          // A damaged Bundle may no longer be known for FHIR.
          if (fuzzed.counts === null && error instanceof Error && /A folder is expected/.test(error.message))
            return null;
          throw error;
        },
      );
      const fault = receipt === null ? null : faultOf(fuzzed, receipt);
      if (fault !== null) throw new Error(`Seed ${seed}: ${fault}`);
      counts[receipt === null || receipt.problemCount > 0 ? "refused" : "accepted"] += 1;
      if (fuzzed.counts !== null) counts.whole += 1;
    }
    expect(counts.accepted).toBeGreaterThan(times / 5);
    expect(counts.refused).toBeGreaterThan(times / 5);
    expect(counts.whole).toBeGreaterThan(times / 5);
    return `${counts.accepted} accepted, ${counts.refused} refused; all ${counts.whole} undamaged ones whole`;
  },
);

function faultOf({ counts, resources, file, bytes }: FuzzedFhir, receipt: Receipt): string | null {
  const fault = faultOfReceipt(receipt);
  if (fault !== null) return fault;
  const isRefused = receipt.problemCount > 0;
  const rows = receipt.files.reduce((sum, one) => sum + one.rows, 0);
  const lines = bytes
    .toString("utf8")
    .replace("\uFEFF", "")
    .split("\n")
    .filter((line) => line.trim() !== "").length;
  if (!isRefused && file === "export.ndjson" && rows < lines)
    return `${lines} lines, and ${rows} accounted for.`;
  if (counts === null) return null;
  if (isRefused) return `An undamaged file is refused: ${receipt.problems[0]?.rule ?? ""}`;
  if (rows !== resources) return `${resources} resources, and ${rows} accounted for.`;
  for (const [table, count] of Object.entries(counts)) {
    const inserted = receipt.files.find((one) => one.table === table)?.inserted;
    if (inserted !== count) return `${count} rows of ${table} were written, ${inserted ?? 0} came in.`;
  }
  return null;
}
