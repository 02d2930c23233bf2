// A release as version 1 of the endpoint definitions left it in a database: tables of the first two migrations, rows
// that reach every column, and the checksum that it was published under. Nothing newer may touch what is here.
import type { Row } from "./publishedRelease";
import type { Database } from "../../server/src/database/dataSource";

/** As the software of version 1 computed it over these rows. */
export const VERSION_ONE_CHECKSUM = "a3bfb5f30efd153fa2a064b392985fe1";

const keys: Record<string, Row[]> = {
  analysis_course: [
    { patient: "p1", course: 1 },
    { patient: "p1", course: 2 },
    { patient: "é2", course: 1 },
  ],
  analysis_side_effect: [
    { patient: "p1", course: 1, session: 1, term: 3, severity: 4, duration_min: 40 },
    { patient: "p1", course: 1, session: 1, term: 5, severity: 2, duration_min: null },
    { patient: "p1", course: 1, session: 6, term: 3, severity: 1, duration_min: 90 },
    { patient: "p1", course: 1, session: 12, term: 3, severity: 1, duration_min: null },
    { patient: "é2", course: 1, session: 2, term: 3, severity: 3, duration_min: 15 },
    { patient: "é2", course: 1, session: 7, term: 19, severity: 4, duration_min: null },
  ],
  analysis_measure: [
    { patient: "p1", course: 1, instrument: 1, rule: 0 },
    { patient: "p1", course: 1, instrument: 8, rule: 1 },
    { patient: "é2", course: 1, instrument: 1, rule: 0 },
  ],
};

/** What these sessions come to, a course and side effect. */
export const VERSION_ONE_SIDE_EFFECTS = [
  {
    patient: "p1",
    course: 1,
    term: 3,
    infusions: 1 + 32 + 2048,
    sessions_mild: 2,
    sessions_unknown: 1,
    longest_min: 90,
  },
  { patient: "p1", course: 1, term: 5, infusions: 1, sessions_moderate: 1, longest_min: null },
  { patient: "é2", course: 1, term: 3, infusions: 2, sessions_severe: 1, longest_min: 15 },
  { patient: "é2", course: 1, term: 19, infusions: 64, sessions_unknown: 1, longest_min: null },
].map((row) => ({ sessions_mild: 0, sessions_moderate: 0, sessions_severe: 0, sessions_unknown: 0, ...row }));

/** Into a database of the first two migrations; answers the id of the release, `old.1`. */
export async function insertVersionOne({ query }: Pick<Database, "query">): Promise<number> {
  const [dataset] = await query<{ id: number }>(
    `insert into dataset (name, title, kind, licence, citation) values ('old', 'Old', 'SYNTHETIC', 'none', 'none')
    returning id`,
  );
  const [release] = await query<{ id: number }>(
    `insert into release (dataset_id, number, definitions, checksum, patients, courses, measures, clinics, start_years)
    values ($1, 1, '1', $2, 2, 3, '{PHQ9}', '{}', '{}') returning id`,
    [dataset?.id, VERSION_ONE_CHECKSUM],
  );
  const place = { dataset_id: dataset?.id ?? 0, release_id: release?.id ?? 0 };
  for (const [table, rows] of Object.entries(keys)) {
    const columns = await columnsOf(query, table);
    const filled = rows.map((row, at) => ({ ...spread(columns, at), ...place, ...row }));
    await query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(filled),
    ]);
  }
  return place.release_id;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

export function columnsOf(query: Database["query"], table: string): Promise<Column[]> {
  return query<Column>(
    `select column_name as name, data_type as type, is_nullable = 'YES' as "isNullable"
    from information_schema.columns where table_name = $1 order by ordinal_position`,
    [table],
  );
}

type Value = number | boolean | null;

/** Another value in every column of every row, and null in some where it may stand. */
function spread(columns: readonly Column[], row: number): Row {
  return Object.fromEntries(
    columns.map<[string, Value]>(({ name, type, isNullable }, place) => {
      if (type === "boolean") return [name, (place + row) % 2 === 0];
      return [name, isNullable && (place + row) % 3 === 0 ? null : 7 * place + row];
    }),
  );
}
