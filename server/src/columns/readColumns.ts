// Reads the columns of a release's rows from Postgres: each column as strings of bytes, all in one order. Only columns
// that a tally counts by; where a column is missing here, Postgres is asked for the tally.
import { dimensions, laterVisits } from "@afterglow/shared";
import type { CountedTable, Counting } from "../queries/counting";
import type { Expression } from "../queries/expression";
import { ask, column, join, sql, whole, type Query, type Sql } from "../queries/sql";
import { dimensionColumn } from "../queries/whereCohort";
import type { Columns } from "./columns";
import { columnFrom, wideFrom } from "./decodeColumn";

const later = laterVisits.map(({ code }) => code.toLowerCase());

/** Names of the table's columns, besides those that say which rows they are. */
const read: Readonly<Record<CountedTable, readonly string[]>> = {
  analysis_course: [
    "age_years",
    "sessions",
    "induction_sessions",
    "ascertained",
    "systolic_rise",
    "diastolic_rise",
    "heart_rate_rise",
  ],
  analysis_measure: [
    "instrument",
    "baseline",
    "is_case",
    "expected_to_day",
    "onset_last_day",
    "onset_last_sessions",
    "onset_gap_days",
    "response_day",
    "response_sessions",
    "confirmed_day",
    "confirmed_sessions",
    "remission_day",
    "remission_sessions",
    "durability_zero_day",
    "durability_last_days",
    "durability_gap_days",
    "loss_days",
    "confirmed_loss_days",
    "relapse_days",
    "confirmed_relapse_days",
    "maintenance_days",
    ...later.flatMap((visit) => [`score_${visit}`, `change_${visit}`]),
  ],
  analysis_course_side_effect: [
    "term",
    "infusions",
    "sessions_mild",
    "sessions_moderate",
    "sessions_severe",
    "sessions_unknown",
    "longest_min",
  ],
};

/**
 * By what the rows of a table are ordered, and of the same value by the places of their courses, some at a time: a tally
 * by it then reads each column from its begin to its end, and what it asks of courses is near. No result depends on it.
 */
const orderedBy: Readonly<Record<Exclude<CountedTable, "analysis_course">, string | null>> = {
  analysis_measure: null,
  analysis_course_side_effect: "term",
};

const dimensionNames = dimensions.map(({ name }) => dimensionColumn(name).statement.text);

/** Whether all that a tally counts by is read. */
export function isRead({ table, where = [], keys, counts }: Counting): boolean {
  const names = new Set([...dimensionNames, ...read[table]]);
  const isKnown = (expression: Expression): boolean => {
    if (expression.is === "column") return names.has(expression.name);
    return expression.is === "whole" || expression.of.every(isKnown);
  };
  const counted = Object.values(counts).flatMap((each) => {
    const of = each.is === "count" ? each.where : each.of;
    return of === undefined ? [] : [of];
  });
  return [...where, ...Object.values(keys), ...counted].every(isKnown);
}

/** The courses of a release, with the dimensions. A course's place is its number among them. */
export async function readCourses(query: Query, releaseId: number): Promise<Columns> {
  const names = [...dimensionNames, ...read.analysis_course];
  const pieces = await readPieces(query, names, releaseId, { from: sql`analysis_course as r` });
  const places = wideFrom(bytesOf(pieces, "place"));
  return { rows: places.length, byName: byNameFrom(names, pieces, places), places: null, orderedBy: null };
}

/** The rows of another table. */
export async function readRows(
  query: Query,
  releaseId: number,
  table: Exclude<CountedTable, "analysis_course">,
  rows: Sql | undefined,
): Promise<Columns> {
  const pieces = await readPieces(query, read[table], releaseId, {
    from: sql`${column(table)} as r`,
    ...(rows && { also: sql`and ${rows}` }),
    by: orderedBy[table],
  });
  const places = wideFrom(bytesOf(pieces, "place"));
  const byName = byNameFrom(read[table], pieces, null);
  return { rows: places.length, byName, places, orderedBy: orderedBy[table] };
}

/** Of some of the rows, in any order, the values of each column and the places of the courses as bytes. */
type Piece = Readonly<Record<string, Buffer>>;

/** So many courses' rows come in one piece: no message of the database is long, and few bytes are on the way at once. */
const COURSES_A_PIECE = 50_000;

function readPieces(
  query: Query,
  names: readonly string[],
  releaseId: number,
  { from, also = sql``, by = null }: { readonly from: Sql; readonly also?: Sql; readonly by?: string | null },
): Promise<Piece[]> {
  const each = names.map((name) => {
    const value = sql`coalesce(${column(name)}::integer, ${whole(leastOf(name))})`;
    const sent = isWide(name) ? sql`int4send(${value})` : sql`int2send(${value}::smallint)`;
    return sql`string_agg(${sent}, '') as ${column(name)}`;
  });
  const piece = sql`${by === null ? sql`` : sql`r.${column(by)}, `}p.place / ${whole(COURSES_A_PIECE)}`;
  return ask<Piece>(
    query,
    sql`select ${join(each, ", ")}, string_agg(int4send(place::integer), '') as place
      from ${from} join (
        select patient, course, row_number() over (order by patient, course) - 1 as place
        from analysis_course where release_id = ${releaseId}
      ) as p using (patient, course)
      where release_id = ${releaseId} ${also} group by ${piece} order by ${piece}`,
  );
}

const bytesOf = (pieces: readonly Piece[], name: string): Buffer[] =>
  pieces.map((piece) => piece[name] ?? Buffer.alloc(0));

/** `rows`: where each value goes; null: one after the other. */
function byNameFrom(
  names: readonly string[],
  pieces: readonly Piece[],
  rows: Int32Array | null,
): Columns["byName"] {
  return new Map(
    names.map((name) => {
      const bytes = bytesOf(pieces, name);
      return [name, isWide(name) ? wideFrom(bytes) : columnFrom(bytes, rows)];
    }),
  );
}

/** Minutes of up to a year; no column of courses. All others are days, scores and categories. */
const isWide = (name: string): boolean => name === "longest_min";
/** What stands for an unknown value on the way. */
const leastOf = (name: string): number => -(2 ** (isWide(name) ? 31 : 15));
