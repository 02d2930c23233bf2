/**
 * A forest plot: a difference with its interval a row, unadjusted as a hollow circle above, adjusted as a filled square
 * below. Names and numbers at the left, the estimate in words at the right; a hidden row is hatched over the whole scale.
 */
import type { ChartConfiguration, Scale } from "chart.js";
import type { IErrorBarXDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { isHidden, MINUS, numberText } from "./numbers";
import { forestRows, forestGutters, type ForestLine } from "./plugins/forestRows";
import { baseOptions, NARROW, rowAxis, tickFont } from "./scales";

export interface ForestPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly printColumns?: number;
  readonly rows: readonly ForestRow[];
  /** Over the two numbers, and over the estimate in words. */
  readonly heads: { readonly numbers: string; readonly text: string; readonly narrowText: string };
  /** Under the scale, at either side of none. */
  readonly sides: { readonly left: string; readonly right: string };
  /** Nothing is adjusted for: hollow circles alone. */
  readonly unadjustedOnly: boolean;
  readonly description: string;
}
/** A row without estimates is a heading. Estimates are differences of shares. */
export interface ForestRow {
  readonly name: string;
  readonly strong?: boolean;
  /** What stands beside a heading. */
  readonly aside?: string;
  readonly numbers?: readonly [string | null, string | null];
  readonly estimates?: { readonly unadjusted: Estimate; readonly adjusted: Estimate };
  readonly text?: string;
}

/** px: the key and the heads over the rows, a row, a heading, the sides under the scale. */
const TOP = 46;
const ROW = 24;
const HEADING = 23;
const FOOT = 26;
/** The two estimates of a row stand so far from its middle. */
const APART = 4.5;
const MOST_STEPS = 7;
/** On a phone a label needs this share of the scale between itself and the next. */
const LABEL_SHARE = 0.3;

type Forest = ChartConfiguration<"scatterWithErrorBars", IErrorBarXDataPoint[], unknown>;

export function forestChart(plan: ForestPlan): FigureChart {
  const total = plan.rows.reduce((sum, row) => sum + heightOf(row), 0);
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    ...(plan.printColumns === undefined ? {} : { printColumns: plan.printColumns }),
    height: () => TOP + total + FOOT,
    description: plan.description,
    axisOnTop: true,
    configure: (ink, width) => configure(plan, total, ink, width),
  };
}

const heightOf = ({ estimates }: ForestRow): number => (estimates === undefined ? HEADING : ROW);

/** Each row with its middle, px under the plot's top. */
function linesOf(plan: ForestPlan): ForestLine[] {
  let top = 0;
  return plan.rows.map((row) => {
    const height = heightOf(row);
    const line = { row, middle: top + height / 2, hidden: isHiddenRow(row, plan) };
    top += height;
    return line;
  });
}

/** Nothing of the row may be shown, rather than that it has no estimate. */
function isHiddenRow({ estimates }: ForestRow, { unadjustedOnly }: ForestPlan): boolean {
  if (estimates === undefined) return false;
  const { unadjusted, adjusted } = estimates;
  const nothing = unadjusted.value === null && (unadjustedOnly || adjusted.value === null);
  return nothing && isHidden(unadjusted);
}

function configure(plan: ForestPlan, total: number, ink: Ink, width: number): Forest {
  const lines = linesOf(plan);
  const narrow = width < NARROW;
  const axis = axisOf(plan);
  return {
    type: "scatterWithErrorBars",
    data: {
      datasets: [
        ...datasetsOf(plan, lines, "unadjusted", ink),
        ...(plan.unadjustedOnly ? [] : datasetsOf(plan, lines, "adjusted", ink)),
      ],
    },
    options: {
      ...baseOptions(ink),
      layout: { padding: { bottom: FOOT, top: 0 } },
      scales: {
        y: rowAxis(total, (scale) => forestGutters(scale.ctx, plan, narrow, ink).left),
        yRight: {
          ...rowAxis(total, (scale) => forestGutters(scale.ctx, plan, narrow, ink).right),
          position: "right",
        },
        x: differenceAxis(axis, narrow, ink),
      },
    },
    plugins: [forestRows(plan, lines, { narrow }, ink)],
  };
}

function datasetsOf(
  plan: ForestPlan,
  lines: readonly ForestLine[],
  which: "unadjusted" | "adjusted",
  ink: Ink,
): Forest["data"]["datasets"] {
  const apart = plan.unadjustedOnly ? 0 : which === "unadjusted" ? -APART : APART;
  const data = lines.flatMap(({ row, middle }): IErrorBarXDataPoint[] => {
    const estimate = row.estimates?.[which];
    if (estimate === undefined || estimate.value === null) return [];
    const { value, lower, upper } = estimate;
    const point = { x: value, y: middle + apart, xMin: lower ?? value, xMax: upper ?? value };
    return [point];
  });
  const hollow = which === "unadjusted";
  // `radius` and `pointStyle` are the element's own names, which the types of the dataset do not list.
  const dataset = {
    label: hollow ? "Unadjusted" : "Adjusted",
    data,
    radius: hollow ? 3.6 : 5,
    hoverRadius: hollow ? 3.6 : 5,
    pointStyle: hollow ? "circle" : "rect",
    backgroundColor: hollow ? ink.card : ink.accent,
    borderColor: hollow ? ink.accent : ink.card,
    borderWidth: hollow ? 1.75 : 1,
    errorBarColor: ink.accent,
    errorBarLineWidth: 1.5,
    errorBarWhiskerLineWidth: 0,
    errorBarWhiskerSize: 0,
  };
  return [dataset];
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** In whole steps around none, so that every interval is on it. */
function axisOf({ rows }: ForestPlan): Axis {
  const ends = rows.flatMap(({ estimates }) =>
    estimates === undefined
      ? []
      : [estimates.unadjusted, estimates.adjusted].flatMap(({ value, lower, upper }) => [
          lower ?? value ?? 0,
          upper ?? value ?? 0,
        ]),
  );
  const low = Math.min(-0.05, ...ends);
  const high = Math.max(0.05, ...ends);
  const step = [0.05, 0.1, 0.2, 0.25, 0.5, 1].find((each) => (high - low) / each <= MOST_STEPS) ?? 1;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    step,
    min: rounded(Math.floor(rounded(low / step)) * step),
    max: rounded(Math.ceil(rounded(high / step)) * step),
  };
}

function differenceAxis({ min, max, step }: Axis, narrow: boolean, ink: Ink) {
  // On a phone the ends are named, where they are far enough from none.
  const isNamed = (value: number) => {
    const isNone = Math.abs(value) < 1e-9;
    const isEnd = Math.abs(value - min) < 1e-9 || Math.abs(value - max) < 1e-9;
    return !narrow || isNone || (isEnd && Math.abs(value) / (max - min) >= LABEL_SHARE);
  };
  const at = ({ tick }: { readonly tick?: { readonly value: number } }) => Math.abs(tick?.value ?? 1) < 1e-9;
  return {
    type: "linear" as const,
    position: "top" as const,
    min,
    max,
    border: { display: false },
    grid: { drawTicks: false, lineWidth: 1, color: (context: object) => (at(context) ? ink.axis : ink.grid) },
    ticks: {
      stepSize: step,
      color: ink.ink3,
      font: tickFont(ink),
      padding: 6,
      maxRotation: 0,
      autoSkip: false,
      callback: (value: string | number) => (isNamed(Number(value)) ? signedPoints(Number(value)) : ""),
    },
    afterFit: (scale: Scale) => {
      scale.height = TOP;
    },
  };
}

/** "+10", "−10", "0". */
const signedPoints = (value: number): string => {
  const points = Math.round(value * 100);
  return points === 0 ? "0" : `${points > 0 ? "+" : MINUS}${numberText(Math.abs(points))}`;
};
