/**
 * Dot rows: around points with error bars, the names at the left, the values at the right, and, where a number is hidden,
 * slanted strokes over the whole width of the scale. The points themselves are the chart's own.
 */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, writeText } from "./drawing";

export interface DotRow {
  readonly name: string;
  /** Over the rows that follow, from the left edge on; nothing else stands beside it. */
  readonly isHeading: boolean;
  /** "36 (33 to 39)", or why there is none. */
  readonly text: string;
  readonly hidden: boolean;
  /** From where to where the number lies, if only that is known. */
  readonly within: readonly [number, number] | null;
}

export interface DotRows {
  readonly rows: readonly DotRow[];
  /** Heading of the values, on the line of the tick labels. */
  readonly heading: string;
  readonly strong: boolean;
}

const HATCH_HEIGHT = 12;

export function dotRows({ rows, heading, strong }: DotRows, ink: Ink): Plugin {
  return {
    id: "dotRows",
    afterDatasetsDraw({ ctx, chartArea, scales, width }) {
      const { x, y } = scales;
      if (chartArea === undefined || x === undefined || y === undefined) return;
      const { left, right, top } = chartArea;
      const size = ink.size.label;
      writeText(ctx, heading, width, top - 12, { size: ink.size.tick, colour: ink.ink3, align: "right" });
      rows.forEach((row, index) => {
        const middle = y.getPixelForValue(index);
        const style = { size, baseline: "middle" } as const;
        if (row.isHeading) {
          writeText(ctx, row.name, 0, middle + 3, { ...style, colour: ink.ink, weight: 500, halo: ink.card });
          return;
        }
        const faint = row.hidden ? ink.ink3 : ink.ink;
        writeText(ctx, row.name, left - 8, middle, { ...style, colour: faint, align: "right" });
        const [from, to] = row.within?.map((value) => x.getPixelForValue(value)) ?? [left, right];
        const box = { x: from ?? left, y: middle - HATCH_HEIGHT / 2, height: HATCH_HEIGHT };
        if (row.hidden || row.within !== null) drawHidden(ctx, { ...box, width: (to ?? right) - box.x }, ink);
        const weight = strong && !row.hidden ? 600 : 400;
        writeText(ctx, row.text, width, middle, {
          ...style,
          colour: row.hidden ? ink.ink3 : strong ? ink.ink : ink.ink2,
          align: "right",
          weight,
        });
      });
    },
  };
}
