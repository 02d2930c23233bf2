/**
 * What of Chart.js the figures use. Each side that paints (page, server) hands in its own Chart.js and registers the list,
 * so that this workspace loads no chart library by itself.
 */
import type * as ChartJs from "chart.js";
import type * as ErrorBars from "chartjs-chart-error-bars";
import type * as Matrix from "chartjs-chart-matrix";

export function chartParts(
  chart: typeof ChartJs,
  errorBars: typeof ErrorBars,
  matrix: typeof Matrix,
): ChartJs.ChartComponentLike[] {
  return [
    chart.LineController,
    chart.BarController,
    chart.ScatterController,
    chart.LineElement,
    chart.PointElement,
    chart.BarElement,
    chart.LinearScale,
    chart.LogarithmicScale,
    chart.CategoryScale,
    chart.Filler,
    chart.Tooltip,
    errorBars.ScatterWithErrorBarsController,
    errorBars.PointWithErrorBar,
    matrix.MatrixController,
    matrix.MatrixElement,
  ];
}
