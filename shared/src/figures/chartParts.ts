/**
 * What of Chart.js the figures use. Each side that paints (page, server) hands in these parts of its own Chart.js and
 * registers the list, so that this workspace loads no chart library by itself. The page imports each by name, so that
 * nothing else of those libraries is sent to a reader.
 */
import type * as ChartJs from "chart.js";
import type * as ErrorBars from "chartjs-chart-error-bars";
import type * as Matrix from "chartjs-chart-matrix";

const names = [
  "LineController",
  "BarController",
  "ScatterController",
  "LineElement",
  "PointElement",
  "BarElement",
  "LinearScale",
  "LogarithmicScale",
  "CategoryScale",
  "Filler",
  "Tooltip",
  "ScatterWithErrorBarsController",
  "PointWithErrorBar",
  "MatrixController",
  "MatrixElement",
] as const;

type ChartModules = typeof ChartJs & typeof ErrorBars & typeof Matrix;

export const chartParts = (parts: Pick<ChartModules, (typeof names)[number]>): ChartJs.ChartComponentLike[] =>
  names.map((name) => parts[name]);
