// Patients of a cohort, by group: one row of analysis_course each, since the course number is fixed.
import type { DimensionName } from "@afterglow/shared";
import { ask, sql, type Query } from "./sql";
import { groupColumn, whereCohort, type Scope } from "./whereCohort";

export interface PatientTally {
  readonly group: number;
  readonly patients: number;
}

export function tallyPatients(
  query: Query,
  scope: Scope | null,
  by: DimensionName | null,
): Promise<PatientTally[]> {
  const piece = sql`select ${groupColumn(by)} as "group", count(*) as patients
    from analysis_course where ${whereCohort(scope)} group by 1 order by 1`;
  return ask<PatientTally>(query, piece);
}
