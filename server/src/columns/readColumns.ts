// Reads the columns of a release's rows from Postgres: each column as one string of bytes, all in one order, whichever it
// is. Only columns that a tally counts by; where a column is missing here, Postgres is asked for the tally.
import { dimensions, laterVisits } from "@afterglow/shared";
import type { CountedTable, Counting } from "../queries/counting";
import type { Expression } from "../queries/expression";
import { ask, column, join, sql, whole, type Query, type Sql } from "../queries/sql";
import { dimensionColumn } from "../queries/whereCohort";
import { narrowed, type Column, type Columns } from "./columns";

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

/** The courses of a release, in the order of their places, with the dimensions. */
export function readCourses(query: Query, releaseId: number): Promise<Columns> {
  const names = [...dimensionNames, ...read.analysis_course].map(column);
  return readBytes(
    query,
    names,
    null,
    sql`(select * from analysis_course where release_id = ${releaseId} order by patient, course) as r`,
  );
}

/** The rows of another table. */
export function readRows(
  query: Query,
  releaseId: number,
  table: Exclude<CountedTable, "analysis_course">,
  rows: Sql | undefined,
): Promise<Columns> {
  return readBytes(
    query,
    read[table].map(column),
    sql`place`,
    sql`${column(table)} as r
      join (
        select patient, course, row_number() over (order by patient, course) - 1 as place
        from analysis_course where release_id = ${releaseId}
      ) as p using (patient, course)
      where release_id = ${releaseId} ${rows === undefined ? sql`` : sql`and ${rows}`}`,
  );
}

async function readBytes(
  query: Query,
  names: readonly Sql[],
  place: Sql | null,
  from: Sql,
): Promise<Columns> {
  const each = names.map((name) => {
    const value = sql`coalesce(${name}::integer, ${leastOf(name)})`;
    const sent = isWide(name) ? sql`int4send(${value})` : sql`int2send(${value}::smallint)`;
    return sql`string_agg(${sent}, '') as ${name}`;
  });
  const places = sql`string_agg(int4send(${place ?? sql`0`}::integer), '') as place`;
  const [found = {}] = await ask<Record<string, Buffer | null>>(
    query,
    sql`select ${join([...each, places], ", ")} from ${from}`,
  );
  const bytesOf = (name: Sql): Buffer => found[nameOf(name)] ?? Buffer.alloc(0);
  const byName = new Map(
    names.map((name): [string, Column] => [
      nameOf(name),
      isWide(name) ? fourBytes(bytesOf(name)) : narrowed(new Int16Array(own(bytesOf(name).swap16()))),
    ]),
  );
  const all = fourBytes(bytesOf(sql`place`));
  return { rows: all.length, byName, places: place === null ? null : all };
}

const nameOf = (name: Sql): string => name.statement.text;
/** Minutes of up to a year. All others are days, scores and categories. */
const isWide = (name: Sql): boolean => nameOf(name) === "longest_min";
/** What stands for an unknown value on the way. */
const leastOf = (name: Sql): Sql => whole(isWide(name) ? -(2 ** 31) : -(2 ** 15));

const fourBytes = (bytes: Buffer): Int32Array => new Int32Array(own(bytes.swap32()));

/** Bytes that start where numbers may start. Postgres sends the highest byte of each first. */
const own = (bytes: Buffer): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
