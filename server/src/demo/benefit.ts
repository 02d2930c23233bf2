// How much a course helps: a latent benefit per patient, turned into the share of the baseline that is gone
// at the end of a full induction. The distribution runs through published points; the shifts between groups
// are added to the latent.
import type { ModalityCode, PsychotherapyCode } from "@afterglow/shared";
import { normalQuantile } from "../statistics/distributions";
import type { Plan } from "./schedule";

/**
 * Knots: latent benefit (standard normal) and improvement as a share of baseline; straight between, flat
 * outside.
 */
type Curve = readonly (readonly [latent: number, improvement: number])[];

const betterThan = (share: number): number => normalQuantile(1 - share);

/**
 * End of a full induction with infusions: 8.4 % are worse than at baseline, 53.6 % have lost half of it,
 * 28.9 % are in remission (McInnes LA, et al. J Affect Disord 2022;301:486-495). Steep about the half: few
 * lie on the edge itself. CALIBRATED for what leaving early, measurement and rounding do to these shares.
 */
const inducedCurve: Curve = [
  [-3, -0.7],
  [-1.7, -0.4],
  [betterThan(0.92), -0.05],
  [-0.6, 0.22],
  [betterThan(0.54), 0.4],
  [betterThan(0.49), 0.57],
  [betterThan(0.27), 0.74],
  [1.3, 0.9],
  [3, 1],
];

/**
 * The day after a single infusion: response in 52.2 % (Han Y, et al. Neuropsychiatr Dis Treat
 * 2016;12:2859-2867).
 */
const singleCurve: Curve = [
  [-3, -0.3],
  [-1.4, 0],
  [betterThan(0.54), 0.4],
  [betterThan(0.475), 0.58],
  [betterThan(0.28), 0.76],
  [3, 1],
];

export function improvementAt(plan: Plan, latent: number): number {
  const curve = plan === "SINGLE" ? singleCurve : inducedCurve;
  let [x0, y0] = curve[0] as readonly [number, number];
  if (latent <= x0) return y0;
  for (const [x1, y1] of curve) {
    if (latent <= x1) return y0 + ((y1 - y0) * (latent - x0)) / (x1 - x0 || 1);
    [x0, y0] = [x1, y1];
  }
  return y0;
}

/**
 * Shifts of the latent against an infusion, in standard deviations. ECT: 41.2 % against 55.4 % at the end
 * of three weeks (Anand A, et al. N Engl J Med 2023;388:2315-2325), a probit difference of 0.36, and more
 * since fewer leave. Intranasal esketamine weaker than infusions: Bahji A, et al. J Affect Disord
 * 2021;278:542-555. The other routes, and all sizes but that of ECT, are chosen.
 */
const ofModality: Record<ModalityCode, number> = {
  KETAMINE_IV: 0,
  KETAMINE_IM: 0,
  KETAMINE_SC: -0.05,
  KETAMINE_INTRANASAL: -0.2,
  KETAMINE_SUBLINGUAL: -0.15,
  ESKETAMINE_INTRANASAL: -0.15,
  ECT: -0.42,
  PLACEBO: -0.9,
};

/**
 * Sparse and uncontrolled evidence for psychotherapy (Drozdz SJ, et al. J Pain Res 2022;15:1691-1706):
 * small and chosen.
 */
const ofPsychotherapy: Record<PsychotherapyCode, number> = { NONE: -0.03, INTEGRATION: 0.03, ASSISTED: 0.1 };

export function groupShift(modality: ModalityCode, psychotherapy: PsychotherapyCode | null): number {
  return ofModality[modality] + (psychotherapy === null ? 0 : ofPsychotherapy[psychotherapy]);
}

/**
 * The part of the full benefit that n of the planned sessions bring; `pace` is what each session leaves
 * undone.
 */
export function partOfBenefit(plan: Plan, planned: number, sessions: number, pace: number): number {
  if (sessions <= 0) return 0;
  if (plan === "SINGLE") return 1;
  return Math.min(1, (1 - pace ** sessions) / (1 - pace ** planned));
}
