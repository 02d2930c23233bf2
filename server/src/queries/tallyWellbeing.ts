// The WHO-5 at every visit, of all patients who have one at baseline, by group: numbers, sums and sums of squares, how
// many gained what is important, how many are over the cut-off of low well-being. Cases or not.
import { instrumentByCode, laterVisits, type DimensionName } from "@afterglow/shared";
import { ask, column, join, sql, whole, type Query, type Sql } from "./sql";
import { moments } from "./counting";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface WellbeingVisitTally {
  readonly visit: string;
  readonly score: Moments;
  readonly gained: number;
  readonly well: number;
}
export interface WellbeingTally {
  readonly group: number;
  readonly patients: number;
  readonly visits: readonly WellbeingVisitTally[];
}

type Row = { group: number; patients: number } & Record<string, number | null>;

const { smallestImportantChange, caseness } = instrumentByCode("WHO5");
const visits = [
  { name: "baseline", score: column("baseline") },
  ...laterVisits.map(({ code }) => ({
    name: code.toLowerCase(),
    score: column(`score_${code.toLowerCase()}`),
  })),
];

export async function tallyWellbeing(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
): Promise<WellbeingTally[]> {
  const aggregates = visits.flatMap(({ name, score }): Sql[] => [
    moments(sql`${score}::int`, name),
    sql`count(*) filter (where ${score} - baseline >= ${whole(smallestImportantChange)}) as ${column(`gained_${name}`)}`,
    sql`count(*) filter (where ${score} > ${whole(caseness ?? 0)}) as ${column(`well_${name}`)}`,
  ]);
  const piece = sql`select ${groupColumn(by)} as "group", count(*) as patients, ${join(aggregates, ", ")}
    from analysis_measure
    where ${whereCohort(scope)} and ${whereMeasure({ measure: "WHO5", response: "INSTRUMENT" })}
      and baseline is not null
    group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    patients: row.patients,
    visits: visits.map(({ name }) => ({
      visit: name.toUpperCase(),
      score: momentsOf(row, name),
      gained: row[`gained_${name}`] ?? 0,
      well: row[`well_${name}`] ?? 0,
    })),
  }));
}
