// For each category of each dimension: how many patients would the cohort have if it were chosen?
//
// Each number is the size of a cohort, and is hidden or shown as that cohort's own size is. There is no secondary
// suppression among them: each can be asked for as a cohort anyway, so hiding its neighbour would keep no secret.
import { dimensions, type DimensionChoices } from "@afterglow/shared";
import { denominator } from "../disclosure/cells";
import { release, type Released } from "../disclosure/release";
import { tallyChoices } from "../queries/tallyChoices";
import { categoriesOf } from "./groups";
import type { AnalysisContext, CohortQuestion } from "./question";

export async function choices(
  context: AnalysisContext,
  { cohort }: CohortQuestion,
): Promise<Released<DimensionChoices[]>> {
  const tally = await tallyChoices(context.query, { releaseId: context.release.releaseId, cohort });
  const counted = new Map(tally.map((each) => [`${each.dimension} ${each.category}`, each.patients]));
  const result = dimensions.map(({ name }) => ({
    dimension: name,
    choices: categoriesOf(context.release, name).map(({ code, label, number }) => ({
      code,
      label,
      patients: denominator(context.policy, counted.get(`${name} ${number}`) ?? 0),
      isApplied: (counted.get(`${name} ${number}`) ?? 0) >= context.policy.smallestCount,
    })),
  }));
  return release(context.policy, result);
}
