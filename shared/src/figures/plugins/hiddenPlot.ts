/** A plot of which nothing is shown: hatched whole, with the reason, so that it cannot be read as empty. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, widthOfText, writeText } from "./drawing";

/** `why`: the smallest count that is shown, or another reason in words; null: something is shown, and nothing is drawn. */
export function hiddenPlot(why: number | string | null, ink: Ink): Plugin {
  return {
    id: "hiddenPlot",
    afterDatasetsDraw({ ctx, chartArea }) {
      if (why === null || chartArea === undefined) return;
      const { left, top, right, bottom } = chartArea;
      drawHidden(ctx, { x: left, y: top, width: right - left, height: bottom - top }, ink);
      const words =
        typeof why === "string"
          ? [why]
          : [`Hidden: fewer than ${why} patients or events`, `Hidden: fewer than ${why}`];
      const widthOf = (each: string) => widthOfText(ctx, each, ink.size.label, 600) + 16;
      const text = words.find((each) => widthOf(each) <= right - left) ?? "Hidden";
      const width = widthOf(text);
      const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
      ctx.save();
      ctx.fillStyle = ink.card;
      ctx.fillRect(middle.x - width / 2, middle.y - 12, width, 24);
      ctx.restore();
      writeText(ctx, text, middle.x, middle.y, {
        size: ink.size.label,
        colour: ink.ink2,
        weight: 600,
        align: "center",
        baseline: "middle",
      });
    },
  };
}
