// The merged curve of two competing events: losses, and another event that may come first (maintenance). It is the
// merged curve that censors at the other event (mergeCurve) with its censored patients told apart.
import { isFew } from "./cells";
import { gatherNeighbours, medianTime } from "./gatherNeighbours";
import { mergeCurve, type MergedCurve, type TimedCounts } from "./mergeCurve";
import type { Policy } from "./policy";
import { roundCount, smallestShown } from "./rounding";

export interface CompetingCounts extends TimedCounts {
  /** Patients whose other event came first; they are not among the censored. */
  readonly competing: number;
}

export interface MergedCompeting extends MergedCurve {
  readonly competing: number;
  readonly times: readonly CompetingCounts[];
}

/**
 * The losses are those of the curve that censors: the same steps by the same rule, so that asking by one rule and by the
 * other tells no more of them. Its censored patients are told apart:
 * 1. Only where those of the other event and the rest are each 0 or k and more in all (0 only where none need not look
 *    like few): whoever subtracts the totals of one rule from those of the other is left with one of the two.
 * 2. Days are taken together until they hold k of a kind, as in mergeCurve, each kind by itself.
 * 3. The other events are rounded cumulatively. The rest are, in all, the shown whole less them: a third rounding
 *    would narrow the first two.
 * 4. A step of either event after which fewer than k would be left ends the curve.
 * null: where the curve that censors is, and where its censored may not be told apart. The two rules then differ by
 * few patients, or nobody else is censored.
 */
export function mergeCompeting(policy: Policy, tally: readonly CompetingCounts[]): MergedCompeting | null {
  const censoring = tally.map((row) => ({ ...row, censored: row.censored + row.competing }));
  const curve = mergeCurve(policy, censoring);
  if (curve === null) return null;
  const total = censoring.reduce((sum, row) => sum + row.events + row.censored, 0);
  const end = lastTimeAtRisk(policy, censoring, total);
  const departed = [...tally].filter(({ time }) => time < end).sort((one, other) => one.time - other.time);
  const [competing, others] = [sumOf(departed, "competing"), sumOf(departed, "censored")];
  if (isFew(policy, competing, total) || isFew(policy, others, total)) return null;
  const shown = roundCount(policy, competing);
  return draw(policy, curve, [
    ...curve.times.flatMap(({ time, events }) =>
      events > 0 ? [{ time, count: events, kind: "events" }] : [],
    ),
    ...stepsOf(policy, departed, "competing", shown),
    ...stepsOf(policy, departed, "censored", roundCount(policy, competing + others) - shown),
  ] as Step[]);
}

/** The last time at which k or more are still at risk, as mergeCurve finds it. */
function lastTimeAtRisk(policy: Policy, tally: readonly TimedCounts[], total: number): number {
  const times = [...new Set(tally.map(({ time }) => time))].sort((one, other) => one - other);
  const gone = (time: number): number =>
    tally.reduce((sum, row) => sum + (row.time < time ? row.events + row.censored : 0), 0);
  return times.findLast((time) => total - gone(time) >= policy.smallestCount) ?? 0;
}

type Kind = "events" | "competing" | "censored";
interface Step {
  readonly time: number;
  readonly count: number;
  readonly kind: Kind;
}

const sumOf = (rows: readonly CompetingCounts[], kind: Kind): number =>
  rows.reduce((sum, row) => sum + row[kind], 0);

/** Neighbouring days together until they hold k; what is left over joins the last. `all`: what they add up to, shown. */
function stepsOf(policy: Policy, departed: readonly CompetingCounts[], kind: Kind, all: number): Step[] {
  const anyone = departed.filter((row) => row[kind] > 0);
  const bins = gatherNeighbours(anyone, (open) => sumOf(open, kind) >= policy.smallestCount);
  let [exact, shown] = [0, 0];
  return bins.flatMap((bin, index) => {
    exact += sumOf(bin, kind);
    const next = index === bins.length - 1 ? all : Math.min(all, roundCount(policy, exact));
    const count = next - shown;
    shown = next;
    return count > 0 ? [{ time: medianTime(bin, (row) => row[kind]), count, kind }] : [];
  });
}

/** On one day the score came before the session, and both before the patient was lost from sight. */
const order: readonly Kind[] = ["events", "competing", "censored"];

function draw(
  policy: Policy,
  { patients, endTime: lastTime }: MergedCurve,
  steps: readonly Step[],
): MergedCompeting | null {
  const least = smallestShown(policy);
  const times: CompetingCounts[] = [];
  const drawn = { events: 0, competing: 0, censored: 0 };
  let left = patients;
  let endTime = lastTime;
  const inOrder = [...steps].sort(
    (one, other) => one.time - other.time || order.indexOf(one.kind) - order.indexOf(other.kind),
  );
  for (const { time, count, kind } of inOrder) {
    if (time > lastTime) break;
    const isLoss = kind === "censored";
    const takesAll = policy.roundedTo === 1 && left === count;
    if (!isLoss && left - count < least && !takesAll) {
      endTime = time;
      break;
    }
    // Rounded losses to follow-up never take the last few away: who is at risk at the end is k or more.
    const gone = isLoss ? Math.min(count, left - least) : count;
    if (gone <= 0 || drawn[kind] + gone < least) continue;
    times.push({ time, events: 0, competing: 0, censored: 0, [kind]: gone });
    drawn[kind] += gone;
    left -= gone;
  }
  if (drawn.events === 0 && steps.some(({ kind }) => kind === "events")) return null;
  if (left > 0) times.push({ time: endTime, events: 0, competing: 0, censored: left });
  return { patients, events: drawn.events, competing: drawn.competing, endTime, times };
}
