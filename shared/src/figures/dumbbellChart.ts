/** Dot rows with two points each, joined: a hollow one for before, a filled one for the peak, both with intervals. */
import type { ChartConfiguration } from "chart.js";
import type { IErrorBarXDataPoint } from "chartjs-chart-error-bars";
import type { Estimate } from "../estimate";
import { dotRowChart, POINT, type DotRowPlan } from "./dotRowChart";
import type { FigureChart } from "./figure";
import type { Ink } from "./ink";
import { hiddenText, numberText } from "./numbers";
import { spans } from "./plugins/spans";
import { colourOf, type SeriesMark } from "./series";

export interface DumbbellRow {
  readonly name: string;
  readonly before: Estimate;
  readonly peak: Estimate;
  readonly mark: SeriesMark;
}

export interface Dumbbells extends Pick<DotRowPlan, "id" | "title" | "columns" | "heading"> {
  readonly rows: readonly DumbbellRow[];
  readonly left: number;
  readonly smallest: number;
}

type Rows = ChartConfiguration<"scatterWithErrorBars", IErrorBarXDataPoint[], unknown>;

const STEP = 10;
/** Readings further apart than this are read in steps of 20. */
const WIDE = 50;

export function dumbbellChart({ rows, left, smallest, ...plan }: Dumbbells): FigureChart {
  const named = rows.map((row) => ({ ...row, estimate: row.peak, text: textOf(row, smallest) }));
  const ends = rows.flatMap(({ before, peak }) =>
    [before, peak].flatMap(({ value, lower, upper }) => [lower ?? value, upper ?? value]),
  );
  const known = ends.filter((end) => end !== null);
  const [low, high] = known.length === 0 ? [0, STEP] : [Math.min(...known), Math.max(...known)];
  const step = high - low > WIDE ? 2 * STEP : STEP;
  const chart = dotRowChart({
    ...plan,
    rows: named,
    // No bars: the points' places are read, not their distance from 0.
    min: Math.floor(low / step) * step,
    max: Math.ceil(high / step) * step,
    step,
    tickText: (value) => numberText(value),
    strong: false,
    gutters: { left, right: 100 },
    description: `${plan.title}, before and at the peak: ${named.map((row) => `${row.name} ${row.text}`).join("; ")}.`,
  });
  return {
    ...chart,
    configure: (ink, width) => {
      const config = chart.configure(ink, width) as Rows;
      const joined = rows.flatMap(({ before, peak, mark }, at) =>
        before.value === null || peak.value === null
          ? []
          : [{ at, from: before.value, to: peak.value, colour: colourOf(ink, mark) }],
      );
      return {
        ...config,
        data: { datasets: [...config.data.datasets, ...rows.flatMap((row, at) => beforeOf(row, at, ink))] },
        plugins: [...(config.plugins ?? []), spans(joined)],
      };
    },
  };
}

/** "124 → 137", or why there is none. */
function textOf({ before, peak }: DumbbellRow, smallest: number): string {
  if (before.value === null || peak.value === null) return hiddenText(peak.hidden, smallest);
  return `${numberText(before.value)} \u2192 ${numberText(peak.value)}`;
}

function beforeOf({ name, before, mark }: DumbbellRow, y: number, ink: Ink): Rows["data"]["datasets"] {
  if (before.value === null) return [];
  const { value: x, lower, upper } = before;
  const colour = colourOf(ink, mark);
  const bar = {
    clip: POINT,
    borderWidth: 1.5,
    errorBarColor: colour,
    errorBarLineWidth: 1.5,
    errorBarWhiskerLineWidth: 0,
    errorBarWhiskerSize: 0,
  };
  const point = { label: `${name}, before`, backgroundColor: ink.card, borderColor: colour };
  // `radius` is the element's own name for it, which the types of the dataset do not list. The interval apart and after:
  // what comes first is drawn on top, and a bar would cross the hollow point.
  const hollow = { ...bar, ...point, data: [{ x, y, xMin: x, xMax: x }], radius: 4.5, hoverRadius: 4.5 };
  const interval = { xMin: lower ?? x, xMax: upper ?? x };
  return [hollow, { ...bar, ...point, data: [{ x, y, ...interval }], radius: 0, hoverRadius: 0 }];
}
