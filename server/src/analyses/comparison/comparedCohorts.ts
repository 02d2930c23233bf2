// The cohorts of a comparison: how many patients each has, and which of them can share patients.
import { canOverlap, cohortSentence, cohortToSearch, type ComparedCohort } from "@afterglow/shared";
import { denominator } from "../../disclosure/cells";
import { release, type Released } from "../../disclosure/release";
import { tallyPatients } from "../../queries/tallyPatients";
import type { AnalysisContext } from "../question";
import type { ComparisonQuestion } from "./question";

export async function comparedCohorts(
  context: AnalysisContext,
  { cohorts }: ComparisonQuestion,
  names: readonly string[],
): Promise<Released<ComparedCohort[]>> {
  const { policy, query } = context;
  const sizes = await Promise.all(
    cohorts.map(({ cohort, isHidden }) =>
      tallyPatients(query, isHidden ? null : { releaseId: context.release.releaseId, cohort }, null),
    ),
  );
  const described = cohorts.map(({ letter, cohort, notApplied }, at): ComparedCohort => ({
    letter,
    name: names[at] ?? "",
    sentence: cohortSentence(cohort),
    applied: new URLSearchParams(cohortToSearch(cohort)).toString(),
    notApplied,
    patients: denominator(policy, sizes[at]?.[0]?.patients ?? 0),
    overlaps: cohorts
      .filter((other) => other.letter !== letter && canOverlap(cohort, other.cohort))
      .map((other) => other.letter),
  }));
  return release(policy, described);
}
