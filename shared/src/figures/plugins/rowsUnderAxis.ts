/**
 * The rows of numbers under an axis, in blocks (At risk, Censored, Events, or Scores): a dash sample and a short name in
 * the left gutter, numbers centred on their ticks, and, beside the first block, a text a row in the right gutter.
 */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHiddenNumber, drawLine, widthOfText, writeText, type Context } from "./drawing";

export interface RowsUnderAxis {
  readonly blocks: readonly RowBlock[];
  /** Heading and one text a row at the right of the first block. */
  readonly gutter: { readonly heading: string; readonly texts: readonly string[] } | null;
}
export interface RowBlock {
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly colour: string;
    readonly dash: readonly number[];
    readonly cells: readonly RowCell[];
  }[];
}
/** `text` null is a hidden mark. */
export interface RowCell {
  readonly at: number;
  readonly text: string | null;
}

/** px from the zero line to the first heading's baseline. */
export const FIRST_HEADING = 57;
const BLOCK_GAP = 5;
const SAMPLE = 14;
/** px from the left to the name of a row. */
export const ROW_NAME_FROM = SAMPLE + 4;

/** Height that the rows take under the zero line. */
export function rowsHeight(blocks: number, rows: number, ink: Ink): number {
  return FIRST_HEADING + blocks * (rows + 1) * ink.size.row + (blocks - 1) * BLOCK_GAP - 8;
}

export function rowsUnderAxis(rows: RowsUnderAxis, ink: Ink): Plugin {
  return {
    id: "rowsUnderAxis",
    afterDraw({ ctx, chartArea, scales, width }) {
      const x = scales["x"];
      if (chartArea === undefined || x === undefined) return;
      let y = chartArea.bottom + FIRST_HEADING;
      rows.blocks.forEach((block, index) => {
        const style = { size: ink.size.tick, colour: ink.ink2, weight: 600 } as const;
        writeText(ctx, block.heading, 0, y, style);
        if (index === 0 && rows.gutter !== null)
          writeText(ctx, rows.gutter.heading, width, y, { ...style, align: "right" });
        block.rows.forEach((row, line) => {
          y += ink.size.row;
          drawSample(ctx, row, y, ink);
          for (const cell of row.cells) drawCell(ctx, cell, x.getPixelForValue(cell.at), y, ink);
          const text = index === 0 ? rows.gutter?.texts[line] : undefined;
          if (text !== undefined)
            writeText(ctx, text, width, y, { size: ink.size.tick, colour: ink.ink, align: "right" });
        });
        y += ink.size.row + BLOCK_GAP;
      });
    },
  };
}

function drawSample(context: Context, row: RowBlock["rows"][number], y: number, ink: Ink): void {
  const middle = y - ink.size.tick * 0.36;
  drawLine(context, [0, middle], [SAMPLE, middle], { colour: row.colour, width: 2, dash: row.dash });
  writeText(context, row.name, ROW_NAME_FROM, y, { size: ink.size.tick, colour: ink.ink2 });
}

function drawCell(context: Context, cell: RowCell, x: number, y: number, ink: Ink): void {
  if (cell.text === null) return drawHiddenNumber(context, x, y - ink.size.tick * 0.36, ink);
  writeText(context, cell.text, x, y, { size: ink.size.tick, colour: ink.ink, align: "center" });
}

/** The widest of some texts, for gutters that follow their content. */
export const widestText = (context: Context, texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => widthOfText(context, text, size)));
