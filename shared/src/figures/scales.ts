/** Axes and options that all charts share. Positions in px are those of the style's specification. */
import type { ChartOptions, Scale, ScaleOptionsByType } from "chart.js";
import { FONT, type Ink } from "./ink";
import { ROW_NAME_FROM, widestText } from "./plugins/rowsUnderAxis";

/** Under this width a chart leaves out every second column and keeps its gutters small. */
export const NARROW = 500;

export function baseOptions(ink: Ink) {
  return {
    animation: false,
    maintainAspectRatio: false,
    font: { family: FONT, size: ink.size.tick },
    plugins: { legend: { display: false } },
  } as const satisfies ChartOptions;
}

export const tickFont = (ink: Ink) => ({ family: FONT, size: ink.size.tick });

/** The left gutter that rows under the axis need: a dash sample, the longest name, half a number. */
export function gutterOf(names: readonly string[], least: number, ink: Ink) {
  return (scale: Scale): number =>
    Math.max(least, ROW_NAME_FROM + widestText(scale.ctx, names, ink.size.tick) + HALF_NUMBER);
}
const HALF_NUMBER = 18;

/** 0 to 100% in quarters, in a gutter of fixed width or as wide as it must be. */
export function shareAxis(ink: Ink, gutter: number | ((scale: Scale) => number)) {
  return {
    type: "linear",
    min: 0,
    max: 1,
    border: { display: false },
    grid: gridOf(ink),
    ticks: {
      stepSize: 0.25,
      padding: 8,
      color: ink.ink3,
      font: tickFont(ink),
      callback: (value: string | number) => (Number(value) === 1 ? "100%" : String(Number(value) * 100)),
    },
    afterFit: (scale: Scale) => {
      scale.width = typeof gutter === "number" ? gutter : gutter(scale);
    },
  } as const;
}

/** Grid lines, with the zero line in the axis' colour. */
export function gridOf(ink: Ink) {
  return {
    color: (context: { readonly tick?: { readonly value: number } }) =>
      context.tick?.value === 0 ? ink.axis : ink.grid,
    lineWidth: 1,
    drawTicks: false,
  } as const;
}

/** A linear axis with exactly these ticks, and a fixed height under the plot. */
export function timeAxis(ink: Ink, ticks: readonly number[], height: number) {
  return {
    type: "linear",
    min: ticks[0] ?? 0,
    max: ticks.at(-1) ?? 1,
    border: { display: false },
    grid: { drawOnChartArea: false, tickLength: 5, color: ink.axis },
    ticks: { color: ink.ink3, font: tickFont(ink), padding: 4, autoSkip: false, maxRotation: 0 },
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = ticks.map((value) => ({ value }));
    },
    afterFit: (scale: Scale) => {
      scale.height = height;
    },
  } as const;
}

/** An upright axis without ticks in px, so that rows of unlike height have their places; `gutter` px wide. */
export function rowAxis(height: number, gutter: (scale: Scale) => number) {
  return {
    type: "linear",
    min: 0,
    max: height,
    reverse: true,
    border: { display: false },
    grid: { display: false },
    ticks: { display: false },
    afterFit: (scale: Scale) => {
      scale.width = gutter(scale);
    },
  } as const;
}

export type LinearAxis = ScaleOptionsByType<"linear">;
