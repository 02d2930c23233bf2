/** Dotted level lines with a word under them at the left, or over them at the right: caseness, the remission cut-off. */
import type { Chart, Plugin, Scale } from "chart.js";
import type { Ink } from "../ink";
import { drawLine, writeText } from "./drawing";

export interface Level {
  readonly at: number;
  readonly text: string;
  /** Where the points begin beside the level, the word has room at the other end. */
  readonly atEnd?: boolean;
}

export function levels(at: readonly Level[], ink: Ink): Plugin {
  return {
    id: "levels",
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      for (const { y } of placed(at, chartArea, scales["y"]))
        drawLine(ctx, [chartArea.left, y], [chartArea.right, y], {
          colour: ink.axis,
          width: 1,
          dash: [1, 3],
        });
    },
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const style = { size: ink.size.tick, colour: ink.ink3, halo: ink.card };
      for (const { y, text, atEnd } of placed(at, chartArea, scales["y"])) {
        if (atEnd === true) writeText(ctx, text, chartArea.right - 4, y - 5, { ...style, align: "right" });
        else writeText(ctx, text, chartArea.left + 4, y + 13, style);
      }
    },
  };
}

function placed(at: readonly Level[], area: Chart["chartArea"] | undefined, scale: Scale | undefined) {
  if (area === undefined || scale === undefined) return [];
  return at
    .map((level) => ({ ...level, y: scale.getPixelForValue(level.at) }))
    .filter(({ y }) => y >= area.top && y <= area.bottom);
}
