/**
 * A balance (love) plot: the absolute standardized difference of each characteristic before and after weighting, one
 * panel a pair over common rows, with a dotted line at 0.1. What stays over it is set apart with its number.
 */
import type { ChartConfiguration, Scale } from "chart.js";
import { scaleOf, type BalancePanel, type BalancePlan } from "./balancePlan";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { numberText } from "./numbers";
import { balanceRows } from "./plugins/balanceRows";
import { widestText } from "./plugins/rowsUnderAxis";
import { baseOptions, NARROW, rowAxis, tickFont } from "./scales";

const TOP = 66;
const ROW = 27;
const FOOT = 26;

type Love = ChartConfiguration<"scatter", { x: number; y: number }[], unknown>;

export function balanceChart(plan: BalancePlan): FigureChart {
  const total = plan.rows.length * ROW;
  return {
    id: plan.id,
    title: plan.title,
    columns: plan.columns,
    ...(plan.printColumns === undefined ? {} : { printColumns: plan.printColumns }),
    height: () => TOP + total + FOOT,
    description: plan.description,
    configure: (ink, width) => configure(plan, total, ink, width),
  };
}

function configure(plan: BalancePlan, total: number, ink: Ink, width: number): Love {
  const end = endOf(plan);
  const sparse = width < NARROW && plan.panels.length > 1;
  const gutter = (scale: Scale) => widestText(scale.ctx, plan.rows, ink.size.label) + 12;
  return {
    type: "scatter",
    data: {
      datasets: plan.panels.flatMap((panel, at) => [
        datasetOf(panel, at, "before", plan, ink),
        datasetOf(panel, at, "after", plan, ink),
      ]),
    },
    options: {
      ...baseOptions(ink),
      layout: { padding: { bottom: FOOT, right: 6 } },
      scales: {
        y: rowAxis(total, gutter),
        // Scales of one stack are laid out from the last to the first.
        ...Object.fromEntries(
          plan.panels.map((_, at) => [scaleOf(at), panelAxis(end, sparse, ink)] as const).reverse(),
        ),
      },
    },
    plugins: [balanceRows(plan, { rowHeight: ROW, end }, ink)],
  };
}

/** The far end of the scales: a round number over the largest difference. */
function endOf({ panels }: BalancePlan): number {
  const values = panels.flatMap(({ differences }) =>
    differences.flatMap(({ before, after }) => [before.value ?? 0, after.value ?? 0]),
  );
  const largest = Math.max(0.3, ...values);
  return [0.4, 0.6, 0.8, 1, 1.5, 2, 3, 4].find((end) => largest <= end) ?? Math.ceil(largest);
}

function panelAxis(end: number, sparse: boolean, ink: Ink) {
  const step = end <= 0.4 ? 0.1 : end <= 1 ? 0.2 : end <= 2 ? 0.5 : 1;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, at) => at * step).filter(
    (_, at) => !sparse || at % 2 === 0,
  );
  return {
    type: "linear" as const,
    axis: "x" as const,
    position: "top" as const,
    stack: "panels",
    // Room at either side, so that neighbouring panels do not touch.
    min: -0.06 * end,
    max: 1.08 * end,
    border: { display: false },
    grid: {
      drawTicks: false,
      color: ({ tick }: { readonly tick?: { readonly value: number } }) =>
        tick?.value === 0 ? ink.axis : ink.grid,
    },
    ticks: {
      color: ink.ink3,
      font: tickFont(ink),
      padding: 6,
      maxRotation: 0,
      autoSkip: false,
      // Close beside the next panel's 0, the last number would run into it.
      callback: (value: string | number) =>
        sparse && Number(value) === ticks.at(-1)
          ? ""
          : Number(value) === 0
            ? "0"
            : numberText(Number(value), 1),
    },
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = ticks.map((value) => ({ value }));
    },
    afterFit: (scale: Scale) => {
      scale.height = TOP;
    },
  };
}

function datasetOf(
  { name, differences }: BalancePanel,
  panel: number,
  which: "before" | "after",
  { limit }: BalancePlan,
  ink: Ink,
): Love["data"]["datasets"][number] {
  const hollow = which === "before";
  const shown = differences.flatMap((each, row) => {
    const { value } = each[which];
    return value === null ? [] : [{ x: value, y: (row + 0.5) * ROW }];
  });
  // Circles lie over squares and let them be seen.
  const fill = shown.map(({ x }) => (hollow ? "transparent" : x > limit ? ink.warnInk : ink.accent));
  return {
    label: `${name}, ${which} weighting`,
    xAxisID: scaleOf(panel),
    data: shown,
    pointStyle: hollow ? "circle" : "rect",
    pointRadius: hollow ? 4.5 : 5,
    pointHoverRadius: hollow ? 4.5 : 5,
    pointBackgroundColor: fill,
    pointBorderColor: hollow ? ink.accent : ink.card,
    pointBorderWidth: hollow ? 1.75 : 1,
    order: hollow ? 1 : 2,
  };
}
