/** Titles of the axes: the vertical one lies flat above the plot, the horizontal one under the tick labels. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { writeText } from "./drawing";

export interface AxisTitles {
  readonly above: string;
  readonly below: string | null;
  /** px from the zero line to the title below. */
  readonly belowBy?: number;
}

export function axisTitle(titles: AxisTitles, ink: Ink): Plugin {
  return {
    id: "axisTitle",
    afterDraw({ ctx, chartArea }) {
      if (chartArea === undefined) return;
      const style = { size: ink.size.label, colour: ink.ink2 };
      writeText(ctx, titles.above, 0, chartArea.top - 15, style);
      if (titles.below === null) return;
      const middle = (chartArea.left + chartArea.right) / 2;
      const y = chartArea.bottom + (titles.belowBy ?? 35);
      writeText(ctx, titles.below, middle, y, { ...style, align: "center" });
    },
  };
}
