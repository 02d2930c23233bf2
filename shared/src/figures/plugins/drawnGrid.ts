/** A grid drawn on the canvas, for files: rules, aligned numbers with their intervals underneath, hidden marks. */
import type { Plugin } from "chart.js";
import type { Grid, GridCell, GridColumn } from "../grid";
import type { Ink } from "../ink";
import { colourOf, dashOf } from "../series";
import { drawHiddenNumber, drawLine, widthOfText, writeText, type Context } from "./drawing";

const HEAD = 20;
const HEADING = 22;
const LINE = 12;
const PADDING = 9;
const SAMPLE = 16;
const NAME_GAP = 10;

/** px that a letter takes at most, for what has to be known before anything can be measured. */
const LETTER = 5.7;

const hasOver = ({ columns }: Grid): boolean => columns.some(({ over }) => over !== null);
const headHeight = (grid: Grid): number => (hasOver(grid) ? 2 : 1) * HEAD;

interface Layout {
  readonly nameWidth: number;
  readonly column: number;
  /** Intervals stand beside their estimates, where every one has room there. */
  readonly oneLine: boolean;
}

function layoutOf({ rows, columns, rowHead }: Grid, width: number): Layout {
  const names = [rowHead, ...rows.filter(({ cells }) => cells.length > 0).map(({ name }) => name)];
  const longest = Math.max(...names.map(({ length }) => length));
  const nameWidth = Math.min(longest * LETTER + NAME_GAP, width * 0.4);
  const column = (width - nameWidth) / Math.max(1, columns.length);
  const widest = Math.max(
    ...rows.flatMap(({ cells }) => cells.map(({ text, aside = "" }) => text.length + aside.length + 1)),
  );
  return { nameWidth, column, oneLine: widest * LETTER + NAME_GAP <= column };
}

/** Two lines where an interval stands under its estimate. */
function rowHeight(cells: readonly GridCell[], oneLine: boolean): number {
  if (cells.length === 0) return HEADING;
  const two = !oneLine && cells.some(({ aside }) => aside !== undefined && aside !== "");
  return (two ? 2 : 1) * LINE + PADDING;
}

export function gridHeight(grid: Grid, width: number): number {
  const { oneLine } = layoutOf(grid, width);
  return headHeight(grid) + grid.rows.reduce((sum, { cells }) => sum + rowHeight(cells, oneLine), 0) + 6;
}

export function drawnGrid(grid: Grid, ink: Ink): Plugin {
  return {
    id: "drawnGrid",
    afterDraw({ ctx, width }) {
      const { nameWidth, column, oneLine } = layoutOf(grid, width);
      const rightOf = (index: number) => nameWidth + (index + 1) * column;
      writeHeads(ctx, grid, { rightOf, column }, ink);
      let y = headHeight(grid);
      rule(ctx, y, width, ink.strong);
      grid.rows.forEach(({ name, cells }, index) => {
        const height = rowHeight(cells, oneLine);
        const heading = cells.length === 0;
        const style = { size: ink.size.label, colour: ink.ink, weight: heading ? 600 : 400 } as const;
        writeText(ctx, name, 0, heading ? y + height - 5 : y + PADDING / 2 + LINE - 3, style);
        cells.forEach((cell, at) => {
          const place = { right: rightOf(at), top: y + PADDING / 2, column, oneLine };
          writeCell(ctx, cell, place, ink);
        });
        y += height;
        if (!heading && grid.rows[index + 1] !== undefined) rule(ctx, y, width, ink.grid);
      });
      rule(ctx, y, width, ink.grid);
      for (const [at, each] of grid.columns.entries())
        if (beginsGroup(grid.columns, at) && each.over !== null) {
          const x = rightOf(at - 1) + 4;
          drawLine(ctx, [x, 0], [x, y], { colour: ink.line, width: 1 });
        }
    },
  };
}

const beginsGroup = (columns: readonly GridColumn[], at: number): boolean =>
  columns[at]?.over !== columns[at - 1]?.over;

function writeHeads(
  context: Context,
  grid: Grid,
  { rightOf, column }: { readonly rightOf: (at: number) => number; readonly column: number },
  ink: Ink,
): void {
  const baseline = headHeight(grid) - 7;
  const style = { size: ink.size.label, colour: ink.ink2, weight: 600 } as const;
  writeText(context, grid.rowHead, 0, baseline, style);
  grid.columns.forEach(({ head, over, mark }, at) => {
    const right = rightOf(at);
    writeText(context, head, right, baseline, { ...style, align: "right" });
    if (mark !== null) {
      const end = right - widthOfText(context, head, ink.size.label, 600) - 5;
      const line = { colour: colourOf(ink, mark), width: 2, dash: dashOf(mark) };
      drawLine(context, [end - SAMPLE, baseline - 3.5], [end, baseline - 3.5], line);
    }
    if (over !== null && beginsGroup(grid.columns, at))
      writeText(context, over, right - column + 12, HEAD - 7, { ...style, colour: ink.ink });
  });
}

function writeCell(
  context: Context,
  cell: GridCell,
  place: { readonly right: number; readonly top: number; readonly column: number; readonly oneLine: boolean },
  ink: Ink,
): void {
  const { right, top, column, oneLine } = place;
  if (cell.hidden === true) return drawHiddenNumber(context, right - 9, top + LINE / 2, ink);
  const tones = { strong: ink.ink, faint: ink.ink3, warn: ink.warnInk } as const;
  const colour = cell.tone === undefined ? ink.ink : tones[cell.tone];
  const weight = cell.tone === "strong" || cell.tone === "warn" ? 600 : 400;
  const style = { size: ink.size.label, align: "right" } as const;
  const first = top + LINE - 3;
  const [text, aside] = linesOf(context, cell, column, ink);
  const beside = oneLine && aside !== "" ? widthOfText(context, aside, ink.size.label) + 4 : 0;
  writeText(context, text, right - beside, first, { ...style, colour, weight });
  if (aside !== "")
    writeText(context, aside, right, oneLine ? first : first + LINE, { ...style, colour: ink.ink3 });
}

/** Words too long for their column take two lines, like an estimate with its interval. */
function linesOf(
  context: Context,
  { text, aside = "" }: GridCell,
  column: number,
  ink: Ink,
): [string, string] {
  const [first = "", ...rest] = text.split(" ");
  const fits = widthOfText(context, text, ink.size.label) <= column - NAME_GAP;
  return fits || aside !== "" || rest.length === 0 ? [text, aside] : [first, rest.join(" ")];
}

const rule = (context: Context, y: number, width: number, colour: string): void =>
  drawLine(context, [0, y], [width, y], { colour, width: 1 });
