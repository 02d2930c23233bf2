// The live counts of the cohort panel: for every category of every dimension, the patients who pass all other filters.
// One statement, one scan: each row carries a mask of the filters that it fails, and counts for a dimension when it
// fails none or that dimension's alone. Dimensions are counted a few together and taken apart here, since every
// grouping set costs a look-up a row.
import { dimensions, type DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { dimensionColumn, filtersOf, type Scope } from "./whereCohort";

export interface ChoiceTally {
  readonly dimension: DimensionName;
  readonly category: number;
  readonly patients: number;
}

/** Dimensions counted together: few combinations each, so that the tables of counts stay small. */
const together: readonly (readonly DimensionName[])[] = [
  ["condition", "modality", "protocol"],
  ["psychotherapy", "maintenance", "sex", "setting"],
  ["severity", "age"],
  ["priorTrials", "priorEct", "antidepressant", "benzodiazepine"],
  ["moodStabiliser", "courseNumber", "startYear"],
  ["clinic"],
];

type Row = { readonly mask: number; readonly patients: number } & Readonly<
  Record<`d${number}`, number | null>
>;

export async function tallyChoices(query: Query, scope: Scope): Promise<ChoiceTally[]> {
  const filters = filtersOf(scope.cohort);
  const bits = new Map(filters.map(({ name }, at) => [name, 2 ** at]));
  const mask = filters.map(
    ({ condition }, at): Sql => sql`case when ${condition} then 0 else ${whole(2 ** at)} end`,
  );
  const named = dimensions.map(({ name }, at) => sql`${dimensionColumn(name)} as ${dimensionAt(at)}`);
  const failsAtMostOne = join([0, ...bits.values()].map(whole), ", ");
  const sets = together.map(
    (names) =>
      sql`(mask, ${join(
        names.map((name) => dimensionAt(indexOf(name))),
        ", ",
      )})`,
  );
  const piece = sql`select mask, count(*) as patients, ${join(
    dimensions.map((_, at) => dimensionAt(at)),
    ", ",
  )}
    from (
      select ${join(named, ", ")}, ${mask.length === 0 ? sql`0` : sumOf(mask)} as mask
      from analysis_course where release_id = ${scope.releaseId}
    ) as course
    where mask in (${failsAtMostOne}) group by grouping sets (${join(sets, ", ")})`;
  const rows = await ask<Row>(query, piece);
  return dimensions.flatMap(({ name }, at) => {
    const counts = new Map<number, number>();
    for (const row of rows) {
      // A dimension outside the row's set is null there; in the tables it never is.
      const category = row[`d${at}`] ?? null;
      if (category === null || (row.mask !== 0 && row.mask !== bits.get(name))) continue;
      counts.set(category, (counts.get(category) ?? 0) + row.patients);
    }
    const sorted = [...counts].sort(([one], [other]) => one - other);
    return sorted.map(([category, patients]) => ({ dimension: name, category, patients }));
  });
}

const indexOf = (name: DimensionName): number => dimensions.findIndex((dimension) => dimension.name === name);
const dimensionAt = (index: number): Sql => column(`d${index}`);

function sumOf(pieces: readonly Sql[]): Sql {
  return pieces.reduce((left, right) => sql`${left} + ${right}`);
}
