// What a server that was killed has left on the disk.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweepUploads } from "../../server/src/steward/sweepUploads";

test("what a killed server left is removed at the next start, and nothing else", async () => {
  // No process has this number: it is over the highest there is.
  const left = join(tmpdir(), "afterglow-uploads-99999999-abcdef");
  const alive = join(tmpdir(), `afterglow-uploads-${process.ppid}-abcdef`);
  const foreign = mkdtempSync(join(tmpdir(), "afterglow-uploads-not-a-number-"));
  for (const folder of [left, alive]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(left, "courses.csv"), "patient");
  await sweepUploads();
  expect([left, alive, foreign].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  for (const folder of [alive, foreign]) rmSync(folder, { recursive: true });
});
