/** Under the bars of expected and received: the visit, its share, and what the two bars mean. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, drawHiddenNumber, writeText } from "./drawing";

export interface VisitShare {
  readonly visit: string;
  /** null: hidden. */
  readonly share: string | null;
  /** Neither expected nor received can be drawn. */
  readonly noBar: boolean;
}

export function visitShares(visits: readonly VisitShare[], ink: Ink): Plugin {
  return {
    id: "visitShares",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const x = scales["x"];
      if (chartArea === undefined || x === undefined) return;
      const { left, top, bottom } = chartArea;
      const half = (chartArea.right - left) / Math.max(1, visits.length) / 2;
      visits.forEach(({ visit, share, noBar }, index) => {
        const middle = x.getPixelForValue(index);
        const style = { size: ink.size.tick, align: "center" } as const;
        writeText(ctx, visit, middle, bottom + 17, { ...style, colour: ink.ink3 });
        if (share === null) drawHiddenNumber(ctx, middle, bottom + 29, ink);
        else writeText(ctx, share, middle, bottom + 33, { ...style, colour: ink.ink, weight: 600 });
        if (noBar)
          drawHidden(ctx, { x: middle - half * 0.6, y: top, width: half * 1.2, height: bottom - top }, ink);
      });
      writeKey(ctx, left, bottom + 56, ink);
    },
  };
}

function writeKey(context: CanvasRenderingContext2D, left: number, y: number, ink: Ink): void {
  context.save();
  context.lineWidth = 1;
  context.strokeStyle = ink.axis;
  context.strokeRect(left - 38.5, y - 8.5, 15, 8);
  context.fillStyle = ink.fill;
  context.fillRect(left + 48, y - 9, 16, 9);
  context.restore();
  const style = { size: ink.size.tick, colour: ink.ink3 };
  writeText(context, "expected", left - 18, y, style);
  writeText(context, "received, and as % of expected", left + 70, y, style);
}
