// The rows under a curve's axis: at risk, censored and events at fixed times, from the merged tally alone.
import type { Count } from "@afterglow/shared";
import { hiddenCount, noneLooksLikeFew } from "./cells";
import type { CompetingCounts, MergedCompeting } from "./mergeCompeting";
import type { MergedCurve, TimedCounts } from "./mergeCurve";
import type { Policy } from "./policy";

export interface CurveRow {
  readonly time: number;
  readonly atRisk: Count;
  readonly censored: Count;
  readonly events: Count;
}

/** `competing`: those whose other event came first. */
export interface CompetingRow extends CurveRow {
  readonly competing: Count;
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
    const { atRisk, censored, events } = rowAt(policy, tally, curve, time);
    return { time, atRisk, censored, events };
  });
}

/** The same of two competing events: all four add up to the patients. */
export const competingRows = (
  policy: Policy,
  tally: readonly CompetingCounts[],
  curve: MergedCompeting | null,
  times: readonly number[],
): CompetingRow[] => times.map((time) => rowAt(policy, tally, curve, time));

type Counts = TimedCounts & Partial<CompetingCounts>;
type Kind = "events" | "competing" | "censored";

function rowAt(
  policy: Policy,
  tally: readonly Counts[],
  curve: MergedCurve | null,
  time: number,
): CompetingRow {
  const tooFew = hiddenCount("TOO_FEW");
  if (curve === null || time > curve.endTime)
    return { time, atRisk: tooFew, censored: tooFew, events: tooFew, competing: tooFew };
  const shown = (kind: Kind): number => before(curve.times, time, kind);
  const cumulative = (kind: Kind): Count =>
    shown(kind) > 0 || isNone(policy, tally, time, kind) ? { value: shown(kind), hidden: null } : tooFew;
  const left = curve.patients - shown("events") - shown("competing") - shown("censored");
  return {
    time,
    atRisk: { value: left, hidden: null },
    censored: cumulative("censored"),
    events: cumulative("events"),
    competing: cumulative("competing"),
  };
}

function before(rows: readonly Counts[], time: number, kind: Kind): number {
  return rows.reduce((sum, row) => sum + (row.time < time ? (row[kind] ?? 0) : 0), 0);
}

/** Nobody counted before this time, and sayable. Before time 0 nobody can have been. */
export function isNone(policy: Policy, tally: readonly Counts[], time: number, kind: Kind): boolean {
  if (time === 0) return true;
  const total = tally.reduce((sum, row) => sum + row.events + (row.competing ?? 0) + row.censored, 0);
  return !noneLooksLikeFew(policy, total) && before(tally, time, kind) === 0;
}
