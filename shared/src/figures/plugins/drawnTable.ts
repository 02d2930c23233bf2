/** A table drawn on the canvas, for files of a figure that is a table: rules, aligned numbers, hidden marks. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHiddenNumber, drawLine, widthOfText, writeText, type Context } from "./drawing";

export interface DrawnTable {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly strong: boolean;
    /** null: hidden. */
    readonly cells: readonly (string | null)[];
  }[];
}

/** Room for a name of two lines. */
export const TABLE_ROW = 26;
/** The least width of a column of numbers. */
const LEAST_COLUMN = 60;
const LEADING = 11.5;

export function drawnTable(table: DrawnTable, ink: Ink): Plugin {
  return {
    id: "drawnTable",
    afterDraw({ ctx, width }) {
      const room = Math.max(90, width - LEAST_COLUMN * table.heads.length);
      const nameWidth = Math.min(widestName(ctx, table, ink) + 4, room);
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
        const lines = twoLines(ctx, row.name, nameWidth - 4, size);
        lines.forEach((text, at) => {
          const y = middle + (at - (lines.length - 1) / 2) * LEADING;
          writeText(ctx, text, 0, y, { size, colour: ink.ink, weight, baseline: "middle" });
        });
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

const widestName = (context: Context, table: DrawnTable, ink: Ink): number =>
  Math.max(...table.rows.map(({ name }) => widthOfText(context, name, ink.size.label)));

/** Broken at the last space that fits; the second line takes the rest. */
function twoLines(context: Context, name: string, width: number, size: number): string[] {
  if (widthOfText(context, name, size) <= width) return [name];
  const words = name.split(" ");
  let fit = 1;
  while (fit < words.length && widthOfText(context, words.slice(0, fit + 1).join(" "), size) <= width)
    fit += 1;
  return fit === words.length ? [name] : [words.slice(0, fit).join(" "), words.slice(fit).join(" ")];
}

const rule = (context: Context, y: number, width: number, colour: string): void =>
  drawLine(context, [0, y], [width, y], { colour, width: 1 });
