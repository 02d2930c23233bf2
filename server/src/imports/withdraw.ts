// Withdrawal of consent: all rows of these patients, or of one course of each, leave the source tables, in one
// transaction, and a mark stays by which no import brings them back. Releases that were published stay as they are, as the figures that were taken from them do.
import type { PoolClient } from "pg";
import { asUnavailable, type Database } from "../database/dataSource";
import { PUBLISH_LOCK } from "../database/publishLock";
import type { PatientKey } from "./patientKey";
import { withdrawnHash } from "./withdrawn";

/** Nothing was removed. The message is for whoever typed the command; it names no patient. */
export class CannotWithdraw extends Error {
  override readonly name = "CannotWithdraw";
}

export interface Withdrawal {
  readonly dataset: string;
  /** As the dataset has them; with a patient key, as the source has them. */
  readonly patients: readonly string[];
  /** The number of the one course that each of them takes back; all courses where it is not given. */
  readonly course?: number;
  readonly patientKey?: PatientKey;
  /** Called when all is removed and nothing committed yet; where it fails, nothing is removed. */
  readonly beforeCommit?: (dataset: string, course?: number) => Promise<void>;
}

export interface Withdrawn {
  readonly patients: number;
  readonly courses: number;
}

/** Those that refer to others first. */
const tables = ["superseded", "side_effect", "score", "session", "course"] as const;

export async function withdraw(
  database: Pick<Database, "dataSource">,
  { dataset, patients, course, patientKey, beforeCommit }: Withdrawal,
): Promise<Withdrawn> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const client = (await runner.connect()) as PoolClient;
    const datasetId = await claim(client, dataset, patientKey);
    const ids = [...new Set(patients.map((patient) => patientKey?.idOf(dataset, patient) ?? patient))];
    await mustKnowAll(client, datasetId, ids, course);
    let courses = 0;
    for (const table of tables) {
      const { rowCount } = await client.query(
        `delete from ${table} where dataset_id = $1 and patient = any($2) and course = coalesce($3, course)`,
        [datasetId, ids, course],
      );
      if (table === "course") courses = rowCount ?? 0;
    }
    await client.query(
      `insert into withdrawn (dataset_id, patient_hash)
       select $1::int, ${withdrawnHash("$2::text", "patient", course === undefined ? course : "$4::text")}
       from unnest($3::text[]) patient`,
      [datasetId, dataset, ids, ...(course === undefined ? [] : [String(course)])],
    );
    await beforeCommit?.(dataset, course);
    await runner.commitTransaction();
    return { patients: ids.length, courses };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw asUnavailable(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Held until the transaction ends: an import under way would bring back what is removed here. */
async function claim(client: PoolClient, dataset: string, key: PatientKey | undefined): Promise<number> {
  // A release under way may hold them: it has to be out before they are gone, so that the next one is without them.
  await client.query("select pg_advisory_xact_lock($1, id) from dataset where name = $2", [
    PUBLISH_LOCK,
    dataset,
  ]);
  const { rows } = await client.query<{ id: number; patient_key: string }>(
    "select id, patient_key from dataset where name = $1 for no key update",
    [dataset],
  );
  const [found] = rows;
  if (found === undefined) throw new CannotWithdraw("There is no dataset of this name.");
  if (key !== undefined && key.fingerprint !== found.patient_key)
    throw new CannotWithdraw("The dataset's patients were not replaced with this key.");
  return found.id;
}

async function mustKnowAll(
  client: PoolClient,
  datasetId: number,
  ids: readonly string[],
  course: number | undefined,
): Promise<void> {
  const { rows } = await client.query<{ place: string }>(
    `select place from unnest($2::text[]) with ordinality as asked (patient, place)
     left join (
       select distinct patient from course
       where dataset_id = $1 and patient = any($2) and course = coalesce($3, course)
     ) known using (patient)
     where known.patient is null order by place limit 1`,
    [datasetId, ids, course],
  );
  const [first] = rows;
  if (first === undefined) return;
  throw new CannotWithdraw(
    `Line ${first.place}: the dataset holds no ${course === undefined ? "course" : "such course"} of this patient. Nothing was removed. Was it brought in with a patient key, or has the patient withdrawn before?`,
  );
}
