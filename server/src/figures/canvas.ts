/**
 * The canvas of the server: the only file that knows which library draws, and where its font lies. It also hands out
 * Chart.js, with what the figures use of it; nobody else imports Chart.js here. Nothing here knows of a figure.
 */
import "./path2d";
import { dirname, join } from "node:path";
import * as napiCanvas from "@napi-rs/canvas";
import * as chartJs from "chart.js";
import * as errorBars from "chartjs-chart-error-bars";
import * as matrix from "chartjs-chart-matrix";
import { chartParts, FONT } from "@afterglow/shared";
import { briefPaths } from "./briefPaths";
import { writePng } from "./writePng";

chartJs.Chart.register(...chartParts({ ...chartJs, ...errorBars, ...matrix }));

// Without a registered face the canvas draws no text at all. The page serves the same face to the browser.
const fontFolder = dirname(require.resolve("@expo-google-fonts/inter/package.json"));
for (const face of [
  "400Regular/Inter_400Regular",
  "500Medium/Inter_500Medium",
  "600SemiBold/Inter_600SemiBold",
]) {
  const file = join(fontFolder, `${face}.ttf`);
  if (napiCanvas.GlobalFonts.registerFromPath(file, FONT) === null)
    throw new Error(`${FONT}: the font file ${face}.ttf cannot be read`);
}

export const Chart = chartJs.Chart;
export const BasicPlatform = chartJs.BasicPlatform;

/** The part of a canvas' context that figures draw with: that of a browser. */
export type Context = CanvasRenderingContext2D;

export interface Sheet {
  readonly context: Context;
  finish(): Buffer;
}

/** Text as outlines, so that the file looks the same where Inter is not installed. */
export function svgSheet(width: number, height: number): Sheet {
  const canvas = napiCanvas.createCanvas(width, height, napiCanvas.SvgExportFlag.ConvertTextToPaths);
  return {
    context: canvas.getContext("2d") as unknown as Context,
    finish: () => briefPaths(canvas.getContent()),
  };
}

/** A page of its own size in points; drawn in px. Fonts are embedded. */
export function pdfSheet(width: number, height: number, pointsPerPx: number, title: string): Sheet {
  const document = new napiCanvas.PDFDocument({ title, creator: "Afterglow", rasterDPI: 300 });
  const page = document.beginPage(width * pointsPerPx, height * pointsPerPx);
  page.scale(pointsPerPx, pointsPerPx);
  return {
    context: page as unknown as Context,
    finish: () => {
      document.endPage();
      return document.close();
    },
  };
}

export function pngSheet(width: number, height: number, scale: number, dotsPerInch: number): Sheet {
  const canvas = napiCanvas.createCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext("2d");
  // To the last row of dots: where the height is no whole number of them, the figure covers that one in part.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  return {
    context: context as unknown as Context,
    finish: () => writePng(canvas.data(), canvas.width, canvas.height, dotsPerInch),
  };
}

/** Only for measuring text before the height of the sheet is known. */
export const measuringContext = (): Context =>
  napiCanvas.createCanvas(8, 8).getContext("2d") as unknown as Context;
