/** What the shapes of points mean, in a row under the axis: drawn, so that it stands in every file. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { widthOfText, writeText, type Context } from "./drawing";

export interface PointMark {
  readonly shape: "circle" | "rectRot" | "triangle";
  readonly colour: string;
  readonly text: string;
}

const AFTER_SHAPE = 8;
const BETWEEN = 16;

/** `belowBy`: px from the zero line to the middle of the row. */
export function pointLegend(marks: readonly PointMark[], belowBy: number, ink: Ink): Plugin {
  return {
    id: "pointLegend",
    afterDraw({ ctx, chartArea }) {
      if (chartArea === undefined) return;
      const widths = marks.map(({ text }) => 2 * AFTER_SHAPE + widthOfText(ctx, text, ink.size.tick));
      const whole = widths.reduce((sum, width) => sum + width, (marks.length - 1) * BETWEEN);
      const y = chartArea.bottom + belowBy;
      // Centred under the plot, but never off the sheet.
      let x = Math.max(2, (chartArea.left + chartArea.right - whole) / 2);
      marks.forEach((mark, index) => {
        drawShape(ctx, mark, x + AFTER_SHAPE / 2, y);
        writeText(ctx, mark.text, x + 2 * AFTER_SHAPE - 2, y, {
          size: ink.size.tick,
          colour: ink.ink3,
          baseline: "middle",
        });
        x += (widths[index] ?? 0) + BETWEEN;
      });
    },
  };
}

function drawShape(context: Context, { shape, colour }: PointMark, x: number, y: number): void {
  const corners = { circle: [], rectRot: [0, 1, 2, 3], triangle: [0, 4 / 3, 8 / 3] }[shape];
  context.save();
  context.beginPath();
  if (shape === "circle") context.arc(x, y, 4, 0, 2 * Math.PI);
  corners.forEach((quarter, index) => {
    const angle = ((quarter - 1) * Math.PI) / 2;
    const corner = [x + 5 * Math.cos(angle), y + 5 * Math.sin(angle)] as const;
    if (index === 0) context.moveTo(...corner);
    else context.lineTo(...corner);
  });
  context.closePath();
  context.fillStyle = colour;
  context.fill();
  context.restore();
}
