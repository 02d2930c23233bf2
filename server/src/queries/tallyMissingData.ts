// Cases and one visit, by group: who was due then, who came, in which change category, and who was in response at the
// last score up to the visit. A remission counts as a response here. What is missing is not filled in by any value.
import {
  changeCategories,
  changeCategoryByCode,
  laterVisits,
  type DimensionName,
  type Outcome,
} from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface DuePatients {
  readonly patients: number;
  /** Of them in response at the last score up to the visit; without any score, not. */
  readonly carried: number;
}
export interface MissingDataTally {
  readonly group: number;
  /** All cases, then those of them who were due at each visit up to the one asked; each part of the one before. */
  readonly due: readonly DuePatients[];
  readonly received: number;
  /** Those with a score at the visit, in the order of changeCategories. */
  readonly categories: readonly number[];
}

type Row = { group: number; received: number } & Record<string, number>;

const response = changeCategoryByCode("RESPONSE").number;

export async function tallyMissingData(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
  visit: string,
): Promise<MissingDataTally[]> {
  const upTo = laterVisits.slice(0, laterVisits.findIndex(({ code }) => code === visit) + 1);
  const changes = upTo.map(({ code }) => column(`change_${code.toLowerCase()}`));
  const score = column(`score_${visit.toLowerCase()}`);
  const due = upTo.map(({ from }, index): Sql => {
    // Who came was due, whatever the course's last contact says.
    const isDue = sql`(expected_to_day >= ${whole(from)} or seen)`;
    return sql`count(*) filter (where ${isDue}) as ${column(`due_${index}`)},
      count(*) filter (where carried and ${isDue}) as ${column(`carried_${index}`)}`;
  });
  const categories = changeCategories.map(
    ({ number }) =>
      sql`count(*) filter (where seen and change = ${whole(number)}) as ${column(`category_${number}`)}`,
  );
  // The last change category that is there, read back from the visit; the numbers run from worse to remission.
  const piece = sql`select "group", count(*) as cases, count(*) filter (where carried) as carried,
      count(*) filter (where seen) as received, ${join([...due, ...categories], ", ")}
    from (
      select ${groupColumn(by)} as "group", expected_to_day, ${score} is not null as seen,
        ${changes.at(-1) ?? sql`null`} as change,
        coalesce(${join([...changes].reverse(), ", ")}, 0) >= ${whole(response)} as carried
      from analysis_measure where ${whereCohort(scope)} and ${whereMeasure(outcome)} and is_case
    ) as course group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    due: [
      { patients: row["cases"] ?? 0, carried: row["carried"] ?? 0 },
      ...upTo.map((_, index) => ({
        patients: row[`due_${index}`] ?? 0,
        carried: row[`carried_${index}`] ?? 0,
      })),
    ],
    received: row.received,
    categories: changeCategories.map(({ number }) => row[`category_${number}`] ?? 0),
  }));
}
