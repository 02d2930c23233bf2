// For each category of each dimension: how many patients would the cohort have if it alone were chosen there, and would
// choosing it, beside what is chosen already, be applied?
//
// Each number is the size of what stands of a cohort, and is hidden or shown as that cohort's own size is. There is no
// secondary suppression among them: each can be asked for as a cohort anyway, so hiding its neighbour would keep no secret.
import {
  dimensionByName,
  dimensions,
  UNKNOWN_CODE,
  type Cohort,
  type DimensionChoices,
  type DimensionName,
} from "@afterglow/shared";
import { denominator } from "../disclosure/cells";
import { release, type Released } from "../disclosure/release";
import type { Denominator } from "../queries/denominator";
import { categoriesOf } from "./groups";
import { populationsOf } from "./population";
import type { AnalysisContext, CohortQuestion } from "./question";
import { standing, type Standing } from "./standing";

const treated: Denominator = { of: "TREATED" };

export async function choices(
  context: AnalysisContext,
  { cohort }: CohortQuestion,
): Promise<Released<DimensionChoices[]>> {
  const { policy } = context;
  const populations = populationsOf(context, [treated]);
  const stands = async (asked: Cohort): Promise<Standing | null> => {
    for await (const population of populations) {
      const found = standing(population, policy.smallestCount, asked, treated);
      if (found !== null) return found;
    }
    return null;
  };
  const now = await stands(cohort);
  const result: DimensionChoices[] = [];
  for (const { name } of dimensions) {
    const categories = categoriesOf(context.release, name);
    const known = categories.map(({ code }) => code);
    const choices: DimensionChoices["choices"][number][] = [];
    for (const { code, label } of categories) {
      const alone = await stands({ ...cohort, [name]: [code] });
      const beside = chosenWith(name, cohort[name] ?? [], code, known);
      const clicked =
        beside.length === 1
          ? alone
          : beside === cohort[name]
            ? now
            : await stands({ ...cohort, [name]: beside });
      choices.push({
        code,
        label,
        patients: denominator(policy, alone?.patients ?? 0),
        isApplied: clicked?.cohort[name]?.includes(code) ?? false,
      });
    }
    result.push({ dimension: name, choices });
  }
  return release(policy, result);
}

/** What is chosen once a category is chosen too: a range reaches to it. The same, where it is chosen already. */
function chosenWith(
  name: DimensionName,
  chosen: readonly string[],
  code: string,
  known: readonly string[],
): readonly string[] {
  if (chosen.includes(code)) return chosen;
  const { grammar } = dimensionByName(name);
  if (grammar === "one" || chosen.length === 0) return [code];
  if (grammar === "set") return known.filter((each) => each === code || chosen.includes(each));
  if (code === UNKNOWN_CODE || chosen.includes(UNKNOWN_CODE)) return [code];
  const places = [code, ...chosen].map((each) => known.indexOf(each));
  return known.slice(Math.min(...places), Math.max(...places) + 1);
}
