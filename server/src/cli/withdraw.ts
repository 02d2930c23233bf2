// `npm run withdraw -- --dataset NAME [--course NUMBER] [--patient-key FILE]`: takes patients who have withdrawn, or that
// course of theirs alone, out of a dataset. Who they are is read from the standard input, one in a line, so that it stands
// in no list of processes and no history of commands.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { openAudit } from "../audit/openAudit";
import { recordWork } from "../audit/recordWork";
import { InvalidConfig, readConfig } from "../config";
import { connect } from "../database/connect";
import { DatabaseUnavailable } from "../database/databaseUnavailable";
import { policyOf } from "../disclosure/policy";
import { InvalidPatientKey, patientKeyFile } from "../imports/patientKey";
import { CannotWithdraw, withdraw } from "../imports/withdraw";

const USAGE =
  "Usage: npm run withdraw -- --dataset NAME [--course NUMBER] [--patient-key FILE], then one patient in a line of the standard input";

class InvalidCommand extends Error {}

interface Options {
  readonly dataset: string;
  readonly keyFile: string | undefined;
  /** Of each patient this course alone. */
  readonly course: number | undefined;
}

function readOptions(words: readonly string[]): Options {
  let given: { dataset?: string; course?: string; "patient-key"?: string };
  try {
    given = parseArgs({
      args: [...words],
      options: { dataset: { type: "string" }, course: { type: "string" }, "patient-key": { type: "string" } },
    }).values;
  } catch {
    // What was typed may be a patient.
    throw new InvalidCommand(`An option is unknown or lacks its value, or a word stands alone.\n${USAGE}`);
  }
  if (!given.dataset) throw new InvalidCommand(`--dataset has to name the dataset.\n${USAGE}`);
  const { dataset, course, "patient-key": keyFile } = given;
  if (course !== undefined && !/^[1-9]\d?$/.test(course))
    throw new InvalidCommand(`--course has to be the number of a course, from 1 to 99.\n${USAGE}`);
  return { dataset, keyFile, course: course === undefined ? undefined : Number(course) };
}

async function readPatients(): Promise<string[]> {
  if (process.stdin.isTTY) process.stderr.write("One patient in a line; end with Ctrl-D:\n");
  const patients: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") patients.push(line.trim());
  }
  if (patients.length === 0) throw new InvalidCommand(`No patient was named.\n${USAGE}`);
  return patients;
}

async function run(words: readonly string[]): Promise<void> {
  const { dataset, keyFile, course } = readOptions(words);
  const config = readConfig();
  const patients = await readPatients();
  const patientKey = keyFile === undefined ? {} : { patientKey: await patientKeyFile(keyFile) };
  const { database, close } = await connect(config, (line) => process.stderr.write(`${line}\n`));
  const { withdrawing } = recordWork(openAudit(database, policyOf(config.disclosureProfile)));
  try {
    const gone = await withdraw(database, {
      dataset,
      patients,
      ...(course === undefined ? {} : { course }),
      ...patientKey,
      beforeCommit: withdrawing,
    });
    process.stdout.write(
      `Withdrawn: patients ${gone.patients}, courses ${gone.courses}. The next release is without them; those before it stay.\n`,
    );
  } finally {
    await close();
  }
}

function explain(error: unknown): string {
  const expected = [
    InvalidCommand,
    InvalidConfig,
    InvalidPatientKey,
    DatabaseUnavailable,
    CannotWithdraw,
    AuditUnavailable,
  ];
  if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
  // A stack or an SQL message may hold a value; the code does not.
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `Withdrawing failed for a reason that Afterglow does not know${code}. Nothing was removed.`;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
