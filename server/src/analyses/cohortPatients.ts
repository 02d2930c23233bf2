// How many patients are in the cohort, or in what stands of it?
import type { Count } from "@afterglow/shared";
import { denominator } from "../disclosure/cells";
import { release, type Released } from "../disclosure/release";
import { decide } from "./decide";
import type { AnalysisContext, CohortQuestion } from "./question";

export async function cohortPatients(
  context: AnalysisContext,
  { cohort }: CohortQuestion,
): Promise<Released<Count>> {
  const { patients } = await decide(context, cohort, { of: "TREATED" });
  return release(context.policy, denominator(context.policy, patients));
}
