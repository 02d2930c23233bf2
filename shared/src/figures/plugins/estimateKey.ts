/** The key of unadjusted and adjusted estimates: a hollow circle and a filled square, each on its interval. */
import type { Ink } from "../ink";
import { drawLine, widthOfText, writeText, type Context } from "./drawing";

const SAMPLE = 26;

export function drawEstimateKey(context: Context, left: number, middle: number, ink: Ink): void {
  let x = left;
  for (const name of ["unadjusted", "adjusted"] as const) {
    drawLine(context, [x, middle], [x + SAMPLE, middle], { colour: ink.accent, width: 1.5 });
    drawMark(context, name === "unadjusted", x + SAMPLE / 2, middle, ink);
    writeText(context, name, x + SAMPLE + 6, middle, {
      size: ink.size.label,
      colour: ink.ink3,
      baseline: "middle",
    });
    x += SAMPLE + 6 + widthOfText(context, name, ink.size.label) + 14;
  }
}

function drawMark(context: Context, hollow: boolean, x: number, y: number, ink: Ink): void {
  context.save();
  context.fillStyle = hollow ? ink.card : ink.accent;
  context.strokeStyle = ink.accent;
  context.lineWidth = 1.75;
  context.beginPath();
  if (hollow) context.arc(x, y, 3.6, 0, 2 * Math.PI);
  else context.rect(x - 4, y - 4, 8, 8);
  context.fill();
  if (hollow) context.stroke();
  context.restore();
}
