// Publishing: freezes a dataset's source rows as a new numbered release. One transaction over one snapshot, so that
// a release is there whole or not at all and an import meanwhile is in it whole or not at all. Older releases are
// never touched. The rules of the endpoints stand in the steps.
import { instrumentByNumber } from "@afterglow/shared";
import { isCitus } from "../database/citus/isCitus";
import { PUBLISH_LOCK } from "../database/publishLock";
import { asUnavailable, type Database } from "../database/dataSource";
import { dimensionColumns } from "./analysisColumns";
import { bringHome } from "./bringHome";
import { checkCodes } from "./checkCodes";
import { checksumOf } from "./checksum";
import { deriveCohort } from "./deriveCohort";
import { deriveCourses } from "./deriveCourses";
import { deriveSessions } from "./deriveSessions";
import { deriveSideEffects } from "./deriveSideEffects";
import { ENDPOINT_DEFINITIONS } from "./endpointDefinitions";
import { numberClinics } from "./numberClinics";
import { CannotPublish, type Ask, type Publication } from "./publication";
import { withWorkTables } from "../database/workTable";
import { writeBitmaps } from "./writeBitmaps";
import { writeChanges } from "./writeChanges";
import { writeCourses } from "./writeCourses";
import { writeMeasures } from "./writeMeasures";
import { writeSessionProfiles } from "./writeSessionProfiles";
import { writeSideEffects } from "./writeSideEffects";

export interface PublishOptions {
  /** Name of the dataset. */
  readonly dataset: string;
  /** What the publisher says of the release. */
  readonly note?: string;
  /** Called when the release is written and not committed yet; where it fails, nothing is published. */
  readonly beforeCommit?: (id: string) => Promise<void>;
}

export interface PublishedRelease {
  /** As in addresses: `demo.1`. */
  readonly id: string;
  readonly number: number;
}

// Statistics for the planner, of the columns by which rows are found, joined and grouped, and no others: the wide rows
// would take longer to count than to write.
const countSource = `analyze course (dataset_id, patient), session (dataset_id, patient), score (dataset_id, patient, instrument),
  side_effect (dataset_id, patient, term)`;
const placed = `dataset_id, release_id, course, ${dimensionColumns.join(", ")}`;
const countAnalysis = `analyze analysis_course (${placed}), analysis_course_side_effect (term, ${placed}),
  analysis_session_profile (${placed}), analysis_measure (instrument, rule, own, ${placed})`;

// The coordinator of a Citus sees a commit a moment before its workers do: nobody may ask of the release meanwhile. Where
// the moment was cut off, the next publishing of the dataset shows both.
const hide = "update release set everywhere = false where dataset_id = $1 and number = $2";
const showAll = "update release set everywhere = true where dataset_id = $1 and not everywhere";

export async function publish(
  database: Pick<Database, "dataSource">,
  { dataset, note = "", beforeCommit }: PublishOptions,
): Promise<PublishedRelease> {
  const runner = database.dataSource.createQueryRunner();
  const ask: Ask = (sql, values = []) => runner.query(sql, [...values]);
  try {
    await runner.connect();
    const datasetId = await findDataset(ask, dataset);
    const onCitus = await isCitus(ask);
    // Taken before the transaction: its snapshot has to be younger than the release that we may be waiting for.
    await ask("select pg_advisory_lock($1, $2)", [PUBLISH_LOCK, datasetId]);
    try {
      // An import just before has left the planner without a count of the rows.
      await ask(countSource);
      await runner.startTransaction("REPEATABLE READ");
      const number = await withWorkTables(ask, `publishing_${datasetId}`, async () => {
        await bringHome(ask, datasetId);
        const number = await writeRelease(ask, datasetId, note);
        if (onCitus) await ask(hide, [datasetId, number]);
        return number;
      });
      const id = `${dataset}.${number}`;
      await beforeCommit?.(id);
      await runner.commitTransaction();
      if (onCitus) await ask(showAll, [datasetId]);
      return { id, number };
    } catch (error) {
      // On a lost connection this fails too, and the database has rolled back by itself.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await ask("select pg_advisory_unlock($1, $2)", [PUBLISH_LOCK, datasetId]).catch(() => undefined);
    }
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function findDataset(ask: Ask, name: string): Promise<number> {
  const [row] = await ask<{ id: number }>("select id from dataset where name = $1", [name]);
  if (row !== undefined) return row.id;
  const known = await ask<{ name: string }>("select name from dataset order by name");
  const names = known.map((each) => each.name).join(", ");
  throw new CannotPublish(
    known.length === 0
      ? "There is no dataset to publish: import one first."
      : `There is no dataset of this name. The datasets here are: ${names}.`,
  );
}

async function writeRelease(ask: Ask, datasetId: number, note: string): Promise<number> {
  // Sorting and grouping in memory rather than on disk; statements of a publishing run one after the other.
  await ask("set local work_mem = '256MB'");
  await ask("set local maintenance_work_mem = '256MB'");
  await checkCodes(ask, datasetId);
  await numberClinics(ask, datasetId);
  const courses = await deriveCourses(ask, datasetId);
  if (courses === 0) throw new CannotPublish("The dataset holds no courses: import them before publishing.");
  await deriveSessions(ask, datasetId);
  const { id: releaseId, number } = await beginRelease(ask, datasetId, note);
  const publication: Publication = { datasetId, releaseId };
  await writeMeasures(ask, publication);
  await deriveCohort(ask, publication);
  await deriveSideEffects(ask, datasetId);
  await writeCourses(ask, publication);
  await writeSideEffects(ask, publication);
  await writeSessionProfiles(ask, publication);
  // Of categories, a tenth of the usual sample tells as much.
  await ask("set local default_statistics_target = 10");
  await ask(countAnalysis);
  await ask("reset default_statistics_target");
  await finishRelease(ask, publication);
  await writeChanges(ask, publication);
  await writeBitmaps(ask, publication);
  return number;
}

/** The row that the analysis rows refer to; what it says of them is filled in at the end. */
async function beginRelease(
  ask: Ask,
  datasetId: number,
  note: string,
): Promise<{ id: number; number: number }> {
  const [row] = await ask<{ id: number; number: number }>(
    `insert into release
      (dataset_id, number, note, definitions, checksum, patients, courses, measures, clinics, start_years)
    select $1, coalesce(max(number), 0) + 1, $2, $3, '', 0, 0, '{}', '{}', '{}' from release where dataset_id = $1
    returning id, number`,
    [datasetId, note, ENDPOINT_DEFINITIONS],
  );
  if (row === undefined) throw new Error("The database gave no number to the release");
  return row;
}

async function finishRelease(ask: Ask, publication: Publication): Promise<void> {
  const { releaseId } = publication;
  const checksum = await checksumOf(ask, publication, ENDPOINT_DEFINITIONS);
  const measured = await ask<{ instrument: number }>(
    "select distinct instrument from analysis_measure where release_id = $1 order by instrument",
    [releaseId],
  );
  await ask(
    `update release set checksum = $2, measures = $3::text[],
      (patients, courses, clinics, start_years) = (
        select count(distinct patient), count(*),
          coalesce(array_agg(distinct clinic order by clinic) filter (where clinic <> 0), '{}'),
          coalesce(array_agg(distinct start_year order by start_year) filter (where start_year <> 0), '{}')
        from analysis_course where release_id = $1
      )
    where id = $1`,
    [releaseId, checksum, measured.map(({ instrument }) => instrumentByNumber(instrument).code)],
  );
}
