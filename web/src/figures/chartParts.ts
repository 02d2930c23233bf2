// Registers with the page's Chart.js what the figures are made of. For its effect only.
import * as chart from "chart.js";
import * as errorBars from "chartjs-chart-error-bars";
import * as matrix from "chartjs-chart-matrix";
import { chartParts } from "@afterglow/shared";

chart.Chart.register(...chartParts(chart, errorBars, matrix));
