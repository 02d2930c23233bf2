// The live counts of the cohort panel: for every category of every dimension, the patients who pass all other filters.
// One statement: each row carries a mask of the filters that it fails, and counts for a dimension when it fails none
// or that dimension's alone.
import { dimensions, type DimensionName } from "@afterglow/shared";
import { ask, join, sql, whole, type Query, type Sql } from "./sql";
import { dimensionColumn, filtersOf, type Scope } from "./whereCohort";

export interface ChoiceTally {
  readonly dimension: DimensionName;
  readonly category: number;
  readonly patients: number;
}

interface Row {
  readonly dimension: number;
  readonly category: number;
  readonly patients: number;
}

export async function tallyChoices(query: Query, scope: Scope): Promise<ChoiceTally[]> {
  const filters = filtersOf(scope.cohort);
  const bit = (name: DimensionName): number => {
    const at = filters.findIndex((filter) => filter.name === name);
    return at < 0 ? 0 : 2 ** at;
  };
  const mask = filters.map(({ condition }, at): Sql => sql`case when ${condition} then 0 else ${whole(2 ** at)} end`);
  const columns = join(dimensions.map(({ name }) => dimensionColumn(name)), ", ");
  const failsOne = join([0, ...filters.map((_, at) => 2 ** at)].map(whole), ", ");
  const perDimension = dimensions.map(
    ({ name }, at): Sql => sql`(${whole(at)}, ${dimensionColumn(name)}, mask = 0 or mask = ${whole(bit(name))})`,
  );
  // First every combination of categories once with its number, then each combination once a dimension.
  const piece = sql`
    with course as materialized (
      select ${columns}, ${mask.length === 0 ? sql`0` : sumOf(mask)} as mask
      from analysis_course where release_id = ${scope.releaseId}
    )
    select choice.dimension, choice.category, count(*) as patients
    from course cross join lateral (values ${join(perDimension, ", ")}) as choice (dimension, category, passes)
    where mask in (${failsOne}) and choice.passes
    group by 1, 2 order by 1, 2`;
  const rows = await ask<Row>(query, piece);
  return rows.flatMap(({ dimension, category, patients }) => {
    const name = dimensions[dimension]?.name;
    return name === undefined ? [] : [{ dimension: name, category, patients }];
  });
}

function sumOf(pieces: readonly Sql[]): Sql {
  return pieces.reduce((left, right) => sql`${left} + ${right}`);
}
