/** Rates of several cohorts in common rows: a point with its interval for each, one under the other. */
import type { ChartConfiguration, Scale } from "chart.js";
import type { IErrorBarXDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { isHidden, numberText } from "./numbers";
import { ratesRows, type RatesLine } from "./plugins/ratesRows";
import { widestText } from "./plugins/rowsUnderAxis";
import { baseOptions, rowAxis, tickFont } from "./scales";
import { colourOf, type SeriesMark } from "./series";

export interface RatesPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  /** Rows without points are headings. */
  readonly rows: readonly (RatesRow | { readonly name: string })[];
  /** The cohorts, for the key. */
  readonly names: readonly { readonly name: string; readonly mark: SeriesMark }[];
  readonly description: string;
}
export interface RatesRow {
  readonly name: string;
  readonly points: readonly {
    readonly name: string;
    readonly mark: SeriesMark;
    readonly estimate: Estimate;
  }[];
}

/** As a forest plot's, so that both stand side by side row by row. */
const TOP = 46;
const ROW = 24;
const HEADING = 23;
const FOOT = 26;
/** Room of a row that its points share. */
const SPREAD = 19;

type Rates = ChartConfiguration<"scatterWithErrorBars", IErrorBarXDataPoint[], unknown>;

export function ratesChart(plan: RatesPlan): FigureChart {
  const total = plan.rows.reduce((sum, row) => sum + heightOf(row), 0);
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    height: () => TOP + total + FOOT,
    description: plan.description,
    configure: (ink) => configure(plan, total, ink),
  };
}

const isRates = (row: RatesPlan["rows"][number]): row is RatesRow => "points" in row;
const heightOf = (row: RatesPlan["rows"][number]): number => (isRates(row) ? ROW : HEADING);

function linesOf(plan: RatesPlan): RatesLine[] {
  let top = 0;
  return plan.rows.map((row) => {
    const height = heightOf(row);
    const middle = top + height / 2;
    top += height;
    if (!isRates(row)) return { name: row.name, middle, heading: true, points: [] };
    const lane = SPREAD / Math.max(1, row.points.length);
    const points = row.points.map((point, at) => ({
      ...point,
      middle: middle - SPREAD / 2 + (at + 0.5) * lane,
      hidden: isHidden(point.estimate),
      height: Math.min(8, lane - 1),
    }));
    return { name: row.name, middle, heading: false, points };
  });
}

function configure(plan: RatesPlan, total: number, ink: Ink): Rates {
  const lines = linesOf(plan);
  const end = endOf(lines);
  const names = lines.map(({ name }) => name);
  return {
    type: "scatterWithErrorBars",
    data: { datasets: plan.names.map(({ name, mark }) => datasetOf(name, mark, lines, ink)) },
    options: {
      ...baseOptions(ink),
      layout: { padding: { bottom: FOOT, right: 12 } },
      scales: {
        y: rowAxis(total, (scale: Scale) => widestText(scale.ctx, names, ink.size.label) + 22),
        x: shareScale(end, ink),
      },
    },
    plugins: [ratesRows({ lines, names: plan.names }, ink)],
  };
}

/** A round end of the axis over the highest interval. */
function endOf(lines: readonly RatesLine[]): number {
  const ends = lines.flatMap(({ points }) =>
    points.map(({ estimate }) => estimate.upper ?? estimate.value ?? 0),
  );
  const highest = Math.max(0.05, ...ends);
  return [0.1, 0.2, 0.4, 0.6, 0.8, 1].find((end) => highest <= end) ?? 1;
}

function shareScale(end: number, ink: Ink) {
  return {
    type: "linear" as const,
    position: "top" as const,
    min: 0,
    max: end,
    border: { display: false },
    grid: {
      drawTicks: false,
      color: ({ tick }: { readonly tick?: { readonly value: number } }) =>
        tick?.value === 0 ? ink.axis : ink.grid,
    },
    ticks: {
      stepSize: end / (end === 0.6 ? 3 : 4),
      color: ink.ink3,
      font: tickFont(ink),
      padding: 6,
      maxRotation: 0,
      autoSkip: false,
      callback: (value: string | number) =>
        `${numberText(Number(value) * 100, (end * 100) % 4 === 0 || end === 0.6 ? 0 : 1)}${Number(value) === end ? "%" : ""}`,
    },
    afterFit: (scale: Scale) => {
      scale.height = TOP;
    },
  };
}

function datasetOf(
  name: string,
  mark: SeriesMark,
  lines: readonly RatesLine[],
  ink: Ink,
): Rates["data"]["datasets"][number] {
  const colour = colourOf(ink, mark);
  const data = lines.flatMap(({ points }) =>
    points.flatMap(({ name: cohort, estimate, middle }) => {
      if (cohort !== name || estimate.value === null || estimate.bound !== null) return [];
      const { value, lower, upper } = estimate;
      return [{ x: value, y: middle, xMin: lower ?? value, xMax: upper ?? value }];
    }),
  );
  // `radius` is the element's own name for it, which the types of the dataset do not list.
  const dataset = {
    label: name,
    data,
    radius: 3.5,
    hoverRadius: 3.5,
    backgroundColor: colour,
    borderColor: ink.card,
    borderWidth: 1,
    errorBarColor: colour,
    errorBarLineWidth: 1.5,
    errorBarWhiskerLineWidth: 0,
    errorBarWhiskerSize: 0,
  };
  return dataset;
}
