// What the tests of comparisons share: two cohorts of the seeded rows, an outcome, and how an analysis is asked.
import {
  everyone,
  type Cohort,
  type DimensionName,
  type Letter,
  type Outcome,
  type Target,
} from "@afterglow/shared";
import type { ComparedArm } from "../../server/src/analyses/comparison/decideArms";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { policyOf, type ProfileName } from "../../server/src/disclosure/policy";
import type { TalliedRows } from "../queries/talliedRows";

/** Enough for five or more of both cohorts in each category of the covariates. */
export const PATIENTS = 900;

export const outcome: Outcome = {
  measure: "PHQ9",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
export const contextOf = (tallied: TalliedRows, profile: ProfileName): AnalysisContext => ({
  query: tallied.query,
  policy: policyOf(profile),
  release: {
    id: "rows.1",
    number: 1,
    publishedOn: "2026-03-02",
    checksum: "0123abcd",
    releaseId: tallied.scopeOf(everyone).releaseId,
    clinics: [1, 2, 7],
    startYears: [2021, 2022, 2023],
    measures: ["PHQ9", "PCL5"],
  },
});
export const sexes = (...codes: string[]): Cohort => ({ ...everyone, sex: codes });
/** A cohort that stands as it was asked for. */
export const arm = (letter: Letter, cohort: Cohort): ComparedArm => ({
  letter,
  cohort,
  isHidden: false,
  notApplied: [],
});
export const women = arm("A", sexes("FEMALE"));
export const men = arm("B", sexes("MALE", "OTHER", "UNKNOWN"));
export const covariates: DimensionName[] = ["antidepressant", "moodStabiliser"];
export const asked = (target: Target = "REFERENCE") => ({ cohorts: [women, men], covariates, target });
