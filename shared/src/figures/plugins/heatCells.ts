/**
 * What surrounds and fills a heat map's cells: numbers, slanted strokes for hidden cells, names of rows and their groups,
 * heads of columns, the frame of the chosen row, and the scale of colours underneath. The cells are the chart's own.
 */
import type { Plugin } from "chart.js";
import { listed } from "../../cohortSentence";
import type { Ink } from "../ink";
import { drawHidden, drawHiddenNumber, writeText, type Box, type Context } from "./drawing";

export interface HeatColumn {
  readonly name: string;
  /** Number under the name; null: hidden. */
  readonly count: string | null;
}
export interface HeatRow {
  readonly code: string;
  readonly name: string;
  /** Middle of the row, px under the plot's top. */
  readonly middle: number;
  /** Name of the group of rows that begins here, else null. */
  readonly heading: string | null;
  readonly cells: readonly { readonly text: string; readonly step: number; readonly hidden: boolean }[];
}
export interface HeatCells {
  readonly columns: readonly HeatColumn[];
  readonly countName: string;
  readonly rows: readonly HeatRow[];
  readonly framed: string | null;
  readonly scaleName: string;
  /** Names of columns for which there is no room. */
  readonly leftOut: readonly string[];
  /** Names of the groups stand over their rows instead of at the left. */
  readonly narrow: boolean;
}

export const CELL = 22;

export function heatCells(heat: HeatCells, ink: Ink): Plugin {
  return {
    id: "heatCells",
    afterDatasetsDraw({ ctx, chartArea }) {
      if (chartArea === undefined) return;
      const { left, right, top, bottom } = chartArea;
      const column = (right - left) / Math.max(1, heat.columns.length);
      writeHeads(ctx, heat, { x: left, y: top, width: column, height: 0 }, ink);
      for (const row of heat.rows) {
        const y = top + row.middle;
        writeName(ctx, row, heat, { left, y }, ink);
        row.cells.forEach((cell, index) => {
          const box = { x: left + index * column, y: y - CELL / 2, width: column - 1, height: CELL - 1 };
          writeCell(ctx, cell, box, ink);
        });
        if (row.code !== heat.framed) continue;
        ctx.save();
        ctx.strokeStyle = ink.ink;
        ctx.lineWidth = 1.5;
        ctx.strokeRect(left - 1, y - CELL / 2 - 1, right - left + 1, CELL + 1);
        ctx.restore();
      }
      writeScale(ctx, heat, bottom + 24, ink);
    },
  };
}

function writeCell(context: Context, cell: HeatRow["cells"][number], box: Box, ink: Ink): void {
  if (cell.hidden) return drawHidden(context, box, ink);
  writeText(context, cell.text, box.x + box.width / 2, box.y + box.height / 2 + 0.5, {
    size: ink.size.label,
    weight: 500,
    colour: ink.heatText[cell.step] ?? ink.ink,
    align: "center",
    baseline: "middle",
  });
}

function writeName(
  context: Context,
  row: HeatRow,
  heat: HeatCells,
  at: { readonly left: number; readonly y: number },
  ink: Ink,
): void {
  writeText(context, row.name, at.left - 8, at.y, {
    size: ink.size.tick,
    colour: ink.ink,
    weight: row.code === heat.framed ? 600 : 400,
    align: "right",
    baseline: "middle",
  });
  if (row.heading === null) return;
  const y = heat.narrow ? at.y - CELL / 2 - 9 : at.y;
  writeText(context, row.heading, 0, y, { size: ink.size.tick, colour: ink.ink3, baseline: "middle" });
}

function writeHeads(context: Context, heat: HeatCells, first: Box, ink: Ink): void {
  const size = ink.size.tick;
  writeText(context, heat.countName, first.x - 8, first.y - 10, { size, colour: ink.ink3, align: "right" });
  heat.columns.forEach(({ name, count }, index) => {
    const middle = first.x + (index + 0.5) * first.width;
    const colour = count === null ? ink.ink3 : ink.ink;
    writeText(context, name, middle, first.y - 26, { size, colour, weight: 500, align: "center" });
    if (count === null) drawHiddenNumber(context, middle, first.y - 14, ink);
    else writeText(context, count, middle, first.y - 10, { size, colour: ink.ink3, align: "center" });
  });
}

function writeScale(
  context: Context,
  { scaleName: name, narrow, leftOut }: HeatCells,
  line: number,
  ink: Ink,
): void {
  const y = narrow ? line + 16 : line;
  const style = { size: ink.size.tick, colour: ink.ink3 };
  writeText(context, name, 0, line, style);
  context.save();
  context.font = `400 ${ink.size.tick}px Inter`;
  let x = narrow ? 0 : context.measureText(name).width + 12;
  for (const colour of ink.heat) {
    context.fillStyle = colour;
    context.fillRect(x, y - 9, 18, 10);
    x += 18;
  }
  context.restore();
  writeText(context, "0 to 50 and over", x + 10, y, style);
  drawHidden(context, { x: x + 116, y: y - 9, width: 24, height: 10 }, ink);
  writeText(context, "hidden", x + 146, y, style);
  if (leftOut.length === 0) return;
  const names = leftOut.length > 3 ? `${leftOut.length} others` : listed(leftOut);
  writeText(context, `In the table alone: ${names}.`, 0, y + 18, style);
}
