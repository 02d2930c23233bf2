// What rows say about each other, asked of the database in sets: twice in the import with other values, without their
// course or session, sessions out of order. It judges what the dataset would be after the import, in which a staged row
// supersedes the one of its key. It reads the staged rows and the source tables, no more.
import type { PoolClient } from "pg";
import type { TableSchema } from "./field";
import { LISTED_PROBLEMS, type Problems } from "./problems";
import { keyColumns, otherColumns } from "./schemaColumns";
import { stagedTable, type TableSource } from "./stageRows";
import { courses, scores, sessions, sideEffectEvents } from "./tableSchemas";

/** A statement that selects the row_number of each row at fault. $1 is the dataset. */
interface SetRule {
  readonly schema: TableSchema;
  /** The field that the receipt names; null: the whole row. */
  readonly field: string | null;
  readonly rule: string;
  readonly rows: string;
  /** Not judged where one of these could not be read: every row would seem at fault. */
  readonly needs: readonly TableSchema[];
}

const list = (names: readonly string[]): string => names.join(", ");
const COURSE = ["patient", "course"];

/** The same row twice is merged; with other values it is a contradiction, and nobody but the sender can choose. */
const contradiction = (schema: TableSchema, rule: string, field: string | null = null): SetRule => ({
  schema,
  field,
  rule,
  needs: [],
  rows: `select s.row_number from ${stagedTable(schema)} s
         join (select ${list(schema.key)}, min(row_number) as first_row from ${stagedTable(schema)}
               group by ${list(schema.key)} having count(*) > 1) d using (${list(schema.key)})
         join ${stagedTable(schema)} f on f.row_number = d.first_row and (${keyColumns(schema, "f")}) = (${keyColumns(schema, "s")})
         where (${otherColumns(schema, "s")}) is distinct from (${otherColumns(schema, "f")})${field === null ? "" : ` and s.${field} is not null`}`,
});

const noCourse = (schema: TableSchema): SetRule => ({
  schema,
  field: "course",
  rule: "No such course of this patient, neither in this import nor in the dataset.",
  needs: [courses],
  rows: `select s.row_number from ${stagedTable(schema)} s
         where not exists (select from staged_course c where (c.patient, c.course) = (s.patient, s.course))
           and not exists (select from course c where c.dataset_id = $1 and (c.patient, c.course) = (s.patient, s.course))`,
});

const noSession: SetRule = {
  schema: sideEffectEvents,
  field: "session",
  rule: "No such session of this course, neither in this import nor in the dataset.",
  needs: [courses, sessions],
  rows: `select s.row_number from staged_side_effect s
         where not exists (select from staged_session x
                           where (x.patient, x.course, x.number) = (s.patient, s.course, s.session))
           and not exists (select from session x where x.dataset_id = $1
                           and (x.patient, x.course, x.number) = (s.patient, s.course, s.session))`,
};

/**
 * The sessions that every course which the import touches would have: staged ones with their row, imported ones without,
 * but for those that are superseded.
 */
const everySession = `select ${list(COURSE)}, number, day, row_number from staged_session
    union all
    select t.patient, t.course, t.number, t.day, null from session t
    join (select distinct ${list(COURSE)} from staged_session) c using (${list(COURSE)})
    where t.dataset_id = $1
      and not exists (select from staged_session s where (${keyColumns(sessions, "s")}) = (${keyColumns(sessions, "t")}))`;

const firstSession: SetRule = {
  schema: sessions,
  field: "day",
  rule: "The course has no session on day 0. Day 0 is its first session.",
  needs: [sessions],
  rows: `select row_number from (
           select row_number, day, min(day) over (partition by ${list(COURSE)}) as first_day,
             row_number() over (partition by ${list(COURSE)} order by day, number) as nth
           from (${everySession}) every) ranked
         where nth = 1 and first_day > 0 and row_number is not null`,
};

const sessionOrder: SetRule = {
  schema: sessions,
  field: "day",
  rule: "Sessions are numbered in the order of their days; this one is not.",
  needs: [sessions],
  rows: `select row_number from (
           select row_number, day, lag(day) over course as before, lead(day) over course as after,
             lead(row_number) over course as after_row
           from (${everySession}) every window course as (partition by ${list(COURSE)} order by number)) ordered
         where row_number is not null and (day < before or (after_row is null and day > after))`,
};

const rules: readonly SetRule[] = [
  contradiction(courses, "The same patient and course as an earlier row, with other values."),
  contradiction(
    sessions,
    "The same patient, course and session number as an earlier row, with other values.",
  ),
  contradiction(
    sideEffectEvents,
    "The same patient, course, session and term as an earlier row, with other values.",
  ),
  contradiction(
    scores,
    "Another total or item for the same patient, course, instrument, day and hour stands in an earlier row.",
    "total",
  ),
  ...[sessions, scores, sideEffectEvents].map(noCourse),
  noSession,
  firstSession,
  sessionOrder,
];

export async function checkStaged(
  client: PoolClient,
  datasetId: number | null,
  sources: readonly TableSource[],
  problems: Problems,
): Promise<void> {
  const sourceOf = (schema: TableSchema) => sources.find((source) => source.schema === schema);
  for (const { schema, field, rule, rows, needs } of rules) {
    const source = sourceOf(schema);
    const judged = needs.every((needed) => problems.isReadable(sourceOf(needed)?.file ?? ""));
    if (source === undefined || !judged) continue;
    const column = field === null ? null : source.columnOf(field);
    for (const run of await runsOf(client, rows, datasetId)) {
      const { file, row } = placeIn(source, run.first);
      problems.addRun(file, row, placeIn(source, run.last).row, column, rule, Number(run.rows));
    }
  }
}

const placeIn = (source: TableSource, row: number | null): { file: string; row: number | null } =>
  (row === null ? undefined : source.placeOf?.(row)) ?? { file: source.file, row };

type RunRow = { first: number | null; last: number | null; rows: string };

/** Neighbouring rows as one run, so that a million faults are not a million rows here. */
async function runsOf(client: PoolClient, rows: string, datasetId: number | null): Promise<RunRow[]> {
  // Not every rule asks about the dataset, and Postgres wants to know the type of $1 all the same.
  const sql = `with asked as (select $1::int), fault as (select row_number::bigint as row_number, count(*) as faults from (${rows}) found group by 1),
    grouped as (select row_number, faults, row_number - row_number() over (order by row_number) as run from fault),
    runs as (select min(row_number)::int as first, max(row_number)::int as last, sum(faults) as rows
             from grouped group by run),
    listed as (select * from runs order by first limit ${LISTED_PROBLEMS})
    select first, last, rows from listed
    union all
    select null, null, total.rows - coalesce((select sum(rows) from listed), 0)
    from (select coalesce(sum(rows), 0) as rows from runs) total
    where total.rows > coalesce((select sum(rows) from listed), 0)`;
  return (await client.query<RunRow>(sql, [datasetId])).rows;
}
