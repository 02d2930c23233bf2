// Side effects per patient, each cohort against the reference: difference, ratio, and a test corrected for all effects.
import {
  sideEffects,
  type ComparedSideEffects,
  type ContrastReason,
  type SideEffectContrast,
} from "@afterglow/shared";
import { countOf } from "../../columns/countOf";
import { denominator } from "../../disclosure/cells";
import { release, type Released } from "../../disclosure/release";
import { tallyExposurePatterns, type ExposurePattern } from "../../queries/tallyExposurePatterns";
import { benjaminiHochberg } from "../../statistics/adjustedP";
import type { AnalysisContext } from "../question";
import { noArm, shareArm, weightedShareArm, type ShareArm } from "./arms";
import { noContrast, noTest, shareContrast, shareTest } from "./contrasts";
import { patientsOf } from "./covariateLevels";
import { isAdjustedShown, lettersOf, pairBalance, pairsOf } from "./pairBalance";
import type { ComparisonQuestion } from "./question";
import { standingArms } from "./standingArms";
import { whyNot } from "./timeContrasts";
import { weigh } from "./weigh";

export async function sideEffectContrasts(
  context: AnalysisContext,
  { cohorts, covariates, target }: ComparisonQuestion,
): Promise<Released<ComparedSideEffects>> {
  const { policy } = context;
  const count = countOf(context);
  const arms = await standingArms(context, cohorts, { of: "EXPOSED" });
  const patterns = await Promise.all(
    arms.map(({ scope }) => tallyExposurePatterns(count, scope, covariates)),
  );
  const pairs = pairsOf(cohorts).map((pair, at) => {
    const weighing = weigh(policy, covariates, target, patterns[0] ?? [], patterns[at + 1] ?? []);
    return { pair, weighing, balance: pairBalance(policy, pair, weighing) };
  });
  const balances = pairs.map(({ balance }) => balance);
  const isAdjusted = covariates.length > 0;
  const told = sideEffects.map(({ code }, term) => {
    const arms = cohorts.map(({ letter }, at) => {
      const rows = patterns[at] ?? [];
      const counts = { part: sumOf(rows, term, () => 1), whole: patientsOf(rows) };
      const pair = pairs[Math.max(0, at - 1)];
      const plain = shareArm(policy, letter, counts);
      if (pair === undefined || !isAdjustedShown(balances, target, at)) {
        return { plain, weighted: noArm(letter) };
      }
      const side = at === 0 ? 0 : 1;
      const weights = pair.weighing.weights[side];
      const worth = {
        part: sumOf(rows, term, (row) => weights[row] ?? 0),
        whole: pair.weighing.effective[side],
      };
      return { plain, weighted: weightedShareArm(policy, letter, counts, worth) };
    });
    return { term: code, arms };
  });
  const contrasts = pairs.map(({ pair, balance }, at) => {
    const overlapping = balance.reasons.includes("OVERLAPPING") ? ("OVERLAPPING" as const) : null;
    const of = (kind: "plain" | "weighted", why: ContrastReason | null): SideEffectContrast[] =>
      corrected(told.map(({ arms }) => contrastOf(arms[at + 1]?.[kind], arms[0]?.[kind], why)));
    return {
      ...lettersOf(pair),
      unadjusted: of("plain", overlapping),
      adjusted: of("weighted", whyNot(balance, isAdjusted)),
    };
  });
  return release(policy, {
    exposed: cohorts.map(({ letter }, at) => ({
      letter,
      patients: denominator(policy, patientsOf(patterns[at] ?? [])),
    })),
    effects: told.map(({ term, arms }, effect) => ({
      term,
      unadjusted: arms.map(({ plain }) => plain.arm),
      adjusted: isAdjusted ? arms.map(({ weighted }) => weighted.arm) : [],
      contrasts: contrasts.map(({ letter, against, unadjusted, adjusted }) => ({
        letter,
        against,
        unadjusted: unadjusted[effect] ?? nothing("NO_PATIENTS"),
        adjusted: adjusted[effect] ?? nothing("NO_PATIENTS"),
      })),
    })),
    balance: balances,
  });
}

function sumOf(rows: readonly ExposurePattern[], term: number, weightOf: (row: number) => number): number {
  return rows.reduce((sum, { withEffect }, row) => sum + weightOf(row) * (withEffect[term] ?? 0), 0);
}

const nothing = (why: ContrastReason): SideEffectContrast => ({
  difference: noContrast(why),
  ratio: noContrast(why),
  test: noTest("CHI_SQUARE", why),
});

function contrastOf(
  one: ShareArm | undefined,
  reference: ShareArm | undefined,
  why: ContrastReason | null,
): SideEffectContrast {
  if (why !== null || one === undefined || reference === undefined) return nothing(why ?? "NO_PATIENTS");
  const { difference, ratio } = shareContrast(one, reference);
  return { difference, ratio: ratio ?? noContrast("ZERO_CELL"), test: shareTest(one, reference) };
}

/** Benjamini and Hochberg's correction over all effects of a pair. */
function corrected(contrasts: readonly SideEffectContrast[]): SideEffectContrast[] {
  const corrections = benjaminiHochberg(contrasts.map(({ test }) => test.p));
  return contrasts.map((each, at) => ({
    ...each,
    test: { ...each.test, adjustedP: corrections[at] ?? null },
  }));
}
