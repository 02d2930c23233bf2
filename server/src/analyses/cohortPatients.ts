// How many patients are in the cohort?
import type { Count } from "@afterglow/shared";
import { denominator } from "../disclosure/cells";
import { release, type Released } from "../disclosure/release";
import { tallyPatients } from "../queries/tallyPatients";
import type { AnalysisContext, CohortQuestion } from "./question";

export async function cohortPatients(
  context: AnalysisContext,
  { cohort }: CohortQuestion,
): Promise<Released<Count>> {
  const { policy } = context;
  const [all] = await tallyPatients(context.query, { releaseId: context.release.releaseId, cohort }, null);
  return release(policy, denominator(policy, all?.patients ?? 0));
}
