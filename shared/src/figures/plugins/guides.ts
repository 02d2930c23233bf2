/** Dotted vertical guides at the landmarks. They say where to read, and carry no number. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawLine } from "./drawing";

export function guides(at: readonly number[], ink: Ink): Plugin {
  return {
    id: "guides",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const x = scales["x"];
      if (chartArea === undefined || x === undefined) return;
      for (const value of at) {
        const px = x.getPixelForValue(value);
        drawLine(ctx, [px, chartArea.top], [px, chartArea.bottom], {
          colour: ink.axis,
          width: 1,
          dash: [1, 3],
        });
      }
    },
  };
}
