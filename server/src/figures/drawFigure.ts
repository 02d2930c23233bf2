/**
 * Draws a figure as a file: its charts as on screen, in light ink on white, 180 mm wide, with the caption underneath.
 * What is drawn is decided by the figure; this file only lays it out.
 */
import { exportInk, type Figure, type FigureChart } from "@afterglow/shared";
import { measuringContext, pdfSheet, pngSheet, svgSheet, type Context, type Sheet } from "./canvas";
import { paintChart } from "./paintChart";
import { breakLines, fontAt, writeLines, type TextRun } from "./setText";

export type DrawnFormat = "svg" | "pdf" | "png";

/** A figure is as wide as a journal's page: 180 mm are 680 px, so 10 px of text are 7.5 pt. White margins lie around it. */
const FIGURE = 680;
const MM = 180;
const POINTS_PER_PX = ((MM / 25.4) * 72) / FIGURE;
const DOTS_PER_INCH = 300;
const DOTS_PER_PX = ((MM / 25.4) * DOTS_PER_INCH) / FIGURE;

const MARGIN = 40;
const WIDTH = FIGURE + 2 * MARGIN;
const GAP = 28;
const HEADING = 20;
const TEXT = 10;
const LEADING = 15;
const NAME_COLUMN = 72;
const ink = exportInk;

const wanted = (chart: FigureChart): number => Math.max(LEAST_COLUMNS, chart.printColumns ?? chart.columns);

interface PlacedChart {
  readonly chart: FigureChart;
  readonly x: number;
  /** Under the top of its row. */
  readonly y: number;
  readonly width: number;
}

interface Row {
  readonly charts: readonly PlacedChart[];
  readonly heading: boolean;
  readonly height: number;
}

export function drawFigure(figure: Figure, format: DrawnFormat): Promise<Buffer> {
  const rows = rowsOf(figure.charts);
  const caption = captionOf(measuringContext(), figure);
  // At the top right of a plot that stands alone, as there is room over it; else on a line of its own.
  const alone =
    figure.charts.length === 1 && rows[0]?.heading === false && figure.charts[0]?.axisOnTop !== true;
  const markLine = figure.mark !== null && !alone ? HEADING : 0;
  const charts = rows.reduce((sum, row) => sum + row.height, 0);
  const height = Math.ceil(MARGIN + markLine + charts + caption.height + MARGIN);
  const sheet = sheetOf(format, height, `${figure.title}. ${figure.definition}`);
  paint(sheet.context, figure, rows, caption, { height, markLine });
  return Promise.resolve(sheet.finish());
}

function sheetOf(format: DrawnFormat, height: number, title: string): Sheet {
  if (format === "svg") return svgSheet(WIDTH, height);
  if (format === "pdf") return pdfSheet(WIDTH, height, POINTS_PER_PX, title);
  return pngSheet(WIDTH, height, DOTS_PER_PX, DOTS_PER_INCH);
}

/** On paper a chart has at least half of the width, or its labels would not fit. */
const LEAST_COLUMNS = 5;

/** Charts side by side as long as their columns fit into twelve. */
function rowsOf(charts: readonly FigureChart[]): Row[] {
  const groups: FigureChart[][] = [];
  for (const chart of charts) {
    const last = groups.at(-1);
    const used = last?.reduce((sum, each) => sum + wanted(each), 0) ?? 12;
    if (last === undefined || used + wanted(chart) > 12) groups.push([chart]);
    else last.push(chart);
  }
  return stacked(groups.map(rowOf));
}

function rowOf(group: readonly FigureChart[]): Row {
  const columns = group.reduce((sum, each) => sum + wanted(each), 0);
  const free = WIDTH - 2 * MARGIN - GAP * (group.length - 1);
  let x = MARGIN;
  const placed = group.map((chart) => {
    const width = (free * wanted(chart)) / columns;
    const place = { chart, x, y: 0, width };
    x += width + GAP;
    return place;
  });
  const heading = group.some((chart) => chart.title !== "");
  const tallest = Math.max(...placed.map(({ chart, width }) => chart.height(width)));
  return { charts: placed, heading, height: tallest + (heading ? HEADING : 0) + GAP / 2 };
}

/** A chart alone in its row moves up under the last one before it, where the row's taller chart leaves room. */
function stacked(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (const row of rows) {
    const before = result.at(-1);
    const last = before?.charts.at(-1);
    const [alone, ...others] = row.charts;
    if (
      before === undefined ||
      last === undefined ||
      alone === undefined ||
      others.length > 0 ||
      before.charts.length < 2
    ) {
      result.push(row);
      continue;
    }
    const y = last.y + last.chart.height(last.width) + HEADING + GAP / 2;
    const fits =
      wanted(alone.chart) <= wanted(last.chart) &&
      y + alone.chart.height(last.width) + HEADING <= before.height;
    if (fits)
      result[result.length - 1] = {
        ...before,
        charts: [...before.charts, { ...last, chart: alone.chart, y }],
      };
    else result.push(row);
  }
  return result;
}

function paint(
  context: Context,
  figure: Figure,
  rows: readonly Row[],
  caption: Caption,
  { height, markLine }: { readonly height: number; readonly markLine: number },
): void {
  context.fillStyle = ink.card;
  context.fillRect(0, 0, WIDTH, height);
  if (figure.mark !== null && markLine > 0) writeMark(context, figure.mark, WIDTH - MARGIN, MARGIN + 10);
  let y = MARGIN + markLine;
  rows.forEach((row, index) => {
    for (const { chart, x, y: below, width } of row.charts) {
      const top = y + below + (row.heading ? HEADING : 0);
      if (chart.title !== "") writeHeading(context, chart.title, x, y + below + 11);
      const area = paintChart(context, chart, { x, y: top, width });
      if (figure.mark !== null && markLine === 0 && index === 0)
        writeMark(context, figure.mark, x + area.right, top + area.top - 15);
    }
    y += row.height;
  });
  writeCaption(context, caption, y);
}

function writeMark(context: Context, mark: string, right: number, y: number): void {
  context.font = fontAt(TEXT, 400);
  context.fillStyle = ink.ink2;
  context.textAlign = "right";
  context.textBaseline = "alphabetic";
  context.fillText(mark, right, y);
}

/** "Who is left, all conditions": what stands before the comma is set strong. */
function writeHeading(context: Context, title: string, x: number, y: number): void {
  const [strong = "", ...rest] = title.split(", ");
  const runs: TextRun[] = [{ text: rest.length > 0 ? `${strong},` : strong, weight: 600, colour: ink.ink }];
  if (rest.length > 0) runs.push({ text: rest.join(", "), weight: 400, colour: ink.ink2 });
  writeLines(context, breakLines(context, runs, 11, WIDTH), { x, y, size: 11, leading: LEADING });
}

interface Caption {
  readonly text: ReturnType<typeof breakLines>;
  readonly origin: readonly { readonly name: string; readonly lines: ReturnType<typeof breakLines> }[];
  readonly height: number;
}

const RULE = 12;

function captionOf(context: Context, figure: Figure): Caption {
  const width = WIDTH - 2 * MARGIN;
  const [title = "", ...rest] = figure.caption.text.split(". ");
  const runs: TextRun[] = [
    { text: rest.length > 0 ? `${title}.` : title, weight: 600, colour: ink.ink },
    { text: rest.join(". "), weight: 400, colour: ink.ink },
  ];
  const text = breakLines(context, runs, TEXT, width);
  const origin = figure.caption.origin.map((line) => ({
    name: line.name,
    lines: breakLines(
      context,
      [{ text: line.text, weight: 400, colour: ink.ink2 }],
      TEXT,
      width - NAME_COLUMN,
    ),
  }));
  const lines = text.length + origin.reduce((sum, each) => sum + each.lines.length, 0);
  return { text, origin, height: lines * LEADING + RULE + LEADING };
}

function writeCaption(context: Context, caption: Caption, top: number): void {
  let y = writeLines(context, caption.text, { x: MARGIN, y: top + LEADING, size: TEXT, leading: LEADING });
  context.fillStyle = ink.strong;
  context.fillRect(MARGIN, y - TEXT + 2, WIDTH - 2 * MARGIN, 1);
  y += RULE;
  for (const { name, lines } of caption.origin) {
    const runs: TextRun[] = [{ text: name, weight: 600, colour: ink.ink }];
    writeLines(context, breakLines(context, runs, TEXT, WIDTH), {
      x: MARGIN,
      y,
      size: TEXT,
      leading: LEADING,
    });
    y = writeLines(context, lines, { x: MARGIN + NAME_COLUMN, y, size: TEXT, leading: LEADING });
  }
}
