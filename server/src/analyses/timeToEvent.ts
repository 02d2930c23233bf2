// What onset and durability have in common: from the tally of times through the gate to curve, rows, median and
// landmarks. Which event, which clock and which way up is theirs to say.
import type { Estimate, TimeToEventGroup } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownEstimate } from "../disclosure/cells";
import { curveRows, isNone } from "../disclosure/curveRows";
import { mergeCurve, type MergedCurve, type TimedCounts } from "../disclosure/mergeCurve";
import type { Policy } from "../disclosure/policy";
import type { GapRow, TimeRow, TimesTally } from "../queries/tallyTimes";
import { kaplanMeier, survivalAt, type SurvivalCurve } from "../statistics/kaplanMeier";
import { quantilesOf } from "../statistics/quantilesOf";
import { medianOf } from "../statistics/survivalQuantile";
import type { DecidedGroup } from "./decide";
import { hideGroups } from "./hideGroups";

export interface CurveShape {
  /** FALLS: the share still free of the event (S). RISES: the share who had it (1 - S). */
  readonly share: "FALLS" | "RISES";
  readonly rowTimes: readonly number[];
  readonly landmarks: readonly number[];
}

export type Described = Omit<TimeToEventGroup, "group" | "instrument">;

export type TimedGroup = Pick<DecidedGroup, "number" | "isHidden">;

/** By Kaplan-Meier, one a group, in their order. */
export const timesToEvent = (
  policy: Policy,
  tally: TimesTally,
  groups: readonly TimedGroup[],
  shape: CurveShape,
): Described[] =>
  describeGroups(policy, tally, groups, (times, gaps) => describe(policy, times, gaps, shape));

/** Each group by its own rows. A group that is hidden as a whole is empty in all it says. */
export function describeGroups(
  policy: Policy,
  tally: TimesTally,
  groups: readonly TimedGroup[],
  describeOne: (times: readonly TimeRow[], gaps: readonly GapRow[], group: number) => Described,
): Described[] {
  const times = groups.map(({ number }) => tally.times.filter((row) => row.group === number));
  const hidden = hideGroups(policy, groups, times.map(patientsIn));
  return groups.map(({ number }, index) => {
    const reason = hidden[index] ?? null;
    const gaps = tally.gaps.filter((row) => row.group === number);
    if (reason === null) return describeOne(times[index] ?? [], gaps, number);
    return { ...describeOne([], [], number), patients: hiddenCount(reason) };
  });
}

export const patientsIn = (times: readonly TimedCounts[]): number =>
  times.reduce((sum, row) => sum + row.events + row.censored, 0);

/** `merged`: the gate's curve; null where nothing but the number of patients may be told. */
export function describe(
  policy: Policy,
  times: readonly TimedCounts[],
  gaps: readonly GapRow[],
  shape: CurveShape,
  merged: MergedCurve | null = mergeCurve(policy, times),
): Described {
  const curve = merged === null ? null : kaplanMeier(merged.times);
  const tooFew = hiddenEstimate("TOO_FEW");
  return {
    patients: denominator(policy, patientsIn(times)),
    events: merged === null ? hiddenCount("TOO_FEW") : { value: merged.events, hidden: null },
    curve: curve === null ? [] : steps(curve, shape),
    endTime: merged === null ? null : merged.endTime,
    rows: curveRows(policy, times, merged, shape.rowTimes),
    median: curve === null ? tooFew : median(curve),
    landmarks: shape.landmarks.map((time) => ({
      time,
      share: landmark(policy, times, merged, curve, time, shape),
    })),
    medianGapDays: medianGap(policy, gaps),
  };
}

interface Band {
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

function oriented({ survival, lower, upper }: Band, { share }: CurveShape) {
  if (share === "FALLS") return { share: survival, lower, upper };
  const fromOne = (value: number | null): number | null => (value === null ? null : 1 - value);
  return { share: 1 - survival, lower: fromOne(upper), upper: fromOne(lower) };
}

function steps(curve: SurvivalCurve, shape: CurveShape): Described["curve"] {
  const start = { time: 0, ...oriented({ survival: 1, lower: null, upper: null }, shape) };
  const drawn = curve.points.filter((point) => point.events > 0);
  return [start, ...drawn.map((point) => ({ time: point.time, ...oriented(point, shape) }))];
}

function median(curve: SurvivalCurve): Estimate {
  const { value, lower, upper } = medianOf(curve);
  return value === null ? hiddenEstimate("NOT_REACHED") : shownEstimate(value, lower, upper);
}

/** Before the first step fewer than k have had the event, which looks the same as none where that is asked for. */
function landmark(
  policy: Policy,
  times: readonly TimedCounts[],
  merged: MergedCurve | null,
  curve: SurvivalCurve | null,
  time: number,
  shape: CurveShape,
): Estimate {
  if (merged === null || curve === null || time > merged.endTime) return hiddenEstimate("TOO_FEW");
  const { survival, lower, upper } = survivalAt(curve, time);
  if (survival === null) return hiddenEstimate("NOT_ESTIMABLE");
  // The next day's row counts the events up to this day.
  if (survival === 1 && !isNone(policy, times, time + 1, "events")) return hiddenEstimate("TOO_FEW");
  const read = oriented({ survival, lower, upper }, shape);
  return shownEstimate(read.share, read.lower, read.upper);
}

export function medianGap(policy: Policy, gaps: readonly GapRow[]): Estimate {
  const patients = gaps.reduce((sum, row) => sum + row.count, 0);
  if (patients < policy.smallestCount) return hiddenEstimate("TOO_FEW");
  const [value = null] = quantilesOf(gaps, [0.5]);
  return value === null ? hiddenEstimate("NOT_ESTIMABLE") : shownEstimate(value, null, null);
}
