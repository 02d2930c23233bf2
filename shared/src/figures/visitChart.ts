/**
 * Means or shares by visit: points with intervals, joined by lines, the groups set apart sideways so that intervals do
 * not cover each other; visits evenly spaced, which is not time; under the axis how many scores each point rests on.
 */
import type { ChartConfiguration, Plugin } from "chart.js";
import type { IErrorBarXYDataPoint } from "chartjs-chart-error-bars";
import type { Count, Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { Group } from "../results";
import type { FigureChart } from "./figure";
import { drawn } from "./groups";
import type { Ink } from "./ink";
import { exact, isHidden, numberText } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { curveLabels } from "./plugins/curveLabels";
import { hiddenPlot } from "./plugins/hiddenPlot";
import { levels, type Level } from "./plugins/levels";
import { rowsHeight, rowsUnderAxis, type RowCell } from "./plugins/rowsUnderAxis";
import { baseOptions, gutterOf, NARROW } from "./scales";
import { colourOf, dashOf, markOf, textColourOf } from "./series";
import { scoreAxis, shareAxisTo, UNDER_AXIS, visitAxis, type VisitScale } from "./visitAxes";

/** A group that is seen at visits, whatever is known of each. */
export interface VisitGroup<Visit extends SeenVisit> {
  readonly group: Group;
  readonly patients: Count;
  readonly visits: readonly Visit[];
}
interface SeenVisit {
  readonly visit: string;
  readonly scores: Count;
}

export interface VisitPlan<Visit extends SeenVisit> {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly axisTitle: string;
  readonly visits: readonly { readonly code: string; readonly short: string }[];
  readonly value: (visit: Visit) => Estimate;
  readonly levels: readonly Level[];
  readonly axis: VisitScale;
  /** Heading of the numbers under the axis; null: another chart of the figure has them. */
  readonly counts: string | null;
  /** What a plot says that shows nothing: the smallest count that is shown, or another reason in words. */
  readonly nothing: number | string;
  readonly description: string;
}

type Means = ChartConfiguration<"scatterWithErrorBars", IErrorBarXYDataPoint[], unknown>;

const PLOT_HEIGHT = 200;
const TOP = 34;
/** px between neighbouring groups at one visit. */
const DODGE = 4;
const WIDEST_DODGE = 0.6;
const RIGHT = 84;
/** Nearer than so many px, every second visit goes without its tick and its counts. */
const LEAST_VISIT = 34;

export function visitChart<Visit extends SeenVisit>(
  all: readonly VisitGroup<Visit>[],
  state: ExploreState,
  plan: VisitPlan<Visit>,
): FigureChart {
  const named = drawn(all, state);
  const shown = named.filter((group) => group.patients.value !== null);
  const groups = shown.length === 0 ? named : shown;
  const rows =
    plan.counts === null ? UNDER_AXIS : rowsHeight(1, groups.length, { size: { row: 14.5 } } as Ink);
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    height: () => TOP + PLOT_HEIGHT + rows + 4,
    description: plan.description,
    configure: (ink, width) => configure(groups, state, plan, ink, width),
  };
}

function configure<Visit extends SeenVisit>(
  groups: readonly VisitGroup<Visit>[],
  state: ExploreState,
  plan: VisitPlan<Visit>,
  ink: Ink,
  width: number,
): Means {
  const narrow = width < NARROW;
  const gutter = narrow ? 76 : 80;
  const right = narrow ? 52 : RIGHT;
  const nameGutter = gutterOf(
    groups.map((each) => each.group.short),
    gutter,
    ink,
  );
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
  const points = series.flatMap((each) => each.points);
  const nothing = points.length === 0;
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
        // Only points of neighbouring visits are joined: what lies between others is hidden or was not seen.
        segment: {
          borderColor: ({ p0DataIndex, p1DataIndex }) =>
            Number(points[p1DataIndex]?.x) - Number(points[p0DataIndex]?.x) > 1.5 ? "transparent" : undefined,
        },
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
        padding: {
          top: TOP,
          right,
          bottom: plan.counts === null ? 0 : rowsHeight(1, groups.length, ink) - UNDER_AXIS,
        },
      },
      scales: {
        y:
          plan.axis === "SHARE"
            ? shareAxisTo(points, nameGutter, ink)
            : scoreAxis(points, plan.axis, nameGutter, ink),
        x: visitAxis(plan.visits, pad, step, ink),
      },
    },
    plugins: [
      levels(nothing ? [] : plan.levels, ink),
      axisTitle({ above: plan.axisTitle, below: "Visit (evenly spaced; time is not)" }, ink),
      hiddenPlot(nothing ? plan.nothing : null, ink),
      ...(plan.counts === null
        ? []
        : [
            rowsUnderAxis(
              {
                blocks: [
                  {
                    heading: plan.counts,
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
          ]),
      curveLabels(labels, ink, { stepped: false }),
    ] as Plugin<"scatterWithErrorBars">[],
  };
}

function pointsOf<Visit extends SeenVisit>(
  group: VisitGroup<Visit>,
  plan: VisitPlan<Visit>,
  dodge: number,
): IErrorBarXYDataPoint[] {
  return plan.visits.flatMap(({ code }, index) => {
    const visit = group.visits.find((each) => each.visit === code);
    const estimate = visit === undefined ? null : plan.value(visit);
    const y = estimate === null ? null : exact(estimate);
    if (estimate === null || y === null) return [];
    const x = index + dodge;
    return [{ x, y, yMin: estimate.lower ?? y, yMax: estimate.upper ?? y, xMin: x, xMax: x }];
  });
}

/** One hidden mark where the scores end, then nothing. */
function cellsOf<Visit extends SeenVisit>(group: VisitGroup<Visit>, plan: VisitPlan<Visit>): RowCell[] {
  const cells = plan.visits.flatMap(({ code }, at): RowCell[] => {
    const scores = group.visits.find((each) => each.visit === code)?.scores;
    if (scores === undefined) return [];
    if (scores.value !== null) return [{ at, text: numberText(scores.value) }];
    return isHidden(scores) ? [{ at, text: null }] : [];
  });
  const lastShown = cells.findLastIndex(({ text }) => text !== null);
  return cells.slice(0, lastShown + 2);
}
