// Does the difference at a visit vary over the categories of a dimension? Each category is a comparison of its own, its
// weights fitted within it; sizes are protected as groups of the cohort, and Cochran's Q tests the interaction.
import {
  dimensionByName,
  UNKNOWN_CODE,
  type Category,
  type Contrast,
  type Count,
  type DimensionName,
  type SubgroupRow,
  type Subgroups,
  type TestResult,
} from "@afterglow/shared";
import { hiddenCount, shownCount } from "../../disclosure/cells";
import { protectGroups } from "../../disclosure/protectGroups";
import { release, type Released } from "../../disclosure/release";
import { normalQuantile } from "../../statistics/distributions";
import { heterogeneity } from "../../statistics/heterogeneity";
import type { VisitPattern } from "../../queries/tallyVisitPatterns";
import type { AnalysisContext } from "../question";
import { hiddenContrast, isShown, noContrast, noTest, shareContrast } from "./contrasts";
import { patientsOf } from "./covariateLevels";
import { lettersOf, pairBalance, pairsOf, type PairOfCohorts } from "./pairBalance";
import type { SubgroupsQuestion } from "./question";
import { whyNot } from "./timeContrasts";
import { plainArms, weightedArms } from "./visitArms";
import { unitOf, visitPatterns } from "./visitPairs";
import { weigh } from "./weigh";

/** What was known before treatment and might change its effect. */
const candidates: readonly DimensionName[] = [
  "condition",
  "severity",
  "age",
  "sex",
  "priorTrials",
  "priorEct",
];

type Side = readonly VisitPattern[];

export async function subgroups(
  context: AnalysisContext,
  question: SubgroupsQuestion,
): Promise<Released<Subgroups>> {
  const { cohorts, covariates, visit, of } = question;
  const dimensions = candidates.filter((name) => categoriesInAll(name, question).length > 1);
  const more = dimensions.filter((name) => !covariates.includes(name));
  const patterns = await visitPatterns(context, question, more);
  const places = [...covariates, ...more];
  const pairs = pairsOf(cohorts).map((pair, at) => {
    const sides = [patterns[0] ?? [], patterns[at + 1] ?? []] as const;
    const compare = (reference: Side, other: Side, left: DimensionName | null) =>
      differences(context, question, pair, reference, other, left);
    const everyone = { code: "ALL", label: "All patients" };
    return {
      ...lettersOf(pair),
      overall: { ...everyone, patients: sizes(context, sides), ...compare(...sides, null) },
      dimensions: dimensions.map((name) => {
        const rows = rowsOf(
          context,
          name,
          categoriesInAll(name, question),
          sides,
          places.indexOf(name),
          compare,
        );
        return {
          dimension: name,
          interaction: {
            unadjusted: interaction(rows.map(({ unadjusted }) => unadjusted)),
            adjusted: interaction(rows.map(({ adjusted }) => adjusted)),
          },
          rows,
        };
      }),
    };
  });
  return release(context.policy, { visit, of, pairs });
}

/** The known categories of a dimension that every cohort allows. */
function categoriesInAll(name: DimensionName, { cohorts }: SubgroupsQuestion): Category[] {
  const allowed = (dimensionByName(name).categories ?? []).filter(({ code }) => code !== UNKNOWN_CODE);
  return allowed.filter(({ code }) =>
    cohorts.every(({ cohort }) => cohort[name] === undefined || cohort[name].includes(code)),
  );
}

function sizes({ policy }: AnalysisContext, sides: readonly [Side, Side]): readonly [Count, Count] {
  const size = (side: Side): Count => {
    const patients = patientsOf(side);
    return patients < policy.smallestCount ? hiddenCount("TOO_FEW") : shownCount(policy, patients);
  };
  return [size(sides[0]), size(sides[1])];
}

type Differences = Pick<SubgroupRow, "unadjusted" | "adjusted">;

/** Within a category its own dimension is no covariate: it is the same for all. */
function differences(
  { policy }: AnalysisContext,
  question: SubgroupsQuestion,
  pair: PairOfCohorts,
  reference: Side,
  other: Side,
  left: DimensionName | null,
): Differences {
  const { covariates, target, of } = question;
  const unit = unitOf(question);
  const [here, there] = [pair.other.letter, pair.reference.letter];
  const weighing = weigh(policy, covariates, target, reference, other);
  const balance = pairBalance(policy, pair, {
    ...weighing,
    covariates: weighing.covariates.filter(({ dimension }) => dimension !== left),
  });
  if (balance.reasons.includes("OVERLAPPING")) {
    return { unadjusted: noContrast("OVERLAPPING"), adjusted: noContrast("OVERLAPPING") };
  }
  const plain = [
    plainArms(policy, here, other, unit).share[of],
    plainArms(policy, there, reference, unit).share[of],
  ] as const;
  const unadjusted = shareContrast(...plain).difference;
  if (!isShown(unadjusted)) return { unadjusted, adjusted: unadjusted };
  const why = whyNot(balance, covariates.length > 0);
  if (why !== null) return { unadjusted, adjusted: noContrast(why) };
  const adjusted = shareContrast(
    weightedArms(policy, here, other, weighing.weights[1], unit).share[of],
    weightedArms(policy, there, reference, weighing.weights[0], unit).share[of],
  ).difference;
  return { unadjusted, adjusted };
}

function rowsOf(
  { policy }: AnalysisContext,
  dimension: DimensionName,
  categories: readonly Category[],
  sides: readonly [Side, Side],
  place: number,
  compare: (reference: Side, other: Side, left: DimensionName) => Differences,
): SubgroupRow[] {
  const within = sides.map((side) =>
    categories.map(({ number }) => side.filter((pattern) => pattern.categories[place] === number)),
  );
  // Everyone else of the cohort, those of unknown category too, is one more group: all groups add up to the cohort.
  const marks = within.map((groups, arm) => {
    const counts = groups.map(patientsOf);
    const rest = patientsOf(sides[arm === 0 ? 0 : 1]) - counts.reduce((sum, count) => sum + count, 0);
    return protectGroups(policy, [...counts, rest]);
  });
  return categories.map(({ code, label }, at) => {
    const [reference, other] = [within[0]?.[at] ?? [], within[1]?.[at] ?? []];
    const count = (side: Side, arm: number): Count => {
      const mark = marks[arm]?.[at] ?? null;
      return mark === null ? shownCount(policy, patientsOf(side)) : hiddenCount(mark);
    };
    const patients = [count(reference, 0), count(other, 1)] as const;
    const isHidden = patients.some(({ value }) => value === null);
    return {
      code,
      label,
      patients,
      ...(isHidden
        ? { unadjusted: hiddenContrast, adjusted: hiddenContrast }
        : compare(reference, other, dimension)),
    };
  });
}

const Z = normalQuantile(0.975);

/** Standard errors from the widths of the shown intervals. */
function interaction(contrasts: readonly Contrast[]): TestResult {
  const shown = contrasts.flatMap(({ value, lower, upper }) =>
    value === null || lower === null || upper === null
      ? []
      : [{ estimate: value, standardError: (upper - lower) / (2 * Z) }],
  );
  if (shown.length < 2) return noTest("CHI_SQUARE", null);
  const test = heterogeneity(shown);
  if ("notEstimable" in test) return noTest("CHI_SQUARE", test.notEstimable);
  const { statistic, df, p } = test;
  return { statistic: "CHI_SQUARE", value: statistic, df, p, adjustedP: null, why: null };
}
