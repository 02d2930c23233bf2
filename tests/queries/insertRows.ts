// Puts rows of the analysis tables into a database, under a release of their own.
import type { Database } from "../../server/src/database/dataSource";
import { makeParts } from "../../server/src/database/releaseParts";
import { ENDPOINT_DEFINITIONS } from "../../server/src/releases/endpointDefinitions";
import { writeMissingBitmaps } from "../../server/src/releases/writeBitmaps";
import type { AnalysisRows, Row } from "./analysisRows";
import { courseSideEffects } from "./courseSideEffects";

/** The id of a new release that holds these rows: of a new dataset, or the next of the dataset of another release. */
export async function insertRows(database: Database, rows: AnalysisRows, after?: number): Promise<number> {
  const [dataset] =
    after === undefined
      ? await database.query<{ id: number }>(
          `insert into dataset (name, title, kind, licence, citation)
          select 'rows-' || count(*), 'Rows', 'SYNTHETIC', 'none', 'none' from dataset returning id`,
        )
      : await database.query<{ id: number }>("select dataset_id as id from release where id = $1", [after]);
  const [release] = await database.query<{ id: number }>(
    `insert into release (dataset_id, number, definitions, checksum, patients, courses, measures, clinics, start_years)
     select $1, count(*) + 1, $2, '', 0, 0, '{}', '{}', '{}' from release where dataset_id = $1 returning id`,
    [dataset?.id, ENDPOINT_DEFINITIONS],
  );
  const ids = { release_id: release?.id ?? 0, dataset_id: dataset?.id ?? 0 };
  await makeParts(database.query);
  await insert(database, "analysis_course", ids, rows.courses);
  await insert(database, "analysis_measure", ids, rows.measures);
  await insert(database, "analysis_course_side_effect", ids, courseSideEffects(rows));
  await insert(database, "analysis_session_profile", ids, rows.profiles);
  await writeMissingBitmaps(database);
  return ids.release_id;
}

async function insert(database: Database, table: string, ids: Row, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) {
    const chunk = rows.slice(from, from + 2000).map((row) => ({ ...ids, ...row }));
    await database.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(chunk)],
    );
  }
}
