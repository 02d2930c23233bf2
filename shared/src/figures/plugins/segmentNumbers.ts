/** Numbers in the segments of stacked bars where they fit, names at the right of the last bar, hatching for hidden bars. */
import type { Element, Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, writeText, type Context } from "./drawing";

/** Two datasets a segment, from the bottom up: where it is shown, and the place of it where it is hidden. */
export interface SegmentNumbers {
  readonly names: readonly string[];
  readonly textColours: readonly string[];
  /** Bars of which nothing is shown. */
  readonly nothing: readonly number[];
}

const ROOM = 14;

export function segmentNumbers({ names, textColours, nothing }: SegmentNumbers, ink: Ink): Plugin {
  return {
    id: "segmentNumbers",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales, data } = chart;
      const { x, y } = scales;
      if (chartArea === undefined || x === undefined || y === undefined) return;
      const slot = (chartArea.right - chartArea.left) / Math.max(1, data.labels?.length ?? 1);
      data.datasets.forEach((dataset, index) => {
        chart.getDatasetMeta(index).data.forEach((bar, at) => {
          const share = dataset.data[at];
          if (typeof share !== "number") return;
          if (index % 2 === 1) return hatchPlace(ctx, bar, ink);
          const { base, y: top } = bar.getProps(["base", "y"], true) as { base: number; y: number };
          if (Math.abs(base - top) < ROOM) return;
          writeText(ctx, String(Math.round(share * 100)), bar.x, (base + top) / 2, {
            size: ink.size.tick,
            colour: textColours[index / 2] ?? ink.ink,
            weight: 500,
            align: "center",
            baseline: "middle",
          });
        });
      });
      for (const at of nothing) {
        const middle = x.getPixelForValue(at);
        const width = slot * 0.72;
        drawHidden(
          ctx,
          { x: middle - width / 2, y: chartArea.top, width, height: chartArea.bottom - chartArea.top },
          ink,
        );
      }
      writeNames(chart, names, chartArea.right, ink);
    },
  };
}

function hatchPlace(context: Context, bar: Element, ink: Ink): void {
  const box = bar.getProps(["x", "y", "base", "width"], true) as Record<"x" | "y" | "base" | "width", number>;
  drawHidden(
    context,
    { x: box.x - box.width / 2, y: box.y, width: box.width, height: box.base - box.y },
    ink,
  );
}

/** Beside the segments of the last bar that is drawn, at least 14 px apart and inside the plot. */
function writeNames(
  chart: Parameters<NonNullable<Plugin["afterDatasetsDraw"]>>[0],
  names: readonly string[],
  right: number,
  ink: Ink,
): void {
  const { data, chartArea } = chart;
  const isDrawn = (index: number, at: number) => typeof data.datasets[index]?.data[at] === "number";
  const bars = data.labels?.map((_, at) => data.datasets.some((_set, index) => isDrawn(index, at))) ?? [];
  const last = bars.lastIndexOf(true);
  if (last < 0) return;
  const middles = names.map((_, segment) => {
    const index = segment * 2 + (isDrawn(segment * 2, last) ? 0 : 1);
    const bar = chart.getDatasetMeta(index).data[last];
    const { base, y } = (bar?.getProps(["base", "y"], true) ?? { base: 0, y: 0 }) as Record<
      "base" | "y",
      number
    >;
    return (base + y) / 2;
  });
  // From the bottom up pushed apart, then from the top down back into the plot.
  for (let i = 1; i < middles.length; i++)
    middles[i] = Math.min(middles[i] ?? 0, (middles[i - 1] ?? 0) - ROOM);
  let ceiling = chartArea.top + 4;
  for (let i = middles.length - 1; i >= 0; i--) {
    middles[i] = Math.max(middles[i] ?? 0, ceiling);
    ceiling = (middles[i] ?? 0) + ROOM;
  }
  names.forEach((name, segment) => {
    const style = { size: ink.size.tick, colour: ink.ink, baseline: "middle" } as const;
    writeText(chart.ctx, name, right + 4, middles[segment] ?? 0, style);
  });
}
