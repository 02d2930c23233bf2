/** Dot rows of plain numbers: minutes, mmHg, dollars; one estimate with its interval a row, on an axis of round steps. */
import type { Estimate } from "../estimate";
import { dotRowChart, type DotRowPlan } from "./dotRowChart";
import type { FigureChart } from "./figure";
import { estimateText, numberText, type Scale } from "./numbers";
import type { SeriesMark } from "./series";

export interface NumberRow {
  readonly name: string;
  /** Where a phone has no room for the name. */
  readonly narrowName?: string;
  readonly estimate: Estimate;
  readonly mark: SeriesMark;
}

export interface NumberDots extends Pick<DotRowPlan, "id" | "title" | "heading" | "logarithmic" | "columns"> {
  /** px that the names have at the least, and the values. */
  readonly left: number;
  readonly right?: number;
  /** At most so many steps of the axis above 0: fewer where its numbers are long. */
  readonly steps?: number;
}

export function numberDots(
  { left, right = 124, steps = 5, ...plan }: NumberDots,
  rows: readonly NumberRow[],
  scale: Scale,
  smallest: number,
): FigureChart {
  const texts = rows.map((row) => ({ ...row, text: estimateText(row.estimate, scale, smallest) }));
  return dotRowChart({
    ...plan,
    rows: texts,
    ...axisOf(lowestOf(rows), highestOf(rows), steps),
    tickText: (value) => numberText(value),
    strong: false,
    gutters: { left, right },
    description: `${plan.title}: ${texts.map((row) => `${row.name} ${row.text}`).join("; ")}.`,
  });
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Whole steps of 1, 2, 5 times a power of ten; below 0 only where an interval reaches there. */
function axisOf(lowest: number, highest: number, steps: number): Axis {
  const rough = Math.max(highest, -lowest, steps) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return {
    step,
    min: -Math.ceil(Math.max(0, -lowest) / step) * step,
    max: Math.max(1, Math.ceil(highest / step)) * step,
  };
}

const highestOf = (rows: readonly NumberRow[]): number =>
  Math.max(0, ...rows.map(({ estimate }) => estimate.upper ?? estimate.value ?? 0));

const lowestOf = (rows: readonly NumberRow[]): number =>
  Math.min(0, ...rows.map(({ estimate }) => estimate.lower ?? estimate.value ?? 0));
