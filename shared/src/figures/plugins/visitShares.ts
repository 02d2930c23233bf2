/** Under the bars of expected and received: the visit, its share, and what the two bars mean. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, drawHiddenNumber, writeText } from "./drawing";

export interface VisitShare {
  readonly visit: string;
  /** null: hidden. */
  readonly share: string | null;
  /** How many were expected; null where that is hidden too. */
  readonly expected: number | null;
  /** Received is hidden: the bar of the expected, or the whole height, is hatched. */
  readonly hidden: boolean;
}

/** The key begins this far to the left of the plot. */
const KEY_OUTDENT = 40;

export function visitShares(visits: readonly VisitShare[], ink: Ink): Plugin {
  return {
    id: "visitShares",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales;
      if (chartArea === undefined || x === undefined || y === undefined) return;
      const { left, top, bottom } = chartArea;
      const half = (chartArea.right - left) / Math.max(1, visits.length) / 2;
      visits.forEach(({ visit, share, expected, hidden }, index) => {
        const middle = x.getPixelForValue(index);
        const style = { size: ink.size.tick, align: "center" } as const;
        writeText(ctx, visit, middle, bottom + 17, { ...style, colour: ink.ink3 });
        if (share === null) drawHiddenNumber(ctx, middle, bottom + 29, ink);
        else writeText(ctx, share, middle, bottom + 33, { ...style, colour: ink.ink, weight: 600 });
        if (!hidden) return;
        const from = expected === null ? top : y.getPixelForValue(expected);
        drawHidden(ctx, { x: middle - half * 0.6, y: from, width: half * 1.2, height: bottom - from }, ink);
      });
      writeKey(ctx, Math.max(left, KEY_OUTDENT), bottom + 56, ink);
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
