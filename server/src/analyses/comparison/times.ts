// Onset or durability of the cohorts over each other: curves as each cohort alone would have them, the same weighted,
// and their contrasts.
import { InvalidChoice, type ComparedCurve, type ComparedTimes } from "@afterglow/shared";
import { countOf } from "../../columns/countOf";
import { mergeCurve, type WeightedCounts } from "../../disclosure/mergeCurve";
import { hiddenCount, hiddenEstimate } from "../../disclosure/cells";
import type { Policy } from "../../disclosure/policy";
import { release, type Released } from "../../disclosure/release";
import { durabilityTimes } from "../../queries/tallyDurability";
import { onsetTimes } from "../../queries/tallyOnset";
import { tallyTimePatterns, type TimePattern } from "../../queries/tallyTimePatterns";
import { tallyGaps, type GapRow } from "../../queries/tallyTimes";
import { kaplanMeier } from "../../statistics/kaplanMeier";
import { DURABILITY_HORIZON_DAYS, durabilityShape } from "../durability";
import { everyoneGroup } from "../groups";
import { ONSET_HORIZON_DAYS, onsetShapes } from "../onset";
import type { AnalysisContext } from "../question";
import { timesToEvent, type CurveShape } from "../timeToEvent";
import { effectiveCount } from "./arms";
import { meanTime, type MeanTime } from "./curveTests";
import { isAdjustedShown, pairBalance, pairsOf } from "./pairBalance";
import type { TimesQuestion } from "./question";
import { standingArms, type StandingArm } from "./standingArms";
import { timeContrasts, type CohortTimes } from "./timeContrasts";
import { weigh, type Weighing } from "./weigh";

/** Restricted means go no further than this: half a year in response, six weeks to response. */
const LONGEST_TAU = { DURABILITY: 26 * 7, ONSET: ONSET_HORIZON_DAYS } as const;

export async function times(
  context: AnalysisContext,
  question: TimesQuestion,
): Promise<Released<ComparedTimes>> {
  const { policy } = context;
  const { cohorts, covariates, target, outcome } = question;
  // Cumulative incidences are not compared yet, and curves that censor a competing event would stand in for them.
  if (question.times === "DURABILITY" && outcome.maintenance === "COMPETING")
    throw new InvalidChoice("maintenance", "COMPETING is not compared; choose IGNORED or CENSORED");
  const shape = question.times === "ONSET" ? onsetShapes.DAY : durabilityShape;
  const arms = await standingArms(context, cohorts, {
    of: question.times === "ONSET" ? "LATER_SCORE" : "RESPONDER",
    outcome,
  });
  const tallies = await Promise.all(arms.map(({ scope }) => tally(context, question, scope)));
  const [reference, ...others] = tallies;
  if (reference === undefined) throw new RangeError("Comparison: it has no cohort");
  const weighings = others.map((other) =>
    weigh(policy, covariates, target, reference.patterns, other.patterns),
  );
  const balance = pairsOf(cohorts).map((pair, at) => pairBalance(policy, pair, weighingAt(weighings, at)));

  const curves = tallies.map((each) => withCurve(policy, each, plainCounts(each.patterns), shape));
  const tau = tauOf(curves, LONGEST_TAU[question.times]);
  const plain = curves.map((each) => ({ ...each, mean: meanOf(policy, each, tau) }));
  const adjusted = tallies.map((each, at) => {
    const pair = Math.max(0, at - 1);
    if (!isAdjustedShown(balance, target, at)) return null;
    const weights = weighingAt(weighings, pair).weights[at === 0 ? 0 : 1];
    const cohort = withCurve(policy, each, weightedCounts(each.patterns, weights), shape);
    return { ...cohort, mean: meanOf(policy, cohort, tau) };
  });
  const nothing = withCurve(policy, { patterns: [], gaps: [] }, [], shape);
  const describe = (all: readonly (CohortTimes | null)[]): ComparedCurve[] =>
    cohorts.map(({ letter }, at) => {
      const cohort = all[at] ?? null;
      const { described, patients, worth } = cohort ?? nothing;
      return {
        group: { ...everyoneGroup, code: letter, label: `Cohort ${letter}`, short: letter },
        instrument: outcome.measure === "OWN" ? null : outcome.measure,
        ...described,
        patients: cohort === null ? hiddenCount("NOT_ESTIMABLE") : effectiveCount(policy, patients, worth),
        restrictedMean: cohort?.mean.estimate ?? hiddenEstimate("NOT_ESTIMABLE"),
      };
    });
  return release(policy, {
    clock: "DAY" as const,
    horizon: question.times === "ONSET" ? ONSET_HORIZON_DAYS : DURABILITY_HORIZON_DAYS,
    tau,
    unadjusted: describe(plain),
    adjusted: covariates.length === 0 ? [] : describe(adjusted),
    contrasts: timeContrasts({ policy, balance, plain, adjusted, shape, isAdjusted: covariates.length > 0 }),
    balance,
  });
}

interface Tallied {
  readonly patterns: readonly TimePattern[];
  readonly gaps: readonly GapRow[];
}

async function tally(
  context: AnalysisContext,
  { outcome, times: which, of, covariates }: TimesQuestion,
  scope: StandingArm["scope"],
): Promise<Tallied> {
  const count = countOf(context);
  const asked = which === "ONSET" ? onsetTimes(scope, outcome, of, "DAY") : durabilityTimes(scope, outcome);
  const [patterns, gaps] = await Promise.all([
    tallyTimePatterns(count, asked, covariates),
    tallyGaps(count, { by: null, ...asked }),
  ]);
  return { patterns, gaps };
}

function weighingAt(weighings: readonly Weighing[], at: number): Weighing {
  const weighing = weighings[at];
  if (weighing === undefined) throw new RangeError("Comparison: a pair has no weights");
  return weighing;
}

const plainCounts = (patterns: readonly TimePattern[]): WeightedCounts[] =>
  patterns.map(({ time, events, censored }) => ({
    time,
    events,
    censored,
    effectiveEvents: events,
    effectiveCensored: censored,
  }));

function weightedCounts(patterns: readonly TimePattern[], weights: readonly number[]): WeightedCounts[] {
  return patterns.map(({ time, events, censored }, row) => {
    const weight = weights[row] ?? 0;
    return {
      time,
      events,
      censored,
      effectiveEvents: weight * events,
      effectiveCensored: weight * censored,
    };
  });
}

function withCurve(
  policy: Policy,
  { patterns, gaps }: Tallied,
  counts: readonly WeightedCounts[],
  shape: CurveShape,
): Omit<CohortTimes, "mean"> {
  const merged = mergeCurve(policy, counts);
  const patients = patterns.reduce((sum, each) => sum + each.patients, 0);
  const worth = counts.reduce((sum, each) => sum + each.effectiveEvents + each.effectiveCensored, 0);
  const times = counts.map((row) => ({ ...row, group: 0 }));
  const [described] = timesToEvent(policy, { times, gaps }, [{ number: 0, isHidden: false }], shape);
  if (described === undefined) throw new RangeError("Comparison: a cohort has no curve");
  return {
    patients,
    worth,
    counts,
    described,
    merged,
    curve: merged === null ? null : kaplanMeier(merged.times),
  };
}

/** The shortest of the shown follow-ups, so that every mean is taken over the same time. */
function tauOf(all: readonly Omit<CohortTimes, "mean">[], longest: number): number | null {
  const ends = all.flatMap(({ merged }) => (merged === null ? [] : [merged.endTime]));
  return ends.length === 0 ? null : Math.min(longest, ...ends);
}

function meanOf(policy: Policy, cohort: Omit<CohortTimes, "mean">, tau: number | null): MeanTime {
  if (cohort.merged === null || tau === null)
    return { estimate: hiddenEstimate("TOO_FEW"), standardError: null };
  return meanTime(policy, cohort.counts, cohort.worth, tau);
}
