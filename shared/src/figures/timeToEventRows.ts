/** The rows under the axis of a time-to-event chart: at risk, censored and events at the ticks; the medians beside them. */
import type { Count, Estimate } from "../estimate";
import type { TimeToEventGroup } from "../results";
import type { Ink } from "./ink";
import { estimateText, hiddenText, isHidden, numberText } from "./numbers";
import type { RowBlock, RowCell } from "./plugins/rowsUnderAxis";
import { colourOf, dashOf } from "./series";
import type { CurveMarks, TimeToEventPlan } from "./timeToEventChart";

/** In a narrow gutter the median stands alone. */
export function medianText(
  median: Estimate,
  { timeScale, smallest }: TimeToEventPlan,
  narrow: boolean,
): string {
  if (!narrow) return estimateText(median, timeScale, smallest, "\u2013");
  if (median.hidden === "NOT_REACHED") return "n.r.";
  return median.value === null
    ? hiddenText(median.hidden, smallest)
    : numberText(median.value * timeScale.times, timeScale.digits);
}

/** The median, or why there is none; where the gutter is narrow the label in the plot says why. */
export function gutterText(group: TimeToEventGroup, plan: TimeToEventPlan, narrow: boolean): string {
  const without = plan.withoutCurve?.words(group) ?? null;
  if (without !== null) return narrow ? "" : without;
  return medianText(group.median, plan, narrow);
}

/** Where nothing is shown, one block of hidden marks says so; more would say no more. */
export const blockCount = (groups: readonly TimeToEventGroup[], plan: TimeToEventPlan): number =>
  plan.atRiskOnly === true || groups.every((group) => group.endTime === null) ? 1 : blocksFor(groups).length;

type Row = TimeToEventGroup["rows"][number];
interface Block {
  readonly heading: string;
  readonly countOf: (group: TimeToEventGroup, row: Row) => Count | undefined;
}

/** In order; that of the maintained only where maintenance competes. */
function blocksFor(groups: readonly TimeToEventGroup[], events = "Events"): readonly Block[] {
  const isCompeting = groups.some(({ maintenanceFirst }) => maintenanceFirst != null);
  const maintained: Block = {
    heading: "Maintenance first",
    countOf: ({ maintenanceFirst }, { time }) =>
      maintenanceFirst?.rows.find((each) => each.time === time)?.events,
  };
  return [
    { heading: "At risk", countOf: (_, row) => row.atRisk },
    { heading: "Censored", countOf: (_, row) => row.censored },
    ...(isCompeting ? [maintained] : []),
    { heading: events, countOf: (_, row) => row.events },
  ];
}

export function blocksOf(
  groups: readonly TimeToEventGroup[],
  marks: CurveMarks,
  plan: TimeToEventPlan,
  ink: Ink,
  narrow: boolean,
): RowBlock[] {
  const ticks = plan.ticks.filter((_, index) => !narrow || index % 2 === 0);
  return blocksFor(groups, plan.second?.first)
    .slice(0, blockCount(groups, plan))
    .map(({ heading, countOf }, block) => ({
      heading,
      rows: groups.map((group) => {
        const mark = marks.markOf(group.group.code);
        const without = plan.withoutCurve?.words(group) ?? null;
        const cells = (without === null ? ticks : []).map((tick): RowCell | null => {
          const row = group.rows.find((each) => Math.abs(each.time * plan.timeScale.times - tick) < 1e-9);
          const count = row === undefined ? undefined : countOf(group, row);
          if (count === undefined) return null;
          if (count.value !== null) return { at: tick, text: numberText(count.value) };
          return isHidden(count) ? { at: tick, text: null } : null;
        });
        return {
          name: marks.rowName?.(group) ?? group.group.short,
          colour: colourOf(ink, mark),
          dash: dashOf(mark),
          cells: afterEnd(
            cells.filter((cell) => cell !== null),
            group,
            plan,
            block === 0,
          ),
        };
      }),
    }));
}

/** After the end of a curve: one hidden mark in At risk, then nothing, since more marks would say no more. */
function afterEnd(
  cells: readonly RowCell[],
  group: TimeToEventGroup,
  plan: TimeToEventPlan,
  first: boolean,
): RowCell[] {
  const end = group.endTime === null ? -1 : group.endTime * plan.timeScale.times;
  const marked = first ? cells.findIndex((cell) => cell.text === null && cell.at > end) : -1;
  return cells.filter((cell, index) => cell.at <= end || index === marked);
}
