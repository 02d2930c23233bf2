// From the arguments of Query.comparison to cohorts that can be compared: each checked as a cohort alone is, two to four
// of them, named or as the categories of one dimension. Which dimensions set them apart, and so which covariates are left,
// follows from what is applied of each.
import {
  covariateChoices,
  defaultCovariates,
  differingDimensions,
  dimensionByName,
  InvalidChoice,
  letters,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";
import { decideArms } from "../analyses/comparison/decideArms";
import { askCohort, askRelease } from "./askCohort";
import type { DoorContext } from "./doorContext";
import { AskedComparison } from "./types/askedComparison";
import type { ComparisonArgs } from "./types/comparisonArgs";
import { cohortFrom, type CohortChoices } from "./types/inputs";

const LONGEST_NAME = 40;

export async function askComparison(context: DoorContext, args: ComparisonArgs): Promise<AskedComparison> {
  const named = args.by == null ? namedCohorts(args) : cohortsBy(args, args.by);
  if (named.length < 2 || named.length > letters.length)
    throw new InvalidChoice("cohorts", `takes two to ${letters.length} cohorts`);
  const [first] = await Promise.all(named.map(({ where }) => askCohort(context, args.release, where)));
  if (first === undefined) throw new InvalidChoice("cohorts", "takes two cohorts or more");
  if (args.target !== "REFERENCE" && named.length > 2)
    throw new InvalidChoice("target", `${args.target} is for two cohorts; with more it is REFERENCE`);
  const { release, arms: cohorts } = await decideArms(
    first.in(context),
    named.map(({ where }, at) => ({ letter: letters[at] ?? "D", cohort: cohortFrom(where) })),
  );
  const differing = differingDimensions(cohorts.map(({ cohort }) => cohort));
  const asked = args.adjustFor ?? defaultCovariates;
  checkCovariates(asked);
  await context.budget.spend(
    context.person,
    first.release,
    cohorts.map(({ cohort }) => cohort),
  );
  const wanted = covariateChoices.filter((name) => asked.includes(name));
  const covariates = wanted.filter((name) => !differing.includes(name));
  return new AskedComparison(
    { cohorts, covariates, target: args.target },
    named.map(({ name }) => name),
    wanted.filter((name) => differing.includes(name)),
    differing.includes("maintenance"),
    release.id === first.release.id ? first.release : await askRelease(context, release.id),
    first.release.number,
  );
}

interface Named {
  readonly name: string;
  readonly where: CohortChoices;
}

function namedCohorts({ cohorts, where }: ComparisonArgs): Named[] {
  if (where != null) throw new InvalidChoice("where", "goes with `by`; each cohort has a `where` of its own");
  return (cohorts ?? []).map(({ name, where: own }, at) => {
    if (name.length > LONGEST_NAME)
      throw new InvalidChoice(`cohorts[${at}].name`, `takes at most ${LONGEST_NAME} characters`);
    return { name: name.trim(), where: own ?? {} };
  });
}

/** Each chosen category as a cohort of its own. */
function cohortsBy({ cohorts, where }: ComparisonArgs, by: DimensionName): Named[] {
  if (cohorts != null) throw new InvalidChoice("cohorts", "cannot be named together with `by`");
  const whole: Cohort = cohortFrom(where ?? {});
  const chosen = whole[by];
  if (chosen === undefined || chosen.length < 2)
    throw new InvalidChoice(by, `choose two to ${letters.length} of its categories in \`where\``);
  const { categories } = dimensionByName(by);
  return chosen.map((code) => ({
    name: categories?.find((category) => category.code === code)?.label.slice(0, LONGEST_NAME) ?? code,
    where: { ...whole, courseNumber: whole.courseNumber?.[0] ?? null, [by]: [code] },
  }));
}

function checkCovariates(asked: readonly DimensionName[]): void {
  const stranger = asked.find((name) => !covariateChoices.includes(name));
  if (stranger !== undefined)
    throw new InvalidChoice(
      "adjustFor",
      `${stranger} is known only after the start, or fixed, and cannot be adjusted for`,
    );
}
