/**
 * A ring around the reader's own point among many. Its name stands at the top of the plot, where no other point is, and a
 * line leads from it to the ring.
 */
import type { Chart, Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawLine, widthOfText, writeText } from "./drawing";

const RADIUS = 9;
const GAP = 3;

export function ownPoint(
  text: string,
  point: { readonly x: number; readonly y: number } | null,
  ink: Ink,
): Plugin {
  return {
    id: "ownPoint",
    afterDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      if (point === null || chartArea === undefined) return;
      const x = scales["x"]?.getPixelForValue(point.x) ?? 0;
      const y = scales["y"]?.getPixelForValue(point.y) ?? 0;
      ctx.save();
      ctx.beginPath();
      ctx.setLineDash([]);
      ctx.strokeStyle = ink.ink;
      ctx.lineWidth = 1.5;
      ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
      ctx.stroke();
      ctx.restore();
      const size = ink.size.label;
      const half = widthOfText(ctx, text, size, 600) / 2;
      const middle = Math.min(Math.max(x, chartArea.left + half), chartArea.right - half);
      const under = chartArea.top + size + GAP;
      if (under < y - RADIUS) drawLine(ctx, [x, under], [x, y - RADIUS], { colour: ink.ink, width: 1 });
      writeText(ctx, text, middle, chartArea.top + size, {
        size,
        weight: 600,
        colour: ink.ink,
        halo: ink.card,
        align: "center",
      });
    },
  };
}
