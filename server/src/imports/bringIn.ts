// The course of every import: stage all tables, check them against each other and the database, then write, in one
// transaction. Any problem, and nothing is written.
import { noRows, type FileReceipt, type LeftOut, type Receipt } from "@afterglow/shared";
import type { PoolClient } from "pg";
import { asUnavailable, type Database } from "../database/dataSource";
import { checkStaged } from "./checkStaged";
import type { ReplacePatient } from "./checkRow";
import { claimDataset } from "./claimDataset";
import type { DatasetMetadata } from "./dataPackage";
import { mergeStaged, type Merged } from "./mergeStaged";
import { noteMerged } from "./noteMerged";
import type { Notes } from "./notes";
import type { Problems } from "./problems";
import { keepReceipt } from "./receiptsKept";
import { passingPatientKey, type PatientKey } from "./patientKey";
import { createStagedTables, stageRows, type TableSource } from "./stageRows";
import { withStagingPlace } from "./stagingTable";
import { keepSuperseded } from "./supersede";
import type { TableName } from "./tableSchemas";
import { leaveOutWithdrawn } from "./withdrawn";

export interface ImportProgress {
  readonly step: "reading" | "checking" | "writing";
  /** The file that is read; null in the later steps. */
  readonly file: string | null;
  /** The table that its rows go to; null in the later steps. */
  readonly table: TableName | null;
  /** Rows of that table so far. */
  readonly rows: number;
  /** The row of the file that was read last; 1 is the first after the header. */
  readonly fileRow: number;
}

export interface ImportOptions {
  /** Instead of the name in the package or the recipe. */
  readonly dataset?: string;
  /** Does everything, then undoes it. */
  readonly dryRun?: boolean;
  /** Replaces patients' keys by ids. A recipe that asks for it and gets none takes one that passes. */
  readonly patientKey?: PatientKey;
  readonly onProgress?: (done: ImportProgress) => void;
  /** Given, the import ends with the signal's reason and nothing is brought in. */
  readonly signal?: AbortSignal;
  /** Called when all is written and nothing committed yet; where it fails, nothing is brought in. */
  readonly beforeCommit?: (receipt: Receipt) => Promise<void>;
}

export interface Import {
  /** Name of the folder, without its path. */
  readonly folder: string;
  /** undefined: what is wrong with it is among the problems. */
  readonly metadata: DatasetMetadata | undefined;
  /** The file that holds the metadata. */
  readonly metadataFile: string;
  readonly sources: readonly TableSource[];
  /** The recipe wants patients' keys replaced. */
  readonly replacesPatients: boolean;
  readonly problems: Problems;
  readonly notes: Notes;
  leftOut(): readonly LeftOut[];
  /** What belongs to no table, counted all the same. */
  untabled?(): readonly FileReceipt[];
}

export async function bringIn(
  database: Pick<Database, "dataSource">,
  work: Import,
  options: ImportOptions,
): Promise<Receipt> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const client = (await runner.connect()) as PoolClient;
    const receipt = await withStagingPlace(client, () => within(client, work, options));
    if (receipt.written) {
      await options.beforeCommit?.(receipt);
      await runner.commitTransaction();
    } else await runner.rollbackTransaction();
    return receipt;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw asUnavailable(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function within(client: PoolClient, work: Import, options: ImportOptions): Promise<Receipt> {
  const { sources, problems, metadata } = work;
  const say = (step: ImportProgress["step"], source?: TableSource, rows = 0, fileRow = 0) => {
    options.signal?.throwIfAborted();
    const place = (fileRow > 0 ? source?.placeOf?.(fileRow) : undefined) ?? {
      file: source?.file ?? null,
      row: fileRow,
    };
    const table = source?.schema.table ?? null;
    options.onProgress?.({ step, file: place.file, table, rows, fileRow: place.row });
  };
  // Sorting a million rows in memory instead of on disk; it ends with the transaction.
  await client.query("set local work_mem = '128MB'");
  await createStagedTables(client);
  const key = keyOf(work, options);
  const judging = { ...work, replacePatient: replacing(key, metadata?.name ?? "") };
  const staged = new Map<TableName, number>();
  for (const source of sources) {
    say("reading", source);
    const rows = await stageRows(client, source, judging, (done, fileRow) =>
      say("reading", source, done, fileRow),
    );
    staged.set(source.schema.table, rows);
  }
  say("checking");
  if (problems.count === 0 && [...staged.values()].every((rows) => rows === 0)) {
    problems.add(work.metadataFile, null, null, "None of the files holds a row.");
  }
  const datasetId = metadata
    ? await claimDataset(client, metadata, key?.fingerprint ?? "", work.metadataFile, problems)
    : null;
  const withdrawn = datasetId === null ? [] : await leaveOutWithdrawn(client, datasetId, sources);
  for (const { table, rows } of withdrawn) staged.set(table, (staged.get(table) ?? 0) - rows);
  await checkStaged(client, datasetId, sources, problems);
  const accepted = datasetId !== null && problems.count === 0;
  if (accepted) say("writing");
  const merged = accepted ? await mergeStaged(client, datasetId) : null;
  if (merged) await noteMerged(client, sources, staged, merged, work.notes);
  const files = [
    ...sources.map((source) => {
      const { table } = source.schema;
      const gone = withdrawn.reduce((sum, each) => sum + (each.table === table ? each.rows : 0), 0);
      return fileReceipt(source, staged.get(table) ?? 0, gone, merged);
    }),
    ...(work.untabled?.() ?? []),
  ];
  const written = accepted && options.dryRun !== true;
  options.signal?.throwIfAborted();
  const receipt: Receipt = {
    dataset: metadata?.name ?? options.dataset ?? "",
    source: work.folder,
    files,
    leftOut: [...work.leftOut(), ...withdrawn],
    notes: work.notes.list(),
    problems: problems.list(),
    problemCount: problems.count,
    written,
    dryRun: options.dryRun === true,
  };
  if (written) await keepSuperseded(client, datasetId, await keepReceipt(client, datasetId, receipt));
  return receipt;
}

/** The key that patients' own keys are replaced with, if they are. */
export const keyOf = (work: Import, { patientKey }: ImportOptions): PatientKey | undefined =>
  patientKey ?? (work.replacesPatients ? passingPatientKey() : undefined);

/** Rows of a patient stand together in most files, so the last answer is kept. */
export function replacing(key: PatientKey | undefined, dataset: string): ReplacePatient | null {
  if (key === undefined) return null;
  let last = "";
  let id = "";
  return (patient) => {
    if (patient !== last) id = key.idOf(dataset, patient);
    last = patient;
    return id;
  };
}

function fileReceipt(
  source: TableSource,
  staged: number,
  withdrawn: number,
  merged: Readonly<Record<TableName, Merged>> | null,
): FileReceipt {
  const { table } = source.schema;
  const { leftOut: unread, refused } = source.counted();
  const leftOut = unread + withdrawn;
  const counts = { ...noRows, ...(merged?.[table] ?? { rejected: staged + refused }), leftOut };
  const unchanged = merged === null ? 0 : staged - counts.inserted - counts.superseded;
  return { file: source.file, table, rows: staged + refused + leftOut, ...counts, unchanged };
}
