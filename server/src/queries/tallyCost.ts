// What treatment cost, by group, in US dollars: moments of costs a session and a course, of everyone with a cost; and,
// of those who could respond, cost and response together. How long response lasts is in tallyDurability.
import type { DimensionName, Outcome } from "@afterglow/shared";
import { pairMoments, pairMomentsOf, type PairMoments } from "./pairMoments";
import { ask, column, join, sql, type Query } from "./sql";
import { moments } from "./counting";
import { momentsOf, type Moments } from "./tallyTrajectory";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";
import { whereMeasure } from "./whereMeasure";

/** Induction; induction and the half year after it; the first year. */
export const costTimes = ["INDUCTION", "HALF_YEAR", "YEAR"] as const;
export type CostTime = (typeof costTimes)[number];
const columns = { INDUCTION: "induction_cost", HALF_YEAR: "half_year_cost", YEAR: "year_cost" } as const;

export interface CostTally {
  readonly group: number;
  /** Of each patient: cost (x) of the sessions with a cost (y). */
  readonly sessions: PairMoments;
  readonly courses: Readonly<Record<CostTime, Moments>>;
}

export interface ResponderCostTally {
  readonly group: number;
  /** Of each patient who could respond: cost (x), and 1 in response at the end of induction, else 0 (y). */
  readonly induction: PairMoments;
  readonly halfYear: PairMoments;
}

type Row = { readonly group: number } & Record<string, number | null>;

export async function tallyCost(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
): Promise<CostTally[]> {
  const courses = costTimes.map((time) => moments(sql`${column(columns[time])}::bigint`, columns[time]));
  const piece = sql`select ${groupColumn(by)} as "group",
      ${pairMoments(sql`cost::bigint`, sql`nullif(priced_sessions, 0)::bigint`, "session")},
      ${join(courses, ", ")}
    from analysis_session_profile where ${whereCohort(scope)} group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    sessions: pairMomentsOf(row, "session"),
    courses: {
      INDUCTION: momentsOf(row, columns.INDUCTION),
      HALF_YEAR: momentsOf(row, columns.HALF_YEAR),
      YEAR: momentsOf(row, columns.YEAR),
    },
  }));
}

/**
 * Who could respond: a case at baseline with a later score, as for onset. Who has no score at the end of induction is not
 * in response then: the money was spent all the same.
 */
export async function tallyResponderCost(
  query: Query,
  scope: Scope | null,
  outcome: Outcome,
  by: DimensionName | null,
): Promise<ResponderCostTally[]> {
  const evaluable = sql`select patient, course, ${groupColumn(by)} as "group",
      (durability_zero_day is not null)::integer as responder
    from analysis_measure
    where ${whereCohort(scope)} and ${whereMeasure(outcome)} and is_case and later_score`;
  const spent = sql`select patient, course, induction_cost::bigint, half_year_cost::bigint
    from analysis_session_profile where ${whereCohort(scope)} and induction_cost is not null`;
  const responder = sql`responder::bigint`;
  const ofHalfYear = sql`case when half_year_cost is not null then responder end::bigint`;
  // A release is of one dataset: patient and course name a row in it.
  const piece = sql`select "group", ${pairMoments(sql`induction_cost`, responder, "induction")},
      ${pairMoments(sql`half_year_cost`, ofHalfYear, "half_year")}
    from (${evaluable}) as evaluable join (${spent}) as spent using (patient, course) group by 1 order by 1`;
  const rows = await ask<Row>(query, piece);
  return rows.map((row) => ({
    group: row.group,
    induction: pairMomentsOf(row, "induction"),
    halfYear: pairMomentsOf(row, "half_year"),
  }));
}
