// The rows under a curve's axis: at risk, censored and events at fixed times, from the merged tally alone.
import type { Count } from "@afterglow/shared";
import { hiddenCount, noneLooksLikeFew } from "./cells";
import type { MergedCurve, TimedCounts } from "./mergeCurve";
import type { Policy } from "./policy";

export interface CurveRow {
  readonly time: number;
  readonly atRisk: Count;
  readonly censored: Count;
  readonly events: Count;
}

/**
 * Counted before each time, so that at risk + censored + events = patients at every time, as in R's survfit.
 * A cumulative count that the merged tally does not show yet is 0 only where truly nobody was counted and none need
 * not look like few; else it is hidden, and at risk counts it as 0. After the curve's end all is hidden.
 */
export function curveRows(
  policy: Policy,
  tally: readonly TimedCounts[],
  curve: MergedCurve | null,
  times: readonly number[],
): CurveRow[] {
  return times.map((time) => {
    const tooFew = hiddenCount("TOO_FEW");
    if (curve === null || time > curve.endTime)
      return { time, atRisk: tooFew, censored: tooFew, events: tooFew };
    const events = before(curve.times, time, "events");
    const censored = before(curve.times, time, "censored");
    const cumulative = (shown: number, kind: "events" | "censored"): Count =>
      shown > 0 || isNone(policy, tally, time, kind) ? { value: shown, hidden: null } : tooFew;
    return {
      time,
      atRisk: { value: curve.patients - events - censored, hidden: null },
      censored: cumulative(censored, "censored"),
      events: cumulative(events, "events"),
    };
  });
}

function before(rows: readonly TimedCounts[], time: number, kind: "events" | "censored"): number {
  return rows.reduce((sum, row) => sum + (row.time < time ? row[kind] : 0), 0);
}

/** Nobody counted before this time, and sayable. Before time 0 nobody can have been. */
export function isNone(
  policy: Policy,
  tally: readonly TimedCounts[],
  time: number,
  kind: "events" | "censored",
): boolean {
  if (time === 0) return true;
  const total = tally.reduce((sum, row) => sum + row.events + row.censored, 0);
  return !noneLooksLikeFew(policy, total) && before(tally, time, kind) === 0;
}
