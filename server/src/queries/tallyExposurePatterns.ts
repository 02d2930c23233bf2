// Patients with a session, by pattern of covariates: how many, and how many ever had each side effect.
import { sideEffects, type DimensionName } from "@afterglow/shared";
import { patternColumns, patternOf, type Pattern, type PatternRow } from "./patterns";
import { ask, column, join, sql, type Query } from "./sql";
import { whereCohort, type Scope } from "./whereCohort";

export interface ExposurePattern extends Pattern {
  /** Patients with each side effect, in the vocabulary's order. */
  readonly withEffect: readonly number[];
}

type Row = PatternRow & Readonly<Record<string, number>>;

export async function tallyExposurePatterns(
  query: Query,
  scope: Scope | null,
  covariates: readonly DimensionName[],
): Promise<ExposurePattern[]> {
  const counts = sideEffects.map(({ code }, at) => {
    const worst = column(`worst_${code.toLowerCase()}`);
    return sql`count(*) filter (where ${worst} > 0) as ${column(`with_${at}`)}`;
  });
  const { selected, grouped } = patternColumns(covariates);
  const piece = sql`select ${selected}, count(*) as patients, ${join(counts, ", ")}
    from analysis_course where ${whereCohort(scope)} and sessions > 0 group by ${grouped} order by ${grouped}`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    ...patternOf(row, covariates),
    withEffect: sideEffects.map((_, at) => row[`with_${at}`] ?? 0),
  }));
}
