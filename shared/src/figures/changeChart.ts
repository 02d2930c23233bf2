/** The categories of change since baseline, as stacked bars over visits, for one group. */
import type { ChartConfiguration, Plugin } from "chart.js";
import type { Trajectory } from "../results";
import { changeCategories } from "../vocabulary/changeCategories";
import { instrumentByCode, type InstrumentCode } from "../vocabulary/instruments";
import type { FigureChart } from "./figure";
import { exact } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { hiddenPlot } from "./plugins/hiddenPlot";
import { segmentNumbers } from "./plugins/segmentNumbers";
import { baseOptions, shareAxis, tickFont } from "./scales";

type TrajectoryGroup = Trajectory["groups"][number];
type Bars = ChartConfiguration<"bar", (number | null)[], unknown>;

const GUTTER = 40;
const NAMES = 70;

export function changeChart(
  group: TrajectoryGroup | undefined,
  visits: readonly { readonly code: string; readonly short: string }[],
  smallest: number,
): FigureChart {
  const after = visits.filter(({ code }) => code !== "BASELINE");
  const categories = categoriesOf(group);
  const bars = after.map(({ code }) => barOf(group, code, categories));
  const allHidden = bars.every((bar) => bar.hidden);
  return {
    id: "trajectory-change",
    title: `Change since baseline, ${group?.group.short ?? "no group"}`,
    columns: 5,
    height: () => 282,
    description: `Categories of change by visit in ${group?.group.label ?? "no group"}, % of patients with a score.`,
    configure: (ink) => {
      const bar = {
        borderColor: ink.card,
        borderWidth: { top: 1 },
        borderSkipped: false as const,
        barPercentage: 0.84,
        categoryPercentage: 1,
      };
      const config: Bars = {
        type: "bar",
        data: {
          labels: after.map(({ short }) => short),
          datasets: [
            ...categories.flatMap((category, index) => [
              {
                ...bar,
                label: category.label,
                data: bars.map(({ shares }) => shares[index] ?? null),
                backgroundColor: ink.change[index] ?? ink.ink3,
              },
              {
                ...bar,
                label: `${category.label}, hidden`,
                data: bars.map(({ shares, rest }) => (shares[index] === null ? rest : null)),
                backgroundColor: "transparent",
                borderWidth: 0,
              },
            ]),
          ],
        },
        options: {
          ...baseOptions(ink),
          layout: { padding: { top: 34, right: NAMES, bottom: 4 } },
          scales: {
            y: { ...shareAxis(ink, GUTTER), stacked: true },
            x: {
              stacked: true,
              type: "category",
              border: { color: ink.axis },
              grid: { display: false, drawTicks: false, tickLength: 5 },
              ticks: { color: ink.ink3, font: tickFont(ink), padding: 4, autoSkip: false, maxRotation: 0 },
              afterFit: (scale) => {
                scale.height = 42;
              },
            },
          },
        },
        plugins: [
          axisTitle({ above: "% of patients with a score", below: "Visit" }, ink),
          hiddenPlot(allHidden ? smallest : null, ink),
          segmentNumbers(
            {
              names: categories.map(({ label }) => label),
              textColours: ink.changeText,
              nothing: allHidden ? [] : bars.flatMap((bar, at) => (bar.hidden ? [at] : [])),
            },
            ink,
          ),
        ] as Plugin<"bar">[],
      };
      return config;
    },
  };
}

/** Where an instrument has no remission cut-off there is no such category: nothing of it is hidden. */
function categoriesOf(group: TrajectoryGroup | undefined) {
  const { instrument } = group ?? { instrument: null };
  const without = instrument !== null && instrumentByCode(instrument as InstrumentCode).remission === null;
  return changeCategories.filter(({ code }) => code !== "REMISSION" || !without);
}

interface Bar {
  /** null: hidden, or known only within a bound. */
  readonly shares: readonly (number | null)[];
  /** Height of each hidden segment: what the shown ones leave, in equal parts, since how it divides is not known. */
  readonly rest: number | null;
  /** Nothing of this bar can be drawn. */
  readonly hidden: boolean;
}

/** A hidden segment keeps a height that can be seen, even where rounding leaves none. */
const LEAST_REST = 0.02;

function barOf(
  group: TrajectoryGroup | undefined,
  code: string,
  categories: ReturnType<typeof categoriesOf>,
): Bar {
  const found = group?.visits.find(({ visit }) => visit === code)?.categories ?? [];
  const shares = categories.map(({ code: category }) => {
    const share = found.find((each) => each.category === category)?.share;
    return share === undefined ? null : exact(share);
  });
  const unseen = shares.filter((share) => share === null).length;
  if (unseen === shares.length) return { shares: shares.map(() => null), rest: null, hidden: true };
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
  return { shares, rest: unseen > 0 ? Math.max(LEAST_REST, (1 - sum) / unseen) : null, hidden: false };
}
