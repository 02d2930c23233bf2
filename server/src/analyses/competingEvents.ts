// Loss and maintenance as competing events: which comes first, how many by when. From the tally of times through the
// gate to both cumulative incidences, rows, median and landmarks. The counterpart of timeToEvent, where one event counts.
import type { Estimate, MaintenanceFirst } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownEstimate } from "../disclosure/cells";
import { competingRows, isNone } from "../disclosure/curveRows";
import { mergeCompeting, type CompetingCounts, type MergedCompeting } from "../disclosure/mergeCompeting";
import type { Policy } from "../disclosure/policy";
import type { GapRow, TimeRow, TimesTally } from "../queries/tallyTimes";
import { aalenJohansen, incidenceAt, type IncidenceCurves } from "../statistics/aalenJohansen";
import { incidenceQuantile } from "../statistics/incidenceQuantile";
import {
  describeGroups,
  medianGap,
  patientsIn,
  type CurveShape,
  type Described,
  type TimedGroup,
} from "./timeToEvent";

/** One a group, in their order. */
export const competingEvents = (
  policy: Policy,
  tally: TimesTally,
  groups: readonly TimedGroup[],
  shape: Omit<CurveShape, "share">,
): Described[] =>
  describeGroups(policy, tally, groups, (times, gaps) => describeCompeting(policy, times, gaps, shape));

const causes = ["events", "competing"] as const;
type Cause = (typeof causes)[number];

/** `merged`: the gate's curves; null where nothing but the number of patients may be told. */
export function describeCompeting(
  policy: Policy,
  rows: readonly TimeRow[],
  gaps: readonly GapRow[],
  { rowTimes, landmarks }: Omit<CurveShape, "share">,
  merged: MergedCompeting | null = mergeCompeting(policy, apart(rows)),
): Described {
  const tally = apart(rows);
  const curves = merged === null ? null : aalenJohansen(merged.times.map(asCounted), causes.length);
  const under = competingRows(policy, tally, merged, rowTimes);
  const read = (cause: Cause) =>
    landmarks.map((time) => ({ time, share: landmark(policy, tally, merged, curves, time, cause) }));
  return {
    patients: denominator(policy, patientsIn(rows)),
    events: countOf(tally, merged, "events"),
    curve: steps(curves, "events"),
    endTime: merged === null ? null : merged.endTime,
    rows: under.map(({ time, atRisk, censored, events }) => ({ time, atRisk, censored, events })),
    median: median(curves),
    landmarks: read("events"),
    medianGapDays: medianGap(policy, gaps),
    maintenanceFirst: {
      events: countOf(tally, merged, "competing"),
      curve: steps(curves, "competing"),
      rows: under.map(({ time, competing }) => ({ time, events: competing })),
      landmarks: read("competing"),
    },
  };
}

/** The tally counts the maintained among the censored as well. */
const apart = (rows: readonly TimeRow[]): CompetingCounts[] =>
  rows.map(({ time, events, censored, maintained = 0 }) => ({
    time,
    events,
    competing: maintained,
    censored: censored - maintained,
  }));

const asCounted = ({ time, events, competing, censored }: CompetingCounts) => ({
  time,
  events: [events, competing],
  censored,
});

/** None drawn is none only where there is none; a step that ends the curve before it is drawn is hidden. */
function countOf(tally: readonly CompetingCounts[], merged: MergedCompeting | null, cause: Cause) {
  if (merged === null) return hiddenCount("TOO_FEW");
  const shown = merged[cause];
  const isHidden = shown === 0 && tally.some((row) => row[cause] > 0);
  return isHidden ? hiddenCount("TOO_FEW") : { value: shown, hidden: null };
}

function steps(curves: IncidenceCurves | null, cause: Cause): MaintenanceFirst["curve"] {
  if (curves === null) return [];
  const at = causes.indexOf(cause);
  const drawn = curves.points.filter(({ events }) => (events[at] ?? 0) > 0);
  return [
    { time: 0, share: 0, lower: null, upper: null },
    ...drawn.flatMap(({ time, causes: estimates }) => {
      const estimate = estimates[at];
      return estimate === undefined
        ? []
        : [{ time, share: estimate.value, lower: estimate.lower, upper: estimate.upper }];
    }),
  ];
}

function median(curves: IncidenceCurves | null): Estimate {
  if (curves === null) return hiddenEstimate("TOO_FEW");
  const { value, lower, upper } = incidenceQuantile(curves, causes.indexOf("events"), 0.5);
  return value === null ? hiddenEstimate("NOT_REACHED") : shownEstimate(value, lower, upper);
}

/** Before the first step fewer than k have had the event, which looks the same as none where that is asked for. */
function landmark(
  policy: Policy,
  tally: readonly CompetingCounts[],
  merged: MergedCompeting | null,
  curves: IncidenceCurves | null,
  time: number,
  cause: Cause,
): Estimate {
  if (merged === null || curves === null || time > merged.endTime) return hiddenEstimate("TOO_FEW");
  const estimate = incidenceAt(curves, time).causes[causes.indexOf(cause)];
  if (estimate === undefined || estimate.value === null) return hiddenEstimate("NOT_ESTIMABLE");
  // The next day's row counts the events up to this day.
  if (estimate.value === 0 && !isNone(policy, tally, time + 1, cause)) return hiddenEstimate("TOO_FEW");
  return shownEstimate(estimate.value, estimate.lower, estimate.upper);
}
