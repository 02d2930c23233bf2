// Does the difference at a visit vary over the categories of a dimension? Each category is a comparison of its own, its
// weights fitted within it. The rows of a dimension, and the test of their interaction, are in subgroupRows.ts.
import {
  dimensionByName,
  UNKNOWN_CODE,
  type Category,
  type Count,
  type DimensionName,
  type Subgroups,
} from "@afterglow/shared";
import { hiddenCount, shownCount } from "../../disclosure/cells";
import { release, type Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import { isShown, noContrast, shareContrast } from "./contrasts";
import { patientsOf } from "./covariateLevels";
import { lettersOf, pairBalance, pairsOf, type PairOfCohorts } from "./pairBalance";
import type { SubgroupsQuestion } from "./question";
import { interaction, subgroupRows, type Differences, type Side } from "./subgroupRows";
import { whyNot } from "./timeContrasts";
import { plainArms, weightedArms } from "./visitArms";
import { armsAtVisit, unitOf, visitPatterns } from "./visitPairs";
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

export async function subgroups(
  context: AnalysisContext,
  question: SubgroupsQuestion,
): Promise<Released<Subgroups>> {
  const { cohorts, covariates, visit, of } = question;
  const dimensions = candidates.filter((name) => categoriesInAll(name, question).length > 1);
  const more = dimensions.filter((name) => !covariates.includes(name));
  const arms = await armsAtVisit(context, question);
  const patterns = await visitPatterns(context, question, arms, more);
  const places = [...covariates, ...more];
  const pairs = pairsOf(cohorts).map((pair, at) => {
    const sides = [patterns[0] ?? [], patterns[at + 1] ?? []] as const;
    const pairOfArms = [arms[0], arms[at + 1]];
    const compare = (reference: Side, other: Side, left: DimensionName | null) =>
      differences(context, question, pair, reference, other, left);
    const everyone = { code: "ALL", label: "All patients" };
    return {
      ...lettersOf(pair),
      overall: { ...everyone, patients: sizes(context, sides), ...compare(...sides, null) },
      dimensions: dimensions.map((name) => {
        const rows = subgroupRows(
          context.policy,
          name,
          categoriesInAll(name, question),
          { sides, arms: pairOfArms, place: places.indexOf(name) },
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
