// `npm run audit -- verify | list | export`: walks the chain and says whether it is whole; shows the newest lines, or
// writes all as a file to standard output. Exit code 1 where a line is broken.
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { auditFile, auditFormats } from "../audit/auditFile";
import { isAct, isDay, isOutcome, type AuditFilter } from "../audit/auditFilter";
import { linesText, verificationText } from "../audit/auditText";
import { auditedActs, auditOutcomes } from "../audit/entry";
import { newestLines } from "../audit/newestLines";
import { readLines } from "../audit/readLines";
import { verifyAudit } from "../audit/verifyAudit";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable, type Database } from "../database/dataSource";

const USAGE = `Usage: npm run audit -- verify
       npm run audit -- list [--since DAY] [--until DAY] [--who ID] [--what ACT] [--release ID] [--outcome OUTCOME] [--most N]
       npm run audit -- export [--format csv|ndjson] [the same choices] > file`;

class InvalidCommand extends Error {}

const text = { type: "string" } as const;
const options = {
  since: text,
  until: text,
  who: text,
  what: text,
  release: text,
  outcome: text,
  most: text,
  format: text,
};

function readCommand(words: readonly string[]) {
  const refuse = (rule: string) => new InvalidCommand(`${rule}\n${USAGE}`);
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    throw refuse("There is no such option, or it lacks its value.");
  }
  const { values, positionals } = parsed;
  const [act, ...more] = positionals;
  if (more.length > 0 || (act !== "verify" && act !== "list" && act !== "export"))
    throw refuse("One of verify, list and export has to be named.");
  const { since, until, who, release } = values;
  const { what = "", outcome = "", most = "50", format = "csv" } = values;
  for (const [name, day] of Object.entries({ since, until }))
    if (day !== undefined && !isDay(day)) throw refuse(`--${name}: a day, such as 2026-01-31`);
  if (what !== "" && !isAct(what)) throw refuse(`--what: one of ${auditedActs.join(", ")}`);
  if (outcome !== "" && !isOutcome(outcome)) throw refuse(`--outcome: one of ${auditOutcomes.join(", ")}`);
  if (!/^[1-9]\d{0,4}$/.test(most)) throw refuse("--most: a whole number from 1 to 99999");
  const known = auditFormats.find((each) => each === format);
  if (known === undefined) throw refuse(`--format: one of ${auditFormats.join(", ")}`);
  const filter: AuditFilter = {
    since,
    until,
    who,
    release,
    what: isAct(what) ? what : undefined,
    outcome: isOutcome(outcome) ? outcome : undefined,
  };
  return { act, filter, most: Number(most), format: known };
}

async function run(words: readonly string[]): Promise<void> {
  const { act, filter, most, format } = readCommand(words);
  const { database, close } = await connect(readConfig(), (line) => process.stderr.write(`${line}\n`));
  try {
    if (act === "verify") await verify(database);
    else if (act === "list") {
      const { lines } = await newestLines(database, filter, { most });
      process.stdout.write(linesText([...lines].reverse()));
    } else await pipeline(auditFile(readLines(database, filter), format), process.stdout, { end: false });
  } finally {
    await close();
  }
}

async function verify(database: Database): Promise<void> {
  const found = await verifyAudit(database);
  process.stdout.write(verificationText(found));
  if (found.broken !== null) process.exitCode = 1;
}

function explain(error: unknown): string {
  const expected = [InvalidCommand, InvalidConfig, DatabaseUnavailable];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `The audit could not be read, for a reason that Afterglow does not know${code}.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
