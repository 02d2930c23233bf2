// How long a response lasts: a Weibull time, slowed while maintenance is fresh.
import type { RandomStream } from "./random";

/**
 * About 80 % at 4 and 60 % at 8 weeks (McInnes LA, et al. J Affect Disord 2022;301:486-495): these two fix
 * both numbers.
 */
export const LOSS_SHAPE = 1.195;
export const LOSS_SCALE_DAYS = 98.3;

/**
 * After one infusion: of 52.2 % in response on day 1, 47.9 % are on day 3 and 39.8 % on day 7 (Han Y, et al.
 * Neuropsychiatr Dis Treat 2016;12:2859-2867); the Weibull through both.
 */
export const SINGLE_LOSS_SHAPE = 1.08;
export const SINGLE_LOSS_SCALE_DAYS = 20.7;

/**
 * A maintenance session slows the clock of loss to this rate for so many days: no trial gives the numbers.
 */
const MAINTAINED_RATE = 0.5;
const MAINTAINED_DAYS = 35;

/**
 * Days that the clock of loss has run after `days` days, given the days of maintenance sessions on the same
 * scale.
 */
function clockAt(days: number, maintenance: readonly number[]): number {
  let slowed = 0;
  let covered = 0;
  for (const session of maintenance) {
    const from = Math.max(session, covered);
    const to = Math.min(days, session + MAINTAINED_DAYS);
    if (to > from) {
      slowed += to - from;
      covered = to;
    }
  }
  return days - (1 - MAINTAINED_RATE) * slowed;
}

/** The clock time at which response is lost, had there been no maintenance. */
export function clockOfLoss(
  random: RandomStream,
  sessionShare: number,
  isSinglePlan: boolean,
  ofCondition: number,
): number {
  if (isSinglePlan) return random.weibull(SINGLE_LOSS_SHAPE, SINGLE_LOSS_SCALE_DAYS * ofCondition);
  // A part of an induction lasts a part as long: the exponent leads from six sessions to one.
  const exponent = Math.log(LOSS_SCALE_DAYS / SINGLE_LOSS_SCALE_DAYS) / Math.log(6);
  return random.weibull(LOSS_SHAPE, LOSS_SCALE_DAYS * ofCondition * Math.min(1, sessionShare) ** exponent);
}

/**
 * Share of the way to loss that is behind a responder `days` after the clock began: 1 at loss, over 1 after
 * it.
 */
export function wayToLoss(days: number, loss: number, maintenance: readonly number[]): number {
  return Math.max(0, clockAt(days, maintenance)) / loss;
}
