/**
 * The second curve of a time-to-event chart: those in whom a competing event came first. Thin and dashed, without a band,
 * and only beside one group: of several, the rows under the axis and the table have it.
 */
import type { ChartDataset, Point } from "chart.js";
import type { TimeToEventGroup } from "../results";
import type { Ink } from "./ink";
import { colourOf } from "./series";
import type { CurveMarks, TimeToEventPlan } from "./timeToEventChart";
import { pointsOf } from "./timeToEventPoints";

/** The second curve of a group that stands alone: several would leave no one of them to be read. */
export function secondOf(
  groups: readonly TimeToEventGroup[],
  plan: TimeToEventPlan,
): TimeToEventGroup["curve"][] {
  const [group] = groups;
  const curve = groups.length === 1 ? group?.maintenanceFirst?.curve : undefined;
  return plan.second == null || curve === undefined || curve.length === 0 ? [] : [curve];
}

const SECOND_WIDTH = 1;
const SECOND_DASH = [3, 2];

export function secondDataset(
  curve: TimeToEventGroup["curve"],
  group: TimeToEventGroup,
  marks: CurveMarks,
  plan: TimeToEventPlan,
  ink: Ink,
): ChartDataset<"line", Point[]> {
  return {
    label: `${group.group.label}, ${plan.second?.second ?? ""}`,
    data: pointsOf({ ...group, curve }, plan),
    stepped: "before",
    borderColor: colourOf(ink, marks.markOf(group.group.code)),
    borderWidth: SECOND_WIDTH,
    borderDash: SECOND_DASH,
    pointRadius: 0,
    pointHitRadius: 8,
    fill: false,
    order: 1,
  };
}
