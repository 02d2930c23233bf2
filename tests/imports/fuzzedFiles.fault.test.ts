// Files that nobody would send, and files that everybody does: whatever comes, a receipt whose rows add up or a
// refusal that names a rule; what was written is what stood in the file.
import type { Receipt } from "@afterglow/shared";
import { readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { load } from "../load";
import { faultOfReceipt, fuzzedFile, within, type FuzzedFile } from "./fuzzedFile";
import { packageFolder, removePackageFolders } from "./packageFolder";

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
    load: "Fuzzed CSV files and workbooks are imported",
    times: { short: 150, long: 10_000 },
    passes: "a receipt or a refusal each time, rows that add up, no row lost",
  },
  async ({ times }) => {
    // A dry run does everything and undoes it: each file meets the same database.
    await importPackage(
      test_.database,
      packageFolder({ "scores.csv": "patient,course,instrument,day,total\n" }),
    );
    const folder = packageFolder({ "scores.csv": undefined });
    const counts = { accepted: 0, refused: 0, whole: 0 };
    for (let seed = 1; seed <= times; seed += 1) {
      const fuzzed = fuzzedFile(seed);
      for (const file of readdirSync(folder)) if (file.startsWith("scores.")) unlinkSync(join(folder, file));
      writeFileSync(join(folder, fuzzed.file), fuzzed.bytes);
      const receipt = await within(seed, importPackage(test_.database, folder, { dryRun: true }));
      const fault = faultOf(fuzzed, receipt);
      if (fault !== null) throw new Error(`Seed ${seed}: ${fault}`);
      counts[receipt.problemCount > 0 ? "refused" : "accepted"] += 1;
      if (fuzzed.rows !== null) counts.whole += 1;
    }
    expect(counts.accepted).toBeGreaterThan(times / 5);
    expect(counts.refused).toBeGreaterThan(times / 5);
    expect(counts.whole).toBeGreaterThan(times / 5);
    return `${counts.accepted} accepted, ${counts.refused} refused; all ${counts.whole} undamaged ones whole`;
  },
);

function faultOf({ rows }: FuzzedFile, receipt: Receipt): string | null {
  const fault = faultOfReceipt(receipt);
  if (fault !== null || rows === null) return fault;
  if (receipt.problemCount > 0) return `An undamaged file is refused: ${receipt.problems[0]?.rule ?? ""}`;
  const scores = receipt.files.find(({ table }) => table === "score");
  const distinct = new Set(rows.map(([patient, , instrument, day]) => [patient, instrument, day].join()))
    .size;
  if (scores?.rows !== rows.length)
    return `${rows.length} rows were written, ${scores?.rows ?? 0} were read.`;
  return scores.inserted === distinct ? null : `${distinct} scores were written, ${scores.inserted} came in.`;
}
