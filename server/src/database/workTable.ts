// Work tables: what one step of a transaction derives and a later one reads. In one place, because how such a table is
// made decides how fast it is read: they are unlogged, in a schema of the transaction's own, and gone with it.
// Temporary tables would be simpler, but a statement that reads one is never shared by several processors, nor spread over
// the workers of a Citus. Unlogged ones write no journal, and after a crash of Postgres its recovery empties the files
// that nobody knows any more.
import { isCitus } from "./citus/isCitus";
import { SPREAD_BY, spreadLike } from "./citus/spreadTables";
import { makeSchema } from "./makeSchema";

/** Asks inside the transaction. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export interface WorkTable {
  /** A name that says whose step it is; the schema keeps it apart from that of another transaction. */
  readonly name: string;
  readonly query: string;
  readonly values?: readonly unknown[];
  /** By which columns a row is found: the table's one index. */
  readonly key?: readonly string[];
  /** Of which columns the planner has to know the values; of all, where it is not said. */
  readonly counted?: readonly string[];
  /** On a Citus it is spread by patient, as what it is joined to; else all of it is on the coordinator. */
  readonly spread?: boolean;
  /** It stays when the work is done: in the journal, as any other table. */
  readonly kept?: boolean;
}

/** In a transaction: runs the work with a schema for its work tables, which it takes away again. */
export async function withWorkTables<Result>(
  ask: Ask,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await makeSchema(ask, name);
  const [{ path } = { path: "" }] = await ask<{ path: string }>(
    "select current_setting('search_path') as path",
  );
  const searchIn = (schemas: string) => ask("select set_config('search_path', $1, true)", [schemas]);
  await searchIn(`${name}, ${path}`);
  // A work table is read from end to end, and by all processors that the server gives to a statement.
  await ask("set local min_parallel_table_scan_size = '1MB'");
  await ask("set local parallel_setup_cost = 100");
  await ask("set local parallel_tuple_cost = 0.001");
  const result = await work();
  await searchIn(path);
  await ask(`drop schema ${name} cascade`);
  return result;
}

export async function makeWorkTable(
  ask: Ask,
  { name, query, values, key, counted, spread = false, kept = false }: WorkTable,
): Promise<void> {
  const create = `create ${kept ? "" : "unlogged "}table ${name} as ${query}`;
  if (spread && (await isCitus(ask))) {
    await ask(`${create} with no data`, values);
    await ask(`select create_distributed_table($1, '${SPREAD_BY}', colocate_with => '${spreadLike}')`, [
      name,
    ]);
    await ask(`insert into ${name} ${query}`, values);
  } else await ask(create, values);
  if (key !== undefined) await ask(`create index on ${name} (${key.join(", ")})`);
  if (counted?.length === 0) return;
  await ask(`analyze ${name}${counted === undefined ? "" : ` (${counted.join(", ")})`}`);
}

export interface TableByCourse extends Omit<WorkTable, "query" | "values"> {
  /** Derives the rows of some courses (rows of publishing_course) of the dataset $1. */
  readonly query: (courses: string) => string;
  readonly datasetId: number;
}

/** So many that planning, which is done anew for each, takes little of the time. */
const COURSES_AT_ONCE = 4000;

/** On rows of courses that were derived before: those of the courses that are at work, however few they seem to be. */
export const amongThem = (courseId: string): string =>
  `${courseId} between $2 and $2 + ${COURSES_AT_ONCE - 1}`;

/**
 * A work table that is derived for some thousand courses at a time: what has to be sorted is little, and the thousands
 * are shared out among processors, which Postgres does by itself for no statement with window functions or with groups
 * that do not fit. A function that may run anywhere derives some; strict, so that it is not drawn into the statement.
 */
export async function deriveByCourse(
  ask: Ask,
  { name, query, datasetId, ...rest }: TableByCourse,
): Promise<void> {
  const some = query(`(select * from publishing_course where ${amongThem("id")})`);
  // A kept table has its place in another schema; what derives it is of the work.
  const derived = name.slice(name.indexOf(".") + 1);
  // Not every query asks for the dataset.
  await ask(
    `create unlogged table ${derived}_row as select * from (${some}) derived where $1::integer = $1 with no data`,
    [datasetId, 1],
  );
  await ask(
    `create function ${derived}_of(integer, integer) returns setof ${derived}_row
    language sql stable strict parallel safe rows ${COURSES_AT_ONCE} cost 1000000 as $function$${some}$function$`,
  );
  // Who gathers the rows only writes them: deriving some too, it would keep the others waiting with theirs.
  const [{ workers } = { workers: "" }] = await ask<{ workers: string }>(
    "select current_setting('max_parallel_workers_per_gather') as workers",
  );
  await ask("set local parallel_leader_participation = off");
  await ask("select set_config('max_parallel_workers_per_gather', greatest(2, $1::integer)::text, true)", [
    workers,
  ]);
  await makeWorkTable(ask, {
    ...rest,
    name,
    query: `select derived.* from publishing_course p cross join lateral ${derived}_of($1, p.id) derived
      where p.id % ${COURSES_AT_ONCE} = 1`,
    values: [datasetId],
  });
  await ask("set local parallel_leader_participation = on");
  await ask("select set_config('max_parallel_workers_per_gather', $1, true)", [workers]);
}
