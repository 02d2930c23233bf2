// OMOP extracts that nobody would send, and some that everybody does: whatever comes, a receipt whose rows add up or a
// refusal that names a rule; what was written is what stood in the files.
import type { Receipt } from "@afterglow/shared";
import { readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importFolder } from "../../server/src/imports/importFolder";
import { load } from "../load";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { faultOfReceipt, within } from "./fuzzedFile";
import { fuzzedOmop, type FuzzedOmop } from "./fuzzedOmop";
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
    load: "Fuzzed OMOP extracts are imported",
    times: { short: 60, long: 10_000 },
    passes: "a receipt or a refusal each time, rows that add up, no row lost",
  },
  async ({ times }) => {
    const none = Object.fromEntries(Object.keys(validFiles).map((file) => [file, undefined]));
    const folder = packageFolder({ ...none, "datapackage.json": validFiles["datapackage.json"] });
    const counts = { accepted: 0, refused: 0, whole: 0 };
    for (let seed = 1; seed <= times; seed += 1) {
      const fuzzed = fuzzedOmop(seed);
      for (const file of readdirSync(folder)) if (file !== "datapackage.json") unlinkSync(join(folder, file));
      for (const [file, bytes] of fuzzed.files) writeFileSync(join(folder, file), bytes);
      const receipt = await within(seed, importFolder(test_.database, folder, { dryRun: true }));
      const fault = faultOf(fuzzed, receipt);
      if (fault !== null) throw new Error(`Seed ${seed}: ${fault}`);
      counts[receipt.problemCount > 0 ? "refused" : "accepted"] += 1;
      if (fuzzed.counts !== null) counts.whole += 1;
    }
    expect(counts.accepted).toBeGreaterThan(times / 5);
    expect(counts.refused).toBeGreaterThan(times / 5);
    expect(counts.whole).toBeGreaterThan(times / 5);
    return `${counts.accepted} accepted, ${counts.refused} refused; all ${counts.whole} undamaged ones whole`;
  },
);

function faultOf({ counts, rows: written }: FuzzedOmop, receipt: Receipt): string | null {
  const fault = faultOfReceipt(receipt);
  if (fault !== null || counts === null) return fault;
  if (receipt.problemCount > 0) return `An undamaged extract is refused: ${receipt.problems[0]?.rule ?? ""}`;
  const rows = receipt.files.reduce((sum, one) => sum + one.rows, 0);
  if (rows !== written) return `${written} rows, and ${rows} accounted for.`;
  for (const [table, count] of Object.entries(counts)) {
    const inserted = receipt.files.find((one) => one.table === table)?.inserted;
    if (inserted !== count) return `${count} rows of ${table} were written, ${inserted ?? 0} came in.`;
  }
  return null;
}
