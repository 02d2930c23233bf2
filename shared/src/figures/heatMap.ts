/** A heat map of rates: side effects in rows, by body system, against groups or infusions in columns. */
import type { ChartConfiguration } from "chart.js";
import type { MatrixDataPoint } from "chartjs-chart-matrix";
import type { Estimate } from "../estimate";
import { bodySystemByCode, sideEffects } from "../vocabulary/sideEffects";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { boundedText, isHidden, asPercent } from "./numbers";
import { CELL, heatCells, type HeatColumn, type HeatRow } from "./plugins/heatCells";
import { baseOptions, NARROW } from "./scales";

export interface HeatPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly (HeatColumn & { readonly narrowName: string })[];
  readonly countName: string;
  /** The rate of a term in each column. */
  readonly rates: (term: string) => readonly (Estimate | undefined)[];
  readonly framed: string | null;
  readonly scaleName: string;
  readonly description: string;
}

type Heat = ChartConfiguration<"matrix", MatrixDataPoint[], unknown>;

const TOP = 44;
const BOTTOM = 36;
/** The scale of colours takes two lines where the plot is narrow. */
const bottomOf = (narrow: boolean): number => (narrow ? BOTTOM + 16 : BOTTOM);
const SYSTEM_GAP = 7;
const HEADING = 20;
const steps = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

/** 0 for under 5%, then 5, 10, 20, 30, 40, 50 and over; by the number as it is shown, so that equal numbers look equal. */
export function heatStep(rate: number): number {
  const shown = Math.round(rate * 100) / 100;
  return steps.filter((from) => shown >= from).length;
}

export function heatMap(plan: HeatPlan): FigureChart {
  return {
    id: plan.id,
    title: plan.title,
    columns: 7,
    height: (width) => TOP + heightOf(rowsOf(plan, width < NARROW)) + bottomOf(width < NARROW),
    description: plan.description,
    configure: (ink, width) => configure(plan, ink, width),
  };
}

function rowsOf(plan: HeatPlan, narrow: boolean): HeatRow[] {
  let y = 0;
  let system = "";
  return sideEffects.flatMap((effect): HeatRow[] => {
    const rates = plan.rates(effect.code);
    if (rates.every((rate) => rate === undefined)) return [];
    const begins = effect.bodySystem !== system;
    if (begins) y += narrow ? HEADING : system === "" ? 0 : SYSTEM_GAP;
    system = effect.bodySystem;
    const middle = y + CELL / 2;
    y += CELL;
    const cells = plan.columns.map((_, index) => cellOf(rates[index]));
    const heading = begins ? bodySystemByCode(effect.bodySystem).label : null;
    return [{ code: effect.code, name: effect.label, middle, heading, cells }];
  });
}

function cellOf(rate: Estimate | undefined): HeatRow["cells"][number] {
  if (rate === undefined || rate.value === null)
    return { text: "", step: 0, hidden: rate === undefined || isHidden(rate) };
  // Under a bound the rate may be anything down to 0, so the bound's own colour would say too much.
  const step = rate.bound === "UNDER" ? 0 : heatStep(rate.value);
  return { text: boundedText(rate, asPercent), step, hidden: false };
}

const heightOf = (rows: readonly HeatRow[]): number => (rows.at(-1)?.middle ?? 0) + CELL / 2;

function configure(plan: HeatPlan, ink: Ink, width: number): Heat {
  const narrow = width < NARROW;
  const rows = rowsOf(plan, narrow);
  // A file keeps the short names that its caption spells out; the phone has the key beside it.
  const brief = narrow && ink.name !== "export";
  const columns = plan.columns.map(({ name, narrowName, count }) => ({
    name: brief ? narrowName : name,
    count,
  }));
  const shown = rows.flatMap((row) =>
    row.cells.flatMap((cell, x) => {
      const rate = plan.rates(row.code)[x]?.value;
      return rate === null || rate === undefined ? [] : [{ x, y: row.middle, v: rate, step: cell.step }];
    }),
  );
  return {
    type: "matrix",
    data: {
      datasets: [
        {
          label: plan.scaleName,
          data: shown,
          borderWidth: 0,
          backgroundColor: ({ dataIndex }) => ink.heat[shown[dataIndex]?.step ?? 0] ?? ink.card,
          // Chart.js asks before the plot has a place.
          width: ({ chart }) => Math.max(0, (chart.chartArea?.width ?? 0) / Math.max(1, columns.length) - 1),
          height: CELL - 1,
          anchorX: "center",
          anchorY: "center",
        },
      ],
    },
    options: {
      ...baseOptions(ink),
      layout: { padding: { top: TOP, left: narrow ? 128 : 226, right: 2, bottom: bottomOf(narrow) } },
      scales: {
        x: {
          type: "linear",
          display: false,
          min: -0.5,
          max: Math.max(0.5, columns.length - 0.5),
          offset: false,
        },
        y: {
          type: "linear",
          display: false,
          min: 0,
          max: Math.max(1, heightOf(rows)),
          reverse: true,
          offset: false,
        },
      },
    },
    plugins: [
      heatCells(
        { columns, countName: plan.countName, rows, framed: plan.framed, scaleName: plan.scaleName, narrow },
        ink,
      ),
    ],
  };
}
