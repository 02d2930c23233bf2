// From the true times to an event to the merged, rounded tally that may be shown: the curve is computed from it and
// from nothing else, so that the numbers under the axis say all that the curve says. No estimate is made here.
import { gatherNeighbours, medianTime } from "./gatherNeighbours";
import type { Policy } from "./policy";
import { noneLooksLikeFew } from "./cells";
import { roundCount, smallestShown } from "./rounding";

export interface TimedCounts {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** The same with what each patient is worth: counts decide what may be shown, effective numbers are what is shown. */
export interface WeightedCounts extends TimedCounts {
  readonly effectiveEvents: number;
  readonly effectiveCensored: number;
}

/** All counts rounded; cumulative differences are what `times` holds. */
export interface MergedCurve {
  readonly patients: number;
  readonly events: number;
  readonly endTime: number;
  /** Adds up to `patients`: merged steps, merged censoring, and everyone left censored at the end. */
  readonly times: readonly TimedCounts[];
}

/** `worth`: the same in effective patients; the count itself where nobody is weighted. */
type Gathered = { time: number; count: number; worth: number };

/**
 * 1. The curve ends at the last time at which k or more are still at risk.
 * 2. Days are taken together until they hold k events; days left over at the end join the last step. A step stands
 *    at the median of its events, so that as many are drawn early as late. Losses to
 *    follow-up are taken together in the same way.
 * 3. Cumulative counts are rounded (rounding each step would let the errors add up).
 * 4. A step after which fewer than k would be left is not drawn; the curve ends there. None left is shown only
 *    where counts are not rounded.
 * Measured under publish on simulated weekly assessments, mean error of S over 42 days: 0.050 at 100 patients, 0.007
 * at 400 (internal: 0.015 and 0.001). At 100 it is the height of the steps, 11 patients of 100, that costs: without
 * any rounding it stays 0.043, and with the best of all ways to take days together, found by trying all, 0.039. So
 * the plain rule is kept.
 * Weighted patients: days are taken together, and the curve ends, by whichever of the count and its worth is smaller.
 * null: fewer than k patients, or events that are fewer than k (none included, where none looks like few).
 */
export function mergeCurve(
  policy: Policy,
  tally: readonly (TimedCounts | WeightedCounts)[],
): MergedCurve | null {
  const sorted = byTime(tally);
  const total = sumOf(sorted.flatMap(({ events, censored }) => [events, censored]));
  if (isTooFew(policy, total)) return null;
  const end = lastTimeAtRisk(policy, sorted, total);
  const seen = sorted.filter(({ time }) => time <= end).map(({ events }) => events);
  const events = gather(policy, seen);
  const lost = sorted.filter(({ time }) => time < end).map(({ censored }) => censored);
  const censored = gather(policy, lost);
  const isNobody = sumOf(seen).count === 0 && !noneLooksLikeFew(policy, total.count);
  if (events.length === 0 && !isNobody) return null;
  return draw(
    policy,
    roundCount(policy, total.worth),
    end,
    roundCumulative(policy, events),
    roundCumulative(policy, censored),
  );
}

interface TimeRow {
  readonly time: number;
  readonly events: Gathered;
  readonly censored: Gathered;
}

/** Weights of 1 add up to a count but for floating noise. */
const NOISE = 1e-6;

const isTooFew = (policy: Policy, { count, worth }: Pick<Gathered, "count" | "worth">): boolean =>
  Math.min(count, worth + NOISE) < policy.smallestCount;

/** One row a time, in order. */
function byTime(tally: readonly (TimedCounts | WeightedCounts)[]): TimeRow[] {
  const rows = new Map<number, TimeRow>();
  for (const row of tally) {
    const { time } = row;
    const [events, censored] =
      "effectiveEvents" in row ? [row.effectiveEvents, row.effectiveCensored] : [row.events, row.censored];
    const here = rows.get(time);
    const add = (before: Gathered | undefined, count: number, worth: number): Gathered => ({
      time,
      count: (before?.count ?? 0) + count,
      worth: (before?.worth ?? 0) + worth,
    });
    rows.set(time, {
      time,
      events: add(here?.events, row.events, events),
      censored: add(here?.censored, row.censored, censored),
    });
  }
  return [...rows.values()].sort((one, other) => one.time - other.time);
}

function lastTimeAtRisk(policy: Policy, sorted: readonly TimeRow[], total: Omit<Gathered, "time">): number {
  let { count, worth } = total;
  let last = 0;
  for (const row of sorted) {
    if (!isTooFew(policy, { count, worth })) last = row.time;
    count -= row.events.count + row.censored.count;
    worth -= row.events.worth + row.censored.worth;
  }
  return last;
}

/** Neighbouring times together until they hold k; what is left over joins the last. Fewer than k in all: none. */
function gather(policy: Policy, counts: readonly Gathered[]): Gathered[] {
  const anyone = counts.filter(({ count }) => count > 0);
  const bins = gatherNeighbours(anyone, (open) => !isTooFew(policy, sumOf(open)));
  return bins.map((bin) => ({ time: medianTime(bin, ({ count }) => count), ...sumOf(bin) }));
}

const sumOf = (bin: readonly Gathered[]): Omit<Gathered, "time"> =>
  bin.reduce((sum, each) => ({ count: sum.count + each.count, worth: sum.worth + each.worth }), {
    count: 0,
    worth: 0,
  });

function roundCumulative(policy: Policy, bins: readonly Gathered[]): Gathered[] {
  let exact = 0;
  let shown = 0;
  return bins.map((bin) => {
    exact += bin.worth;
    const next = roundCount(policy, exact);
    const worth = next - shown;
    shown = next;
    return { ...bin, worth };
  });
}

function draw(
  policy: Policy,
  patients: number,
  lastTime: number,
  events: Gathered[],
  censored: Gathered[],
): MergedCurve | null {
  const least = smallestShown(policy);
  const times: TimedCounts[] = [];
  let left = patients;
  let endTime = lastTime;
  let drawn = 0;
  let lost = 0;
  const order = [
    ...events.map((each) => ({ ...each, isEvent: true })),
    ...censored.map((each) => ({ ...each, isEvent: false })),
  ].sort((one, other) => one.time - other.time || Number(other.isEvent) - Number(one.isEvent));
  for (const { time, worth: count, isEvent } of order) {
    const after = left - count;
    if (isEvent) {
      if (after < least && !(after === 0 && policy.roundedTo === 1)) {
        endTime = time;
        break;
      }
      times.push({ time, events: count, censored: 0 });
      drawn += count;
      left = after;
    } else {
      // Rounded losses never take the last few away: who is at risk at the end is k or more.
      const gone = Math.min(count, left - least);
      if (gone <= 0 || lost + gone < least) continue;
      times.push({ time, events: 0, censored: gone });
      left -= gone;
      lost += gone;
    }
  }
  if (drawn === 0 && events.length > 0) return null;
  if (left > 0) times.push({ time: endTime, events: 0, censored: left });
  return { patients, events: drawn, endTime, times };
}
