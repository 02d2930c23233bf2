// `npm run publish -- --dataset NAME [--note TEXT]`: a new release of a dataset. Exit code 1 and nothing published
// on any error. What publishing does stands in releases/publish.
import { parseArgs } from "node:util";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import { CannotPublish } from "../releases/publication";
import { publish, type PublishOptions } from "../releases/publish";

const USAGE = "Usage: npm run publish -- --dataset NAME [--note TEXT]";

class InvalidCommand extends Error {}

function readOptions(words: readonly string[]): PublishOptions {
  let given: { dataset?: string; note?: string };
  try {
    given = parseArgs({
      args: [...words],
      options: { dataset: { type: "string" }, note: { type: "string" } },
    }).values;
  } catch (error) {
    const unknown =
      error instanceof Error && "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    throw new InvalidCommand(
      `${unknown ? "There is no such option." : "An option lacks its value, or a word stands alone."}\n${USAGE}`,
    );
  }
  if (!given.dataset) throw new InvalidCommand(`--dataset has to name the dataset to publish.\n${USAGE}`);
  return { dataset: given.dataset, ...(given.note === undefined ? {} : { note: given.note }) };
}

async function run(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig();
  const connection = await connect(config, log);
  const { database } = connection;
  const work = recordWork(openAudit(database, policyOf(config.disclosureProfile)));
  try {
    const { id } = await publish(database, { ...options, beforeCommit: work.publishing });
    process.stdout.write(`Published ${id}.\n`);
  } finally {
    await connection.close();
  }
}

function explain(error: unknown): string {
  const expected = [InvalidCommand, InvalidConfig, DatabaseUnavailable, CannotPublish, AuditUnavailable];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  // A stack or an SQL message may hold a value; the code does not.
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `Publishing failed for a reason that Afterglow does not know${code}. Nothing was published.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
