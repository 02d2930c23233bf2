// What a tally counts, said once: of which rows, by what, and how many, how much, squared. countBySql asks Postgres for
// it; the columns of a release in memory answer the same (columns/countInColumns).
import { type Expression } from "./expression";
import { expressionSql } from "./expressionSql";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { whereCohort, type Scope } from "./whereCohort";

export type CountedTable = "analysis_course" | "analysis_measure" | "analysis_course_side_effect";

export type Aggregate =
  /** Rows; those of which the condition is true. */
  | { readonly is: "count"; readonly where?: Expression }
  /** Rows by value, a count each: the value follows the name. From 0 upwards. */
  | { readonly is: "values"; readonly of: Expression; readonly values: readonly number[] }
  /** Rows by the bits of a value, a count each of those that have it set: its number, from 0 upwards, follows the name. */
  | { readonly is: "bits"; readonly of: Expression; readonly bits: readonly number[] }
  | { readonly is: "sum"; readonly of: Expression }
  /** n_, sum_ and squares_ before the name: of the known values their number, their sum, the sum of their squares. */
  | { readonly is: "moments"; readonly of: Expression };

/** One way of adding up. */
export interface Way {
  readonly by: readonly string[];
  /** The keys that have to be known. */
  readonly known?: readonly string[];
  /** What is wanted of the counts; all where it is not said. The others are 0. */
  readonly counts?: readonly string[];
}

export interface Counting {
  readonly table: CountedTable;
  /** Which rows of the table, whatever the cohort; all where it is not said. */
  readonly rows?: Sql;
  readonly scope: Scope | null;
  readonly where?: readonly Expression[];
  readonly keys: Readonly<Record<string, Expression>>;
  readonly counts: Readonly<Record<string, Aggregate>>;
  /** By all keys where it is not said. */
  readonly ways?: readonly Way[];
}

/** The number of its way, its keys (null: unknown, or not of its way), and what was counted, ordered by these. */
export type CountedRow = Readonly<Record<string, number | null>>;

export type Count = <Row extends object = CountedRow>(counting: Counting) => Promise<Row[]>;

export const countBySql =
  (query: Query): Count =>
  <Row extends object>(counting: Counting) =>
    ask<Row>(query, countingSql(counting));

/** Postgres goes over the rows once, also for several ways: those add up what was counted by all keys. */
export function countingSql(counting: Counting): Sql {
  const { keys, ways, counts } = counting;
  const each = sql`select ${selected(keys)}, ${aggregates(counts)} from ${rowsSql(counting)} group by ${first(keys)}`;
  if (ways === undefined) return sql`${each} order by ${first(keys)}`;
  const added = ways.map((way, at) => addedUp(counting, way, at));
  return sql`with each as materialized (${each}) ${join(added, " union all ")} order by ${first({ way: null, ...keys })}`;
}

/** 1, 2 …: as many columns as there are names. */
const first = (names: Readonly<Record<string, unknown>>): Sql =>
  join(
    Object.keys(names).map((_, at) => whole(at + 1)),
    ", ",
  );

function addedUp({ keys, counts }: Counting, way: Way, at: number): Sql {
  const known = (way.known ?? []).map((name) => sql`${quoted(name)} is not null`);
  const named = Object.keys(keys).map((name) =>
    way.by.includes(name) ? quoted(name) : sql`null::integer as ${quoted(name)}`,
  );
  const sums = columnsOf(counts).map(({ name, of }) =>
    way.counts?.includes(of) === false
      ? sql`0 as ${column(name)}`
      : sql`sum(${column(name)}) as ${column(name)}`,
  );
  return sql`select ${whole(at)} as way, ${join([...named, ...sums], ", ")} from each
    ${known.length === 0 ? sql`` : sql`where ${join(known, " and ")}`} group by ${join(way.by.map(quoted), ", ")}`;
}

/** The names under which the counts come back, and of which each is a part. */
export const columnsOf = (counts: Counting["counts"]): { readonly name: string; readonly of: string }[] =>
  Object.entries(counts).flatMap(([of, aggregate]) => {
    if (aggregate.is === "moments")
      return ["n", "sum", "squares"].map((part) => ({ name: `${part}_${of}`, of }));
    if (aggregate.is === "values") return aggregate.values.map((value) => ({ name: `${of}_${value}`, of }));
    if (aggregate.is === "bits") return aggregate.bits.map((bit) => ({ name: `${of}_${bit}`, of }));
    return [{ name: of, of }];
  });

function aggregates(counts: Counting["counts"]): Sql {
  return join(
    Object.entries(counts).map(([name, aggregate]) => {
      if (aggregate.is === "sum") return sql`sum(${expressionSql(aggregate.of)}) as ${column(name)}`;
      if (aggregate.is === "moments") return moments(expressionSql(aggregate.of), name);
      if (aggregate.is === "values") {
        const of = expressionSql(aggregate.of);
        const each = aggregate.values.map(
          (value) => sql`count(*) filter (where ${of} = ${whole(value)}) as ${column(`${name}_${value}`)}`,
        );
        return join(each, ", ");
      }
      if (aggregate.is === "bits") {
        const of = expressionSql(aggregate.of);
        const each = aggregate.bits.map(
          (bit) =>
            sql`count(*) filter (where (${of} & ${whole(2 ** bit)}) <> 0) as ${column(`${name}_${bit}`)}`,
        );
        return join(each, ", ");
      }
      const { where } = aggregate;
      const filter = where === undefined ? sql`` : sql` filter (where ${expressionSql(where)})`;
      return sql`count(*)${filter} as ${column(name)}`;
    }),
    ", ",
  );
}

export function moments(value: Sql, name: string): Sql {
  return sql`count(${value}) as ${column(`n_${name}`)}, sum(${value}) as ${column(`sum_${name}`)},
    sum(${value} * ${value}) as ${column(`squares_${name}`)}`;
}

function rowsSql({ table, rows, scope, where = [] }: Counting): Sql {
  const conditions = [whereCohort(scope), ...(rows === undefined ? [] : [rows]), ...where.map(expressionSql)];
  return sql`${column(table)} where ${join(conditions, " and ")}`;
}

const selected = (of: Readonly<Record<string, Expression>>): Sql =>
  join(
    Object.entries(of).map(([name, value]) => sql`${expressionSql(value)} as ${quoted(name)}`),
    ", ",
  );

/** Quoted, since a group is a word of SQL. */
function quoted(name: string): Sql {
  return sql`"${column(name)}"`;
}
