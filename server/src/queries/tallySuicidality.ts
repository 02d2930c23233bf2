// The suicidality item at every visit, of the patients who had any at baseline, by group: numbers, sums and sums of
// squares, how many have none, how many more than at baseline. Cases or not: the item is not the total.
import { laterVisits, type DimensionName, type InstrumentCode } from "@afterglow/shared";
import { ask, column, join, sql, type Query, type Sql } from "./sql";
import { moments } from "./counting";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

export interface SuicidalityVisitTally {
  readonly visit: string;
  readonly item: Moments;
  readonly none: number;
  readonly worse: number;
}
export interface SuicidalityTally {
  readonly group: number;
  readonly patients: number;
  readonly visits: readonly SuicidalityVisitTally[];
}

type Row = { group: number; patients: number } & Record<string, number | null>;

const names = ["baseline", ...laterVisits.map(({ code }) => code.toLowerCase())];

export async function tallySuicidality(
  query: Query,
  scope: Scope | null,
  instrument: InstrumentCode,
  by: DimensionName | null,
): Promise<SuicidalityTally[]> {
  const aggregates = names.flatMap((name): Sql[] => {
    const item = column(`item_${name}`);
    return [
      moments(sql`${item}::int`, name),
      sql`count(*) filter (where ${item} = 0) as ${column(`none_${name}`)}`,
      sql`count(*) filter (where ${item} > item_baseline) as ${column(`worse_${name}`)}`,
    ];
  });
  const piece = sql`select ${groupColumn(by)} as "group", count(*) as patients, ${join(aggregates, ", ")}
    from analysis_measure
    where ${whereCohort(scope)} and ${whereMeasure({ measure: instrument, response: "INSTRUMENT" })}
      and item_baseline >= 1
    group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    patients: row.patients,
    visits: names.map((name) => ({
      visit: name.toUpperCase(),
      item: momentsOf(row, name),
      none: row[`none_${name}`] ?? 0,
      worse: row[`worse_${name}`] ?? 0,
    })),
  }));
}
