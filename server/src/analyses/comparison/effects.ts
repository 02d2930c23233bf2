// Response, remission and change at a visit: each cohort, and each against the reference, unadjusted beside adjusted.
import type { ContrastReason, EffectArm, EffectContrast, EffectRow, Effects } from "@afterglow/shared";
import { release, type Released } from "../../disclosure/release";
import { hasRemission } from "../../queries/endpointsAtVisit";
import type { AnalysisContext } from "../question";
import { meanContrast, noContrast, shareContrast } from "./contrasts";
import { isAdjustedShown, lettersOf } from "./pairBalance";
import type { VisitQuestion } from "./question";
import { whyNot } from "./timeContrasts";
import { noArms, plainArms, weightedArms, type ShareOf, type VisitArms } from "./visitArms";
import { armsAtVisit, unitOf, visitPairs, visitPatterns, type VisitPair } from "./visitPairs";

export async function effects(context: AnalysisContext, question: VisitQuestion): Promise<Released<Effects>> {
  const { policy } = context;
  const { cohorts, covariates, outcome, visit } = question;
  const unit = unitOf(question);
  const patterns = await visitPatterns(context, question, await armsAtVisit(context, question));
  const pairs = visitPairs(context, question, patterns);
  const balance = pairs.map((pair) => pair.balance);
  const plain = cohorts.map(({ letter }, at) => plainArms(policy, letter, patterns[at] ?? [], unit));
  const adjusted = cohorts.map(({ letter }, at): VisitArms => {
    const pair = pairs[Math.max(0, at - 1)];
    if (pair === undefined || !isAdjustedShown(balance, question.target, at)) return noArms(letter);
    return weightedArms(policy, letter, patterns[at] ?? [], pair.weighing.weights[at === 0 ? 0 : 1], unit);
  });
  const isAdjusted = covariates.length > 0;
  const sides = { pairs, plain, adjusted, isAdjusted };
  const rows: EffectRow[] = [
    row("RESPONSE", sides, ({ share }) => share.RESPONSE, shareContrast),
    // Some instruments have no agreed cut-off.
    ...(hasRemission(outcome)
      ? [row("REMISSION", sides, ({ share }) => share.REMISSION, shareContrast)]
      : []),
    row(
      "CHANGE",
      sides,
      ({ change }) => change,
      (one, reference) => meanContrast(policy, one, reference, unit),
    ),
  ];
  return release(policy, {
    visit,
    unit: outcome.measure === "OWN" ? ("PERCENT_OF_BASELINE" as const) : ("POINTS" as const),
    rows,
    balance,
  });
}

interface Sides {
  readonly pairs: readonly VisitPair[];
  readonly plain: readonly VisitArms[];
  readonly adjusted: readonly VisitArms[];
  readonly isAdjusted: boolean;
}

function row<Arm extends { readonly arm: EffectArm }>(
  code: ShareOf | "CHANGE",
  { pairs, plain, adjusted, isAdjusted }: Sides,
  armOf: (arms: VisitArms) => Arm,
  contrast: (one: Arm, reference: Arm) => EffectContrast,
): EffectRow {
  const [before, after] = [plain.map(armOf), adjusted.map(armOf)];
  const of = (arms: readonly Arm[], at: number, why: ContrastReason | null): EffectContrast => {
    const [one, reference] = [arms[at + 1], arms[0]];
    if (why !== null || one === undefined || reference === undefined)
      return noEffect(code, why ?? "NO_PATIENTS");
    return contrast(one, reference);
  };
  return {
    code,
    unadjusted: before.map(({ arm }) => arm),
    adjusted: isAdjusted ? after.map(({ arm }) => arm) : [],
    contrasts: pairs.map(({ pair, balance }, at) => ({
      ...lettersOf(pair),
      unadjusted: of(before, at, balance.reasons.includes("OVERLAPPING") ? "OVERLAPPING" : null),
      adjusted: of(after, at, whyNot(balance, isAdjusted)),
    })),
  };
}

const noEffect = (code: ShareOf | "CHANGE", why: ContrastReason): EffectContrast => ({
  difference: noContrast(why),
  ratio: code === "CHANGE" ? null : noContrast(why),
  standardized: code === "CHANGE" ? noContrast(why) : null,
});
