// Reads the analysis rows of a release back, without the columns that only name the place (release, dataset).
import type { Database } from "../../server/src/database/dataSource";

export type Row = Record<string, string | number | boolean | null>;

export interface AnalysisRows {
  courses: Row[];
  sideEffects: Row[];
  measures: Row[];
  sessionProfiles: Row[];
}

export async function publishedRelease(
  database: Pick<Database, "query">,
  dataset: string,
  number: number,
): Promise<AnalysisRows> {
  const read = async (table: string, order: string): Promise<Row[]> => {
    const rows = await database.query<{ row: Row }>(
      `select to_jsonb(a) - 'release_id' - 'dataset_id' as row from ${table} a
      where (release_id, dataset_id) = (
        select r.id, r.dataset_id from release r join dataset d on d.id = r.dataset_id
        where d.name = $1 and r.number = $2
      )
      order by patient, course, ${order}`,
      [dataset, number],
    );
    return rows.map(({ row }) => row);
  };
  return {
    courses: await read("analysis_course", "course"),
    sideEffects: await read("analysis_course_side_effect", "term"),
    measures: await read("analysis_measure", "instrument, rule"),
    sessionProfiles: await read("analysis_session_profile", "course"),
  };
}
