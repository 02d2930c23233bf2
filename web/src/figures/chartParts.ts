// Registers with the page's Chart.js what the figures are made of. For its effect only.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";
import { PointWithErrorBar, ScatterWithErrorBarsController } from "chartjs-chart-error-bars";
import { MatrixController, MatrixElement } from "chartjs-chart-matrix";
import { chartParts } from "@afterglow/shared";

Chart.register(
  ...chartParts({
    LineController,
    BarController,
    ScatterController,
    LineElement,
    PointElement,
    BarElement,
    LinearScale,
    LogarithmicScale,
    CategoryScale,
    Filler,
    Tooltip,
    ScatterWithErrorBarsController,
    PointWithErrorBar,
    MatrixController,
    MatrixElement,
  }),
);
