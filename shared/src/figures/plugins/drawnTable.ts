/** A table drawn on the canvas, for files of a figure that is a table: rules, aligned numbers, hidden marks. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHiddenNumber, drawLine, writeText, type Context } from "./drawing";

export interface DrawnTable {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly strong: boolean;
    /** null: hidden. */
    readonly cells: readonly (string | null)[];
  }[];
}

export const TABLE_ROW = 22;

export function drawnTable(table: DrawnTable, nameWidth: number, ink: Ink): Plugin {
  return {
    id: "drawnTable",
    afterDraw({ ctx, width }) {
      const column = (width - nameWidth) / Math.max(1, table.heads.length);
      const right = (index: number) => nameWidth + (index + 1) * column;
      const size = ink.size.label;
      table.heads.forEach((head, index) => {
        writeText(ctx, head, right(index), 15, { size, colour: ink.ink, weight: 600, align: "right" });
      });
      rule(ctx, TABLE_ROW, width, ink.strong);
      table.rows.forEach((row, line) => {
        const middle = (line + 1.5) * TABLE_ROW;
        const weight = row.strong ? 600 : 400;
        writeText(ctx, row.name, 0, middle, { size, colour: ink.ink, weight, baseline: "middle" });
        row.cells.forEach((cell, index) => {
          if (cell === null) return drawHiddenNumber(ctx, right(index) - 9, middle, ink);
          const style = { size, colour: ink.ink, weight, align: "right", baseline: "middle" } as const;
          writeText(ctx, cell, right(index), middle, style);
        });
        rule(ctx, (line + 2) * TABLE_ROW, width, ink.grid);
      });
    },
  };
}

const rule = (context: Context, y: number, width: number, colour: string): void =>
  drawLine(context, [0, y], [width, y], { colour, width: 1 });
