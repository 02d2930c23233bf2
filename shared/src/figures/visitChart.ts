/**
 * Means by visit: points with intervals, joined by lines, the groups set apart sideways so that intervals do not cover
 * each other; visits evenly spaced, which is not time; under the axis how many scores each mean rests on.
 */
import type { ChartConfiguration, Plugin } from "chart.js";
import type { IErrorBarXYDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { Trajectory } from "../results";
import type { FigureChart } from "./figure";
import { drawn } from "./groups";
import type { Ink } from "./ink";
import { isHidden, numberText } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { curveLabels } from "./plugins/curveLabels";
import { hiddenPlot } from "./plugins/hiddenPlot";
import { levels, type Level } from "./plugins/levels";
import { rowsHeight, rowsUnderAxis, type RowCell } from "./plugins/rowsUnderAxis";
import { baseOptions, gridOf, gutterOf, NARROW, tickFont } from "./scales";
import { colourOf, dashOf, markOf, textColourOf } from "./series";

export interface VisitPlan {
  readonly title: string;
  readonly axisTitle: string;
  readonly visits: readonly { readonly code: string; readonly short: string }[];
  readonly value: (visit: TrajectoryVisit) => Estimate;
  readonly levels: readonly Level[];
  readonly smallest: number;
  readonly description: string;
}

type TrajectoryGroup = Trajectory["groups"][number];
type TrajectoryVisit = TrajectoryGroup["visits"][number];
type Means = ChartConfiguration<"scatterWithErrorBars", IErrorBarXYDataPoint[], unknown>;

const PLOT_HEIGHT = 200;
const TOP = 34;
const UNDER_AXIS = 42;
/** px between neighbouring groups at one visit. */
const DODGE = 4;
const WIDEST_DODGE = 0.6;
const RIGHT = 84;
/** Nearer than so many px, every second visit goes without its tick and its counts. */
const LEAST_VISIT = 34;

export function visitChart(trajectory: Trajectory, state: ExploreState, plan: VisitPlan): FigureChart {
  const all = drawn(trajectory.groups, state);
  const shown = all.filter((group) => group.patients.value !== null);
  const groups = shown.length === 0 ? all : shown;
  return {
    id: "trajectory-means",
    title: plan.title,
    columns: 7,
    height: () => TOP + PLOT_HEIGHT + rowsHeight(1, groups.length, { size: { row: 14.5 } } as Ink) + 4,
    description: plan.description,
    configure: (ink, width) => configure(groups, state, plan, ink, width),
  };
}

function configure(
  groups: readonly TrajectoryGroup[],
  state: ExploreState,
  plan: VisitPlan,
  ink: Ink,
  width: number,
): Means {
  const narrow = width < NARROW;
  const gutter = narrow ? 76 : 80;
  const right = narrow ? 52 : RIGHT;
  const perVisit = (width - gutter - right) / Math.max(1, plan.visits.length - 1);
  // In visits; never so far that a group would stand nearer to the next visit than to its own.
  const between = Math.min(DODGE / perVisit, WIDEST_DODGE / Math.max(1, groups.length - 1));
  // Room for the outermost points of the first and the last visit.
  const pad = Math.max(0.25, ((groups.length - 1) / 2) * between + 4 / perVisit);
  const series = groups.map((group, index) => {
    const dodge = (index - (groups.length - 1) / 2) * between;
    const mark = markOf(state.by, group.group.code);
    return { group, mark, colour: colourOf(ink, mark), points: pointsOf(group, plan, dodge) };
  });
  const nothing = series.every(({ points }) => points.length === 0);
  const step = perVisit < LEAST_VISIT ? 2 : 1;
  const atTick = (index: number) => index % step === 0;
  const labels = series.map(({ group, mark, colour, points }) => ({
    text: state.by === null ? "" : group.group.short,
    colour,
    textColour: textColourOf(ink, mark),
    points: points.map(({ x, y }) => ({ x: x ?? 0, y: y ?? 0 })),
    stops: false,
  }));
  return {
    type: "scatterWithErrorBars",
    data: {
      datasets: series.map(({ group, mark, colour, points }) => ({
        label: group.group.label,
        data: points,
        showLine: true,
        spanGaps: false,
        radius: 3,
        hoverRadius: 4,
        borderColor: colour,
        backgroundColor: colour,
        borderWidth: 1.5,
        borderDash: dashOf(mark),
        pointWithErrorBarBorderWidth: 0,
        errorBarColor: colour,
        errorBarLineWidth: 1.5,
        errorBarWhiskerLineWidth: 0,
        errorBarWhiskerSize: 0,
      })),
    },
    options: {
      ...baseOptions(ink),
      layout: {
        padding: { top: TOP, right, bottom: rowsHeight(1, groups.length, ink) - UNDER_AXIS },
      },
      scales: {
        y: {
          type: "linear",
          ...rangeOf(series.flatMap(({ points }) => points)),
          border: { display: false },
          grid: gridOf(ink),
          ticks: {
            maxTicksLimit: 6,
            padding: 8,
            color: ink.ink3,
            font: tickFont(ink),
            callback: (value) => (nothing ? "" : numberText(Number(value))),
          },
          afterFit: (scale) => {
            scale.width = gutterOf(
              groups.map((each) => each.group.short),
              gutter,
              ink,
            )(scale);
          },
        },
        x: {
          type: "linear",
          min: -pad,
          max: plan.visits.length - 1 + pad,
          border: { display: false },
          grid: { drawOnChartArea: false, tickLength: 5, color: ink.axis },
          ticks: {
            color: ink.ink3,
            font: tickFont(ink),
            padding: 4,
            autoSkip: false,
            maxRotation: 0,
            callback: (value) => plan.visits[Number(value)]?.short ?? "",
          },
          afterBuildTicks: (scale) => {
            scale.ticks = plan.visits.map((_, value) => ({ value })).filter(({ value }) => atTick(value));
          },
          afterFit: (scale) => {
            scale.height = UNDER_AXIS;
          },
        },
      },
    },
    plugins: [
      levels(nothing ? [] : plan.levels, ink),
      axisTitle({ above: plan.axisTitle, below: "Visit (evenly spaced; time is not)" }, ink),
      hiddenPlot(nothing ? plan.smallest : null, ink),
      rowsUnderAxis(
        {
          blocks: [
            {
              heading: "Scores",
              rows: series.map(({ group, mark, colour }) => ({
                name: group.group.short,
                colour,
                dash: dashOf(mark),
                cells: cellsOf(group, plan).filter(({ at }) => atTick(at)),
              })),
            },
          ],
          gutter: null,
        },
        ink,
      ),
      curveLabels(labels, ink, { stepped: false }),
    ] as Plugin<"scatterWithErrorBars">[],
  };
}

function pointsOf(group: TrajectoryGroup, plan: VisitPlan, dodge: number): IErrorBarXYDataPoint[] {
  return plan.visits.flatMap(({ code }, index) => {
    const visit = group.visits.find((each) => each.visit === code);
    const mean = visit === undefined ? null : plan.value(visit);
    if (mean?.value === null || mean === null) return [];
    const x = index + dodge;
    const y = mean.value;
    return [{ x, y, yMin: mean.lower ?? y, yMax: mean.upper ?? y, xMin: x, xMax: x }];
  });
}

/** One hidden mark where the scores end, then nothing. */
function cellsOf(group: TrajectoryGroup, plan: VisitPlan): RowCell[] {
  const cells = plan.visits.flatMap(({ code }, at): RowCell[] => {
    const scores = group.visits.find((each) => each.visit === code)?.scores;
    if (scores === undefined) return [];
    if (scores.value !== null) return [{ at, text: numberText(scores.value) }];
    return isHidden(scores) ? [{ at, text: null }] : [];
  });
  const lastShown = cells.findLastIndex(({ text }) => text !== null);
  return cells.slice(0, lastShown + 2);
}

/** From an honest zero for scores; a change has the zero line inside. */
function rangeOf(points: readonly IErrorBarXYDataPoint[]): { min: number; max?: number } {
  const ends = points.flatMap(({ yMin, yMax }) => [Number(yMin), Number(yMax)]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const step = high - low > 40 ? 20 : 5;
  return { min: Math.floor(low / step) * step, max: Math.max(step, Math.ceil(high / step) * step) };
}
