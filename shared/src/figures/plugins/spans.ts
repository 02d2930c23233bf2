/** Thin lines from one point of a row to another: how far it is from before to after. The points are the chart's own. */
import type { Plugin } from "chart.js";
import { drawLine } from "./drawing";

export interface Span {
  /** Row, from the top. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

export function spans(each: readonly Span[]): Plugin {
  return {
    id: "spans",
    beforeDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (x === undefined || y === undefined) return;
      for (const { at, from, to, colour } of each) {
        const middle = y.getPixelForValue(at);
        const ends = [x.getPixelForValue(from), x.getPixelForValue(to)] as const;
        drawLine(ctx, [ends[0], middle], [ends[1], middle], { colour, width: 1 });
      }
    },
  };
}
