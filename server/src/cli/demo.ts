// `npm run demo -- [--patients N] [--seed S] [--dataset NAME] [--publish]`: generates a synthetic registry,
// brings it in, and publishes it where asked. Exit code 1 on any error. What the patients are like stands
// in demo.
import { parseArgs } from "node:util";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import { importDemo, type DemoOptions } from "../demo/importDemo";
import { DEFAULT_PATIENTS, DEFAULT_SEED, DEMO_DATASET } from "../demo/registryMetadata";
import { checkSize, InvalidRegistrySize } from "../demo/writeRegistry";
import { DATASET_NAME_RULE, isDatasetName } from "../imports/readDescriptor";
import { receiptText } from "../imports/receipt";
import { CannotPublish } from "../releases/publication";
import { publish } from "../releases/publish";

const USAGE = "Usage: npm run demo -- [--patients N] [--seed S] [--dataset NAME] [--publish]";

class InvalidCommand extends Error {}

interface Options extends DemoOptions {
  readonly publish: boolean;
}

function readOptions(words: readonly string[]): Options {
  const given = parse(words);
  const options = {
    patients: wholeNumber(given.patients, DEFAULT_PATIENTS),
    seed: wholeNumber(given.seed, DEFAULT_SEED),
    dataset: given.dataset ?? DEMO_DATASET,
    publish: given.publish ?? false,
  };
  checkSize(options);
  if (!isDatasetName(options.dataset)) throw new InvalidCommand(`--dataset: ${DATASET_NAME_RULE}\n${USAGE}`);
  return options;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        patients: { type: "string" },
        seed: { type: "string" },
        dataset: { type: "string" },
        publish: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    const unknown =
      error instanceof Error && "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    const problem = unknown
      ? "There is no such option."
      : "An option lacks its value, or a word stands alone.";
    throw new InvalidCommand(`${problem}\n${USAGE}`);
  }
}

/** What is not written in digits becomes NaN, which the size's own check refuses by name. */
function wholeNumber(text: string | undefined, unset: number): number {
  if (text === undefined) return unset;
  return /^\d{1,12}$/.test(text) ? Number(text) : NaN;
}

async function run(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig();
  const { database, close } = await connect(config, log);
  const work = recordWork(openAudit(database, policyOf(config.disclosureProfile)));
  try {
    log(`Generating ${options.patients} synthetic patients, seed ${options.seed}.`);
    const receipt = await importDemo(database, { ...options, beforeCommit: work.importing });
    process.stdout.write(receiptText(receipt));
    if (!receipt.written) {
      process.exitCode = 1;
    } else if (options.publish) {
      const note = `Synthetic: ${options.patients} patients, seed ${options.seed}`;
      const { id } = await publish(database, {
        dataset: options.dataset,
        note,
        beforeCommit: work.publishing,
      });
      process.stdout.write(`Published ${id}.\n`);
    }
  } finally {
    await close();
  }
}

function explain(error: unknown): string {
  const expected = [
    InvalidCommand,
    InvalidConfig,
    InvalidRegistrySize,
    DatabaseUnavailable,
    CannotPublish,
    AuditUnavailable,
  ];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `The synthetic registry was not made, for a reason that Afterglow does not know${code}.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
