/** The lines of a funnel plot: the share of all clinics together, the limits around it, and the same widened. */
import type { ChartDataset, Point } from "chart.js";
import type { Clinics, FunnelLimit } from "../clinicResults";
import type { FunnelSide } from "./funnelPoints";
import type { Ink } from "./ink";
import { exact, percentText } from "./numbers";
import type { LabelledCurve } from "./plugins/curveLabels";

type Level = Exclude<keyof FunnelLimit, "patients">;

const levels: readonly { readonly upper: Level; readonly lower: Level; readonly text: string }[] = [
  { upper: "upper95", lower: "lower95", text: "95%" },
  { upper: "upper998", lower: "lower998", text: "99.8%" },
];

export function lineSets(result: Clinics, side: FunnelSide, ink: Ink): ChartDataset<"scatter", Point[]>[] {
  const overall = exact(result.overall);
  const end = result.limits.at(-1)?.patients ?? 0;
  const line = (
    label: string,
    data: Point[],
    colour: string,
    dash: number[],
  ): ChartDataset<"scatter", Point[]> => ({
    label,
    data,
    showLine: true,
    pointRadius: 0,
    pointHitRadius: 0,
    borderColor: colour,
    borderWidth: ink.size.curve * 0.6,
    borderDash: dash,
    order: 1,
  });
  const pathOf = (limits: readonly FunnelLimit[], level: Level): Point[] =>
    limits
      .map((limit) => ({ x: limit.patients, y: limit[level] }))
      // Cut off at none and all, a limit says nothing more.
      .filter(({ y }) => y > 0 && y < 1);
  const both = (limits: readonly FunnelLimit[], words: string, dash: number[]) =>
    limits.length === 0
      ? []
      : levels.flatMap(({ upper, lower, text }) =>
          [upper, lower].map((level) =>
            line(`${text} limit${words}`, pathOf(limits, level), limitColour(level, ink), dash),
          ),
        );
  return [
    ...(overall === null
      ? []
      : [
          line(
            "All clinics together",
            [
              { x: 0, y: overall },
              { x: end, y: overall },
            ],
            ink.ink2,
            [],
          ),
        ]),
    ...both(result.limits, "", []),
    ...both(result[side].widened, ", widened", [5, 4]),
  ];
}

const limitColour = (level: Level, ink: Ink): string => (level.endsWith("95") ? ink.fill : ink.axis);

export function labelsOf(result: Clinics, ink: Ink): LabelledCurve[] {
  const overall = exact(result.overall);
  const last = result.limits.at(-1);
  if (overall === null || last === undefined) return [];
  const label = (text: string, y: number, colour: string): LabelledCurve => ({
    text,
    colour,
    textColour: colour,
    points: [
      { x: 0, y },
      { x: last.patients, y },
    ],
    stops: false,
  });
  return [
    label(`All ${percentText(overall)}`, overall, ink.ink2),
    label("95%", last.upper95, ink.fill),
    label("99.8%", last.upper998, ink.ink3),
  ];
}
