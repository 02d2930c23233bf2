/** A chart of dot rows: one estimate with its interval a row, names at the left, values at the right. */
import type { ChartConfiguration } from "chart.js";
import type { IErrorBarXDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { isHidden } from "./numbers";
import { dotRows } from "./plugins/dotRows";
import { baseOptions, NARROW, tickFont } from "./scales";
import { colourOf, type SeriesMark } from "./series";

export interface DotRowPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly rows: readonly {
    readonly name: string;
    readonly estimate: Estimate;
    readonly text: string;
    readonly mark: SeriesMark;
  }[];
  /** From 0 to `max`, ticks in steps. */
  readonly max: number;
  readonly step: number;
  readonly tickText: (value: number) => string;
  readonly heading: string;
  readonly strong: boolean;
  readonly gutters: { readonly left: number; readonly right: number };
  readonly description: string;
}

const TOP = 28;
const ROW = 25;
/** Under this width the gutters shrink, so that the points keep some room. */
const TIGHT = 300;

type Rows = ChartConfiguration<"scatterWithErrorBars", IErrorBarXDataPoint[], unknown>;

export function dotRowChart(plan: DotRowPlan): FigureChart {
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    height: () => TOP + plan.rows.length * ROW + 8,
    description: plan.description,
    configure: (ink, width) => configure(plan, ink, width),
  };
}

function configure(plan: DotRowPlan, ink: Ink, width: number): Rows {
  const rows = plan.rows.map(({ name, text, estimate }) => ({ name, text, hidden: isHidden(estimate) }));
  const tight = width < TIGHT;
  const left = tight ? Math.round(plan.gutters.left * 0.8) : plan.gutters.left;
  const right = tight ? Math.round(plan.gutters.right * 0.8) : plan.gutters.right;
  const end = endOf(plan, tight);
  const sparse = tight || (width < NARROW && plan.max / plan.step > 5);
  return {
    type: "scatterWithErrorBars",
    data: { datasets: plan.rows.flatMap((row, index) => datasetOf(row, index, ink)) },
    options: {
      ...baseOptions(ink),
      layout: { padding: { top: 4, right, left, bottom: 4 } },
      scales: {
        y: {
          type: "linear",
          display: false,
          min: -0.5,
          max: Math.max(0.5, plan.rows.length - 0.5),
          reverse: true,
        },
        x: {
          type: "linear",
          position: "top",
          min: 0,
          max: end,
          border: { display: false },
          grid: {
            drawTicks: false,
            lineWidth: (context) => (context.tick?.value === 0 ? 1.5 : 1),
            color: (context) => (context.tick?.value === 0 ? ink.axis : ink.grid),
          },
          ticks: {
            stepSize: plan.step * (sparse ? 2 : 1),
            color: ink.ink3,
            font: tickFont(ink),
            padding: 6,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => plan.tickText(Number(value)),
          },
        },
      },
    },
    plugins: [dotRows({ rows, heading: plan.heading, strong: plan.strong }, ink)],
  };
}

/** With every second tick left out, an axis of numbers still ends on a tick; a share may not go past 100%. */
function endOf({ max, step }: DotRowPlan, tight: boolean): number {
  return tight && max > 1 ? Math.ceil(max / (2 * step)) * 2 * step : max;
}

function datasetOf(
  { name, estimate, mark }: DotRowPlan["rows"][number],
  y: number,
  ink: Ink,
): Rows["data"]["datasets"] {
  if (estimate.value === null) return [];
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
