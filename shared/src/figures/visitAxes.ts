/** The axes of points by visit: scores upwards from an honest zero, visits sideways, evenly spaced. */
import type { Scale } from "chart.js";
import type { IErrorBarXYDataPoint } from "chartjs-chart-error-bars";
import type { Ink } from "./ink";
import { numberText } from "./numbers";
import { gridOf, tickFont } from "./scales";
import { shareScale, shareTick } from "./shareDots";

/** px that the visits' names and the axis' title take. */
export const UNDER_AXIS = 42;

/** Shares; or scores, to the end of their instrument, or in such steps as far as they go. */
export type VisitScale = "SHARE" | ScoreScale;
type ScoreScale = { readonly end: number } | { readonly steps: "SCORE" | "ITEM" };

export function scoreAxis(
  points: readonly IErrorBarXYDataPoint[],
  scores: ScoreScale,
  gutter: (scale: Scale) => number,
  ink: Ink,
) {
  return {
    type: "linear" as const,
    ...rangeOf(points, scores),
    border: { display: false },
    grid: gridOf(ink),
    ticks: {
      maxTicksLimit: 6,
      precision: 0,
      padding: 8,
      color: ink.ink3,
      font: tickFont(ink),
      callback: (value: string | number) => (points.length === 0 ? "" : numberText(Number(value))),
    },
    afterFit: (scale: Scale) => {
      scale.width = gutter(scale);
    },
  };
}

/** Shares up to the next round percentage over the highest. */
export function shareAxisTo(
  points: readonly IErrorBarXYDataPoint[],
  gutter: (scale: Scale) => number,
  ink: Ink,
) {
  const { max, step } = shareScale(Math.max(0, ...points.map(({ yMax }) => Number(yMax))));
  return {
    type: "linear" as const,
    min: 0,
    max,
    border: { display: false },
    grid: gridOf(ink),
    ticks: {
      stepSize: step,
      padding: 8,
      color: ink.ink3,
      font: tickFont(ink),
      callback: (value: string | number) => (points.length === 0 ? "" : shareTick(Number(value), max)),
    },
    afterFit: (scale: Scale) => {
      scale.width = gutter(scale);
    },
  };
}

/** A change has the zero line inside. */
function rangeOf(
  points: readonly IErrorBarXYDataPoint[],
  scores: ScoreScale,
): { readonly min: number; readonly max: number } {
  if ("end" in scores) return { min: 0, max: scores.end };
  const ends = points.flatMap(({ yMin, yMax }) => [Number(yMin), Number(yMax)]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const step = scores.steps === "ITEM" ? 1 : high - low > 40 ? 20 : 5;
  return { min: Math.floor(low / step) * step, max: Math.max(step, Math.ceil(high / step) * step) };
}

/** `pad`: room at both ends, in visits. `every`: how many visits lie from one tick to the next. */
export function visitAxis(
  visits: readonly { readonly short: string }[],
  pad: number,
  every: number,
  ink: Ink,
) {
  return {
    type: "linear" as const,
    min: -pad,
    max: visits.length - 1 + pad,
    border: { display: false },
    grid: { drawOnChartArea: false, tickLength: 5, color: ink.axis },
    ticks: {
      color: ink.ink3,
      font: tickFont(ink),
      padding: 4,
      autoSkip: false,
      maxRotation: 0,
      callback: (value: string | number) => visits[Number(value)]?.short ?? "",
    },
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = visits.map((_, value) => ({ value })).filter(({ value }) => value % every === 0);
    },
    afterFit: (scale: Scale) => {
      scale.height = UNDER_AXIS;
    },
  };
}
