// `npm run restore -- <file>`: brings a backup into a database that holds nothing yet, whole or not at all. Exit code 1 on
// any error. What is checked stands in backup/restoreBackup.
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { CannotBackUp } from "../backup/cannotBackUp";
import { restoreBackup } from "../backup/restoreBackup";
import { endProgress, showProgress } from "../backup/showProgress";
import { InvalidConfig, readConfig } from "../config";
import { connect, reach } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import { stopOnSignal } from "../stopOnSignal";

const USAGE = "Usage: npm run restore -- <file>";

async function run([file, ...more]: readonly string[]): Promise<void> {
  if (file === undefined || file.startsWith("-") || more.length > 0)
    throw new CannotBackUp(`One backup file has to be named.\n${USAGE}`);
  const config = readConfig();
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const place = await reach(config, log);
  stopOnSignal(place.stop);
  try {
    const { head, tables } = await restoreBackup(place.url, file, showProgress).finally(endProgress);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    // What this version has and the backup's had not: its migrations; and the line about this.
    const { database, close } = await connect(
      { ...config, databaseUrl: place.url, databaseReplicas: [] },
      log,
    );
    await recordWork(openAudit(database, policyOf(config.disclosureProfile)))
      .restored()
      .finally(close);
    process.stdout.write(
      `Restored the backup of ${head.at}: ${tables.length} tables, ${rows.toLocaleString("en-US")} rows.\n` +
        `Releases and the audit (${head.audit.lines} lines) are as they were.\n`,
    );
  } finally {
    await place.stop();
  }
}

function explain(error: unknown): string {
  const expected = [CannotBackUp, InvalidConfig, DatabaseUnavailable];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `The backup was not restored, for a reason that Afterglow does not know${code}.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
