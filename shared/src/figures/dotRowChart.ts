/** A chart of dot rows: one estimate with its interval a row, names at the left, values at the right. */
import type { Chart, ChartConfiguration } from "chart.js";
import type { IErrorBarXDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { isHidden } from "./numbers";
import { dotRows, type DotRow } from "./plugins/dotRows";
import { widestText } from "./plugins/rowsUnderAxis";
import { powersAxis } from "./powersAxis";
import { baseOptions, NARROW, tickFont } from "./scales";
import { colourOf, type SeriesMark } from "./series";

export interface DotRowPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly rows: readonly PlannedRow[];
  /** In powers of ten; `max`, `min` and `step` say nothing then. */
  readonly logarithmic?: boolean;
  /** Below 0 only where an interval reaches there. */
  readonly min?: number;
  /** The axis' end; ticks in steps. */
  readonly max: number;
  readonly step: number;
  readonly tickText: (value: number) => string;
  readonly heading: string;
  readonly strong: boolean;
  readonly gutters: { readonly left: number; readonly right: number };
  readonly description: string;
}

/** A point with its interval, or a heading over the rows that follow. */
export type PlannedRow = PlannedPoint | { readonly heading: string };
export interface PlannedPoint {
  readonly name: string;
  /** Where a phone has no room for the name. */
  readonly narrowName?: string;
  readonly estimate: Estimate;
  readonly text: string;
  readonly mark: SeriesMark;
}
export const isPoint = (row: PlannedRow): row is PlannedPoint => "estimate" in row;

const TOP = 28;
const ROW = 25;
/** Least px between the plot and the values at its right. */
const TEXT_GAP = 12;
/** Under this width the gutters shrink, so that the points keep some room. */
const TIGHT = 300;
/** px that a point at the end of the axis may stand out. */
export const POINT = 6;
/** Nearer than so many px, every second tick goes without. */
const LEAST_TICK = 24;

type Rows = ChartConfiguration<"scatterWithErrorBars", IErrorBarXDataPoint[], unknown>;

export function dotRowChart(plan: DotRowPlan): FigureChart {
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    axisOnTop: true,
    height: () => TOP + plan.rows.length * ROW + 8,
    description: plan.description,
    configure: (ink, width) => configure(plan, ink, width),
  };
}

function configure(plan: DotRowPlan, ink: Ink, width: number): Rows {
  const narrow = width < NARROW;
  const rows = plan.rows.map((row): DotRow => {
    if (!isPoint(row)) return { name: row.heading, isHeading: true, text: "", hidden: false, within: null };
    const { name, narrowName, text, estimate } = row;
    return {
      name: narrow ? (narrowName ?? name) : name,
      isHeading: false,
      text,
      hidden: isHidden(estimate),
      within: withinOf(estimate, plan.max),
    };
  });
  const points = plan.rows.filter(isPoint);
  const nothing = points.every(({ estimate }) => estimate.value === null);
  const tight = width < TIGHT;
  const shortened = narrow && points.some(({ narrowName }) => narrowName !== undefined);
  const least = tight ? Math.round(plan.gutters.right * 0.8) : plan.gutters.right;
  const texts = [plan.heading, ...rows.map(({ text }) => text)];
  // The last tick label reaches into the gutter, beside the heading.
  const right = (chart: Chart): number =>
    Math.max(least, widestText(chart.ctx, texts, ink.size.label) + TEXT_GAP);
  const { min = 0, max, step } = plan;
  const end = endOf(plan, tight);
  const steps = (max - min) / step;
  const crowded = (width - plan.gutters.left - least) / steps < LEAST_TICK;
  const sparse = tight || crowded || (narrow && steps > 5);
  // The first tick is one of those that stay.
  const start = sparse && max > 1 ? Math.floor(min / (2 * step)) * 2 * step : min;
  return {
    type: "scatterWithErrorBars",
    data: { datasets: plan.rows.flatMap((row, index) => (isPoint(row) ? datasetOf(row, index, ink) : [])) },
    options: {
      ...baseOptions(ink),
      layout: { padding: ({ chart }) => ({ top: 4, right: right(chart), bottom: 4 }) },
      scales: {
        y: {
          type: "linear",
          min: -0.5,
          max: Math.max(0.5, plan.rows.length - 0.5),
          reverse: true,
          border: { display: false },
          grid: { display: false },
          ticks: { display: false },
          // The gutter takes the names as they are, for some are long.
          afterFit: (scale) => {
            const names = widestText(
              scale.ctx,
              rows.filter(({ isHeading }) => !isHeading).map(({ name }) => name),
              ink.size.label,
            );
            scale.width = Math.max(names + 10, tight || shortened ? 0 : plan.gutters.left);
          },
        },
        x:
          plan.logarithmic === true
            ? powersAxis(
                points.map(({ estimate }) => estimate),
                plan.tickText,
                ink,
              )
            : linearAxis(plan, ink, { start, end, sparse, nothing }),
      },
    },
    plugins: [dotRows({ rows, heading: plan.heading, strong: plan.strong }, ink)],
  };
}

function linearAxis(
  { step, tickText }: DotRowPlan,
  ink: Ink,
  {
    start,
    end,
    sparse,
    nothing,
  }: {
    readonly start: number;
    readonly end: number;
    readonly sparse: boolean;
    readonly nothing: boolean;
  },
) {
  return {
    type: "linear" as const,
    position: "top" as const,
    min: start,
    max: end,
    border: { display: false },
    grid: {
      drawTicks: false,
      lineWidth: (context: TickContext) => (context.tick?.value === 0 ? 1.5 : 1),
      color: (context: TickContext) => (context.tick?.value === 0 ? ink.axis : ink.grid),
    },
    ticks: {
      stepSize: step * (sparse ? 2 : 1),
      color: ink.ink3,
      font: tickFont(ink),
      padding: 6,
      maxRotation: 0,
      autoSkip: false,
      callback: (value: string | number) => (nothing ? "" : tickText(Number(value))),
    },
  };
}

interface TickContext {
  readonly tick?: { readonly value: number };
}

/** With every second tick left out, an axis of numbers still ends on a tick; a share may not go past 100%. */
function endOf({ max, step }: DotRowPlan, tight: boolean): number {
  return tight && max > 1 ? Math.ceil(max / (2 * step)) * 2 * step : max;
}

/** Where a share lies of which only a bound is known: hatched, since no point may stand for it. */
function withinOf({ value, bound }: Estimate, max: number): DotRow["within"] {
  if (value === null || bound === null) return null;
  return bound === "UNDER" ? [0, Math.min(value, max)] : [Math.min(value, max), max];
}

function datasetOf({ name, estimate, mark }: PlannedPoint, y: number, ink: Ink): Rows["data"]["datasets"] {
  if (estimate.value === null || estimate.bound !== null) return [];
  const colour = colourOf(ink, mark);
  const point = {
    x: estimate.value,
    y,
    xMin: estimate.lower ?? estimate.value,
    xMax: estimate.upper ?? estimate.value,
  };
  // `radius` is the element's own name for it, which the types of the dataset do not list.
  const dataset = {
    label: name,
    data: [point],
    clip: POINT,
    radius: 4.5,
    hoverRadius: 4.5,
    backgroundColor: colour,
    borderColor: ink.card,
    borderWidth: 1,
    errorBarColor: colour,
    errorBarLineWidth: 1.5,
    errorBarWhiskerLineWidth: 0,
    errorBarWhiskerSize: 0,
  };
  return [dataset];
}
