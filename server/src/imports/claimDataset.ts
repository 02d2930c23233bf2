// The dataset's row: made if it is new, held until the transaction ends, so that two imports into one dataset follow
// each other. Metadata that contradict those of an earlier import are a problem, never an update.
import type { PoolClient } from "pg";
import { isCitus } from "../database/citus/isCitus";
import { PUBLISH_LOCK } from "../database/publishLock";
import type { DatasetMetadata } from "./dataPackage";
import type { Problems } from "./problems";

type Row = {
  id: number;
  title: string;
  kind: string;
  licence: string;
  citation: string;
  source_note: string;
  patient_key: string;
};

export async function claimDataset(
  client: PoolClient,
  metadata: DatasetMetadata,
  /** Of the key that replaced patients' ids; "" = the ids are as they were sent. */
  patientKey: string,
  file: string,
  problems: Problems,
): Promise<number> {
  const { name, title, kind, licence, citation, sourceNote } = metadata;
  await client.query(
    `insert into dataset (name, title, kind, licence, citation, source_note, patient_key) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (name) do nothing`,
    [name, title, kind, licence, citation, sourceNote, patientKey],
  );
  // A Citus has no snapshot of all its nodes: what is published is not brought in meanwhile, nor the other way about.
  if (await isCitus((sql) => client.query(sql).then(({ rows }) => rows as unknown[])))
    await client.query("select pg_advisory_xact_lock($1, id) from dataset where name = $2", [
      PUBLISH_LOCK,
      name,
    ]);
  // No key is changed: whoever refers to the dataset (a release being published) is not kept waiting.
  const found = await client.query<Row>("select * from dataset where name = $1 for no key update", [name]);
  const row = found.rows[0];
  if (row === undefined) throw new Error("The dataset was removed while it was imported.");
  const facts = { title, kind, licence, citation, "source note": sourceNote };
  const before = { ...row, "source note": row.source_note };
  for (const fact of Object.keys(facts) as (keyof typeof facts)[]) {
    if (facts[fact] !== before[fact]) {
      problems.add(file, null, fact, "Differs from the dataset that was imported under this name before.");
    }
  }
  // With another key the same patients would come in once more, as others.
  if (row.patient_key !== patientKey)
    problems.add(file, null, "patient", keyRule(row.patient_key, patientKey));
  return row.id;
}

function keyRule(before: string, now: string): string {
  if (before === "") return "The dataset's patients were sent with their ids; now they would be replaced.";
  return now === ""
    ? "The dataset's patients have replaced ids. Name the file of their key with --patient-key."
    : "The dataset's patients were replaced with another key, or with one that was not kept.";
}
