/** Dotted level lines with a word at the left: caseness, the remission cut-off. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawLine, writeText } from "./drawing";

export interface Level {
  readonly at: number;
  readonly text: string;
}

export function levels(at: readonly Level[], ink: Ink): Plugin {
  return {
    id: "levels",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const y = scales["y"];
      if (chartArea === undefined || y === undefined) return;
      const { left, right, top, bottom } = chartArea;
      for (const level of at) {
        const py = y.getPixelForValue(level.at);
        if (py < top || py > bottom) continue;
        drawLine(ctx, [left, py], [right, py], { colour: ink.axis, width: 1, dash: [1, 3] });
        writeText(ctx, level.text, left + 4, py + 12, {
          size: ink.size.tick,
          colour: ink.ink3,
          halo: ink.card,
        });
      }
    },
  };
}
