/**
 * Kaplan-Meier curves as a chart: stepped lines with bands, direct labels, and the rows under the axis. For onset and
 * durability alike, which differ in words, ticks and the unit of time. It draws what is released and computes nothing.
 */
import type { ChartConfiguration, ChartDataset, Plugin, Point } from "chart.js";
import type { ExploreState } from "../explore";
import type { TimeToEventCurves, TimeToEventGroup } from "../results";
import type { FigureChart } from "./figure";
import { drawn } from "./groups";
import type { Ink } from "./ink";
import type { Scale } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { curveLabels, type LabelledCurve } from "./plugins/curveLabels";
import { hiddenPlot } from "./plugins/hiddenPlot";
import { guides } from "./plugins/guides";
import { rowsHeight, rowsUnderAxis } from "./plugins/rowsUnderAxis";
import { baseOptions, gutterOf, NARROW, shareAxis, timeAxis } from "./scales";
import { colourOf, dashOf, markOf, textColourOf, type SeriesMark } from "./series";
import { blockCount, blocksOf, gutterText } from "./timeToEventRows";
import { bandOf, pointsOf } from "./timeToEventPoints";
import { secondDataset, secondOf } from "./timeToEventSecond";

export interface TimeToEventPlan {
  readonly id: string;
  readonly axisTitle: string;
  readonly timeTitle: string;
  readonly medianTitle: string;
  readonly timeScale: Scale;
  /** In the axis' unit, like `guides`. */
  readonly ticks: readonly number[];
  readonly guides: readonly number[];
  /** Last time shown, in the result's own unit. */
  readonly until: number;
  readonly smallest: number;
  /** What the curve and a second one of the same group are called; the second is drawn where one group stands alone. */
  readonly second?: SecondCurve | null;
  readonly description: string;
  /** Heading and share of the width, where the plot does not stand alone. */
  readonly title?: string;
  readonly columns?: number;
  /** The rows of those at risk alone. */
  readonly atRiskOnly?: boolean;
  /** What stands for a curve that is not hidden and still cannot be shown; at that share its label rests. */
  readonly withoutCurve?: { readonly words: (group: TimeToEventGroup) => string | null; readonly at: number };
}

/** How curves are marked: by the dimension grouped by, or by a cohort's letter. */
export interface CurveMarks {
  readonly markOf: (code: string) => SeriesMark;
  /** Beside the end of a curve; empty where it is not named there. */
  readonly label: (group: TimeToEventGroup, narrow: boolean) => string;
  /** The name of a row, where it is not that of the curve. */
  readonly rowName?: (group: TimeToEventGroup) => string;
}

/** Names of the two; the short ones where there is no room. */
export interface SecondCurve {
  readonly first: string;
  readonly second: string;
  readonly short: readonly [first: string, second: string];
}

const PLOT_HEIGHT = 210;
const TOP = 34;
const UNDER_AXIS = 42;

type Curve = ChartConfiguration<"line", Point[], unknown>;

export function timeToEventChart(
  result: TimeToEventCurves,
  state: ExploreState,
  plan: TimeToEventPlan,
): FigureChart {
  const marks: CurveMarks = {
    markOf: (code) => markOf(state.by, code),
    label: ({ group }) => (state.by === null ? "" : group.short),
  };
  return curvesChart(shownGroups(result.groups, state), marks, plan);
}

/** The same for any curves that are to be drawn over each other, each with a row of its own. */
export function curvesChart(
  groups: readonly TimeToEventGroup[],
  marks: CurveMarks,
  plan: TimeToEventPlan,
): FigureChart {
  const blocks = blockCount(groups, plan);
  const room = rowsHeight(blocks, groups.length, { size: { row: 14.5 } } as Ink);
  // Beside another plot both are of one height, however many rows each has and whatever the ink.
  const bottom = (ink: Ink) =>
    plan.columns === undefined ? rowsHeight(blocks, groups.length, ink) : room + 4;
  return {
    id: plan.id,
    title: plan.title ?? "",
    columns: plan.columns ?? 12,
    height: () => TOP + PLOT_HEIGHT + room + 4,
    description: plan.description,
    configure: (ink, width) => {
      const narrow = width < NARROW;
      const isPair = secondOf(groups, plan).length > 0;
      const gutters = narrow ? { left: 76, right: isPair ? 84 : 52 } : { left: 80, right: 110 };
      const config: Curve = {
        type: "line",
        data: {
          datasets: groups.flatMap((group) => [
            ...datasetsOf(group, marks, plan, ink),
            ...secondOf(groups, plan).map((curve) => secondDataset(curve, group, marks, plan, ink)),
          ]),
        },
        options: {
          ...baseOptions(ink),
          layout: { padding: { top: TOP, right: gutters.right, bottom: bottom(ink) - UNDER_AXIS } },
          scales: {
            y: shareAxis(
              ink,
              gutterOf(
                groups.map((group) => marks.rowName?.(group) ?? group.group.short),
                gutters.left,
                ink,
              ),
            ),
            x: timeAxis(ink, plan.ticks, UNDER_AXIS),
          },
        },
        plugins: pluginsOf(groups, marks, plan, ink, narrow),
      };
      return config;
    },
  };
}

/** Groups that are hidden as a whole have no row, only their place in the key, unless there is nothing else. */
function shownGroups(all: readonly TimeToEventGroup[], state: ExploreState): readonly TimeToEventGroup[] {
  const groups = drawn(all, state);
  const shown = groups.filter((group) => group.endTime !== null);
  return shown.length === 0 ? groups : shown;
}

function datasetsOf(
  group: TimeToEventGroup,
  marks: CurveMarks,
  plan: TimeToEventPlan,
  ink: Ink,
): ChartDataset<"line", Point[]>[] {
  const mark = marks.markOf(group.group.code);
  const colour = colourOf(ink, mark);
  const band = { stepped: "before", borderWidth: 0, pointRadius: 0, pointHitRadius: 0, order: 2 } as const;
  const name = group.group.label;
  return [
    { ...band, label: `${name}, upper`, data: bandOf(group, plan, (s) => s.upper ?? s.share), fill: false },
    {
      ...band,
      label: `${name}, lower`,
      data: bandOf(group, plan, (s) => s.lower ?? s.share),
      fill: "-1",
      backgroundColor: withAlpha(colour, ink.band),
    },
    {
      label: name,
      data: pointsOf(group, plan),
      stepped: "before",
      borderColor: colour,
      borderWidth: ink.size.curve,
      borderDash: dashOf(mark),
      pointRadius: 0,
      pointHitRadius: 8,
      fill: false,
      order: 1,
    },
  ];
}

export const withAlpha = (colour: string, alpha: number): string =>
  `${colour}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;

function pluginsOf(
  groups: readonly TimeToEventGroup[],
  marks: CurveMarks,
  plan: TimeToEventPlan,
  ink: Ink,
  narrow: boolean,
): Plugin<"line">[] {
  const medians = groups.map((group) => gutterText(group, plan, narrow));
  const plugins = [
    guides(plan.guides, ink),
    axisTitle({ above: plan.axisTitle, below: plan.timeTitle }, ink),
    rowsUnderAxis(
      {
        blocks: blocksOf(groups, marks, plan, ink, narrow),
        gutter: { heading: narrow ? "Median" : plan.medianTitle, texts: medians },
      },
      ink,
    ),
    hiddenPlot(groups.every((group) => group.endTime === null) ? plan.smallest : null, ink),
    curveLabels(
      groups.flatMap((group) => labelsOf(group, secondOf(groups, plan), marks, plan, ink, narrow)),
      ink,
    ),
  ];
  return plugins;
}

function labelsOf(
  group: TimeToEventGroup,
  seconds: readonly TimeToEventGroup["curve"][],
  marks: CurveMarks,
  plan: TimeToEventPlan,
  ink: Ink,
  narrow: boolean,
): LabelledCurve[] {
  const points = pointsOf(group, plan);
  const without = plan.withoutCurve?.words(group) ?? null;
  if (points.length === 0 && without === null) return [];
  const mark = marks.markOf(group.group.code);
  const colour = colourOf(ink, mark);
  const stops = (group.endTime ?? 0) < plan.until;
  if (points.length === 0) {
    const rest = { x: plan.ticks.at(-1) ?? 0, y: plan.withoutCurve?.at ?? 0 };
    const text = `${group.group.code} ${without ?? ""}`;
    return [{ text, colour, textColour: textColourOf(ink, mark), points: [rest], stops: false }];
  }
  const name = marks.label(group, narrow);
  const { first = "", second = "", short = [] } = plan.second ?? {};
  const names = narrow ? short : [first, second];
  const look = { colour, textColour: textColourOf(ink, mark), stops };
  return [
    { ...look, text: seconds.length > 0 ? (names[0] ?? name) : name, points },
    ...seconds.map((curve) => ({
      ...look,
      text: names[1] ?? "",
      points: pointsOf({ ...group, curve }, plan),
    })),
  ];
}
