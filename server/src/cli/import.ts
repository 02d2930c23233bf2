// `npm run import -- <folder or FHIR file> [--dataset NAME] [--recipe FILE] [--patient-key FILE] [--dry-run]
// [--publish]`: brings a data package, a FHIR export, an OMOP extract, or any
// folder through a recipe, into a dataset and prints the receipt. Exit code 1 and nothing written if a row is wrong.
import { parseArgs } from "node:util";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import type { ImportProgress } from "../imports/bringIn";
import { importFolder } from "../imports/importFolder";
import { InvalidImport } from "../imports/importPackage";
import { InvalidPatientKey, patientKeyFile } from "../imports/patientKey";
import { receiptText } from "../imports/receipt";
import { CannotPublish } from "../releases/publication";
import { publish } from "../releases/publish";
import { stopOnSignal } from "../stopOnSignal";

const USAGE =
  "Usage: npm run import -- <folder> [--dataset NAME] [--recipe FILE] [--patient-key FILE] [--dry-run] [--publish]";

class InvalidCommand extends Error {}

interface Command {
  readonly folder: string;
  readonly dataset: string | undefined;
  readonly recipe: string | undefined;
  readonly patientKey: string | undefined;
  readonly dryRun: boolean;
  readonly publish: boolean;
}

function readCommand(words: readonly string[]): Command {
  const refuse = (rule: string) => new InvalidCommand(`${rule}\n${USAGE}`);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        dataset: { type: "string" },
        recipe: { type: "string" },
        "patient-key": { type: "string" },
        "dry-run": { type: "boolean", default: false },
        publish: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const unknown =
      error instanceof Error && "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    throw refuse(
      unknown ? "There is no such option." : "An option lacks its value, or has one that it does not take.",
    );
  }
  const { values, positionals } = parsed;
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw refuse("One folder has to be named.");
  if (values["dry-run"] && values.publish)
    throw refuse("--dry-run writes nothing, so there is nothing to --publish.");
  const { dataset, recipe, "patient-key": patientKey } = values;
  return { folder, dataset, recipe, patientKey, dryRun: values["dry-run"], publish: values.publish };
}

/** One line that is written over, and only where someone watches. */
function showProgress({ step, file, rows }: ImportProgress): void {
  if (!process.stderr.isTTY) return;
  const line =
    step === "reading" ? `Reading ${file ?? ""}: ${rows.toLocaleString("en-US")} rows` : `${step} …`;
  process.stderr.write(`\r\u001b[2K${line}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
}

async function run(words: readonly string[]): Promise<void> {
  const { folder, dataset, recipe, patientKey: keyFile, dryRun, publish: publishAfter } = readCommand(words);
  const patientKey = keyFile === undefined ? undefined : await patientKeyFile(keyFile);
  const config = readConfig();
  const { database, close } = await connect(config, (line) => process.stderr.write(`${line}\n`));
  const work = recordWork(openAudit(database, policyOf(config.disclosureProfile)));
  stopOnSignal(close);
  try {
    const receipt = await importFolder(database, folder, {
      dataset,
      recipe,
      dryRun,
      patientKey,
      onProgress: showProgress,
      beforeCommit: work.importing,
    }).finally(endProgress);
    process.stdout.write(receiptText(receipt));
    if (receipt.problemCount > 0) {
      process.exitCode = 1;
      if (!dryRun) await work.importRefused();
    } else if (publishAfter) {
      const { id } = await publish(database, { dataset: receipt.dataset, beforeCommit: work.publishing });
      process.stdout.write(`\nPublished ${id}.\n`);
    }
  } finally {
    await close();
  }
}

function explain(error: unknown): string {
  if (error instanceof CannotPublish) return `The rows were brought in, and not published: ${error.message}`;
  const expected = [
    InvalidCommand,
    InvalidConfig,
    InvalidImport,
    InvalidPatientKey,
    DatabaseUnavailable,
    AuditUnavailable,
  ];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  // A stack or an SQL message may hold a value; the code does not.
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `The import failed for a reason that Afterglow does not know${code}. Nothing was written.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
