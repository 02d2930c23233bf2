/**
 * A funnel plot: one point a clinic, its share against its number of patients, between the limits that chance draws
 * around the overall share; dashed, the same widened by over-dispersion. No point has a name,
 * but a clinician's own.
 */
import type { ChartConfiguration, Plugin, Point } from "chart.js";
import type { Clinics } from "../clinicResults";
import type { FigureChart } from "./figure";
import { labelsOf, lineSets } from "./funnelLines";
import { marksOf, ownPointOf, pointSets, shareIn, type FunnelSide } from "./funnelPoints";
import type { Ink } from "./ink";
import { numberText, percentText } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { curveLabels } from "./plugins/curveLabels";
import { hiddenPlot } from "./plugins/hiddenPlot";
import { ownPoint } from "./plugins/ownPoint";
import { pointLegend } from "./plugins/pointLegend";
import { shareScale, shareTick } from "./shareDots";
import { baseOptions, NARROW, shareAxis, tickFont } from "./scales";

export interface FunnelPlan {
  readonly id: string;
  readonly title: string;
  readonly side: FunnelSide;
  readonly axisTitle: string;
  readonly countTitle: string;
  readonly description: string;
}

const PLOT_HEIGHT = 250;
const TOP = 34;
const UNDER_AXIS = 42;
const LEGEND = 26;

type Funnel = ChartConfiguration<"scatter", Point[], unknown>;

export function funnelChart(result: Clinics, plan: FunnelPlan): FigureChart {
  return {
    id: plan.id,
    title: plan.title,
    columns: 6,
    height: () => TOP + PLOT_HEIGHT + UNDER_AXIS + LEGEND,
    description: plan.description,
    configure: (ink, width) => configure(result, plan, ink, width),
  };
}

function configure(result: Clinics, plan: FunnelPlan, ink: Ink, width: number): Funnel {
  const narrow = width < NARROW;
  const nothing = result.points.every((point) => shareIn(point, plan.side) === null);
  const limits = nothing ? [] : result.limits;
  const end = limits.at(-1)?.patients ?? 100;
  const whole = shareAxis(ink, narrow ? 40 : 46);
  const share = scaleOf(result);
  const step = stepOf(end, narrow ? 4 : 6);
  return {
    type: "scatter",
    data: {
      datasets: nothing ? [] : [...pointSets(result, plan.side, ink), ...lineSets(result, plan.side, ink)],
    },
    options: {
      ...baseOptions(ink),
      plugins: { ...baseOptions(ink).plugins, tooltip: { callbacks: { label: tooltipOf } } },
      layout: { padding: { top: TOP, right: 58, bottom: LEGEND } },
      scales: {
        y: nothing
          ? whole
          : {
              ...whole,
              max: share.max,
              ticks: {
                ...whole.ticks,
                stepSize: share.step,
                callback: (value) => shareTick(Number(value), share.max),
              },
            },
        x: {
          type: "linear",
          min: 0,
          max: end,
          border: { display: false },
          grid: { drawOnChartArea: false, tickLength: 5, color: ink.axis },
          ticks: {
            color: ink.ink3,
            font: tickFont(ink),
            padding: 4,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => (nothing ? "" : numberText(Number(value))),
          },
          afterBuildTicks: (scale) => {
            scale.ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => ({
              value: at * step,
            }));
          },
          afterFit: (scale) => {
            scale.height = UNDER_AXIS;
          },
        },
      },
    },
    plugins: [
      axisTitle({ above: plan.axisTitle, below: plan.countTitle }, ink),
      hiddenPlot(
        nothing ? (result.points.length === 0 ? "Too few clinics to show" : "Not estimable") : null,
        ink,
      ),
      curveLabels(nothing ? [] : labelsOf(result, ink), ink, { stepped: false }),
      ownPoint("Your clinic", nothing ? null : ownPointOf(result, plan.side), ink),
      ...(nothing ? [] : [pointLegend(marksOf(result, ink), UNDER_AXIS + 10, ink)]),
    ] as Plugin<"scatter">[],
  };
}

/** Ticks at 1, 2 or 5 times a power of ten. */
function stepOf(end: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(end / most));
  return [1, 2, 5].map((times) => times * power).find((step) => end / step <= most) ?? 10 * power;
}

/** Up to a round share over all points and the limits of the smallest clinic; the same in both plots. */
function scaleOf({ points }: Clinics): ReturnType<typeof shareScale> {
  const highest = points.flatMap((point) => [
    point.limit.upper998,
    shareIn(point, "unadjusted") ?? 0,
    shareIn(point, "adjusted") ?? 0,
  ]);
  return shareScale(Math.max(...highest));
}

function tooltipOf({
  parsed,
}: {
  readonly parsed: { readonly x: number | null; readonly y: number | null };
}): string {
  return `${numberText(parsed.x ?? 0)} patients, ${percentText(parsed.y ?? 0)}`;
}
