/** The steps of a curve as points of a plot, cut where it ends or where the axis does. */
import type { TimeToEventGroup } from "../results";
import type { TimeToEventPlan } from "./timeToEventChart";
import { stepAt } from "./timeToEventTable";

/** Points of the line up to where it stops; the end itself is a point, so that the last step has its length. */
export function pointsOf(
  group: TimeToEventGroup,
  plan: Pick<TimeToEventPlan, "until" | "timeScale">,
): Shown[] {
  return bandOf(group, plan, (step) => step.share);
}

type Step = TimeToEventGroup["curve"][number];
interface Shown {
  readonly x: number;
  readonly y: number;
}

export function bandOf(
  group: TimeToEventGroup,
  { until, timeScale }: Pick<TimeToEventPlan, "until" | "timeScale">,
  value: (step: Step) => number,
): Shown[] {
  const end = Math.min(until, group.endTime ?? 0);
  const steps = group.curve.filter((step) => step.time <= end);
  const last = stepAt(group.curve, end);
  const points = steps.map((step) => ({ x: step.time * timeScale.times, y: value(step) }));
  if (last !== null && last.time < end) points.push({ x: end * timeScale.times, y: value(last) });
  return points;
}
