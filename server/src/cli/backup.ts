// `npm run backup -- <file or folder>`: writes all that the database holds into one file; in a folder, under a name with
// the time. Exit code 1 and no file on any error. What a backup holds stands in backup.
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { CannotBackUp } from "../backup/cannotBackUp";
import { showProgress, endProgress } from "../backup/showProgress";
import { writeBackup } from "../backup/writeBackup";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import { stopOnSignal } from "../stopOnSignal";

const USAGE = "Usage: npm run backup -- <file or folder>";

async function run([place, ...more]: readonly string[]): Promise<void> {
  if (place === undefined || place.startsWith("-") || more.length > 0)
    throw new CannotBackUp(`One file or folder has to be named.\n${USAGE}`);
  const file = await fileFor(place);
  const config = readConfig();
  const { database, close } = await connect(config, (line) => process.stderr.write(`${line}\n`));
  stopOnSignal(close);
  try {
    await recordWork(openAudit(database, policyOf(config.disclosureProfile))).backingUp();
    const { tables } = await writeBackup(database, file, showProgress).finally(endProgress);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Backed up ${tables.length} tables, ${rows.toLocaleString("en-US")} rows.\n${file}\n`,
    );
  } finally {
    await close();
  }
}

async function fileFor(place: string): Promise<string> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  return resolve(isFolder ? join(place, `afterglow-${time}Z.backup`) : place);
}

const ofTheDisk: Readonly<Record<string, string>> = {
  ENOENT: "The folder for the backup does not exist.",
  EACCES: "The backup may not be written there.",
  EPERM: "The backup may not be written there.",
  EROFS: "The backup may not be written there.",
  ENOSPC: "There is no space left for the backup.",
};

function explain(error: unknown): string {
  const expected = [CannotBackUp, InvalidConfig, DatabaseUnavailable, AuditUnavailable];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ofTheDisk[code] ?? `The backup was not made, for a reason that Afterglow does not know (${code}).`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
