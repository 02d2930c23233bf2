/** The three charts of the flow: who is left, the share scored at the visit by group, expected and received by visit. */
import type { ChartConfiguration, Plugin } from "chart.js";
import type { Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { Flow } from "../results";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import { dotRowChart } from "./dotRowChart";
import type { FigureChart } from "./figure";
import { flowSteps, stepCounts } from "./flowWords";
import { drawn } from "./groups";
import type { Ink } from "./ink";
import { asPercent, boundedText, hiddenText, isHidden, numberText } from "./numbers";
import { axisTitle } from "./plugins/axisTitle";
import { stepBars } from "./plugins/stepBars";
import { visitShares } from "./plugins/visitShares";
import { baseOptions, gridOf, tickFont } from "./scales";
import { markOf } from "./series";
import { inSentence } from "../vocabulary/entry";

type Bars = ChartConfiguration<"bar", (number | null)[], unknown>;
const asChart = (bars: Bars) => bars as ReturnType<FigureChart["configure"]>;

const STEP = 43;

export function stepsChart(flow: Flow, state: ExploreState, smallest: number): FigureChart {
  const steps = flowSteps(flow, state);
  const counts = stepCounts(flow, state, smallest);
  return {
    id: "flow-steps",
    title: "Who is left, all patients",
    columns: 4,
    height: () => steps.length * STEP + 10,
    description: `Patients left at each step: ${steps.map((s, i) => `${s.name} ${counts[i]?.left ?? ""}`).join("; ")}.`,
    configure: (ink) => {
      const values = flow.steps.map((step) => step.patients.value);
      const before = values.map((value, index) => (value === null ? null : (values[index - 1] ?? value)));
      const labels = steps.map((step) => step.name);
      const all = { barThickness: 16, grouped: false } as const;
      const words = steps.map((step, i) => ({
        name: step.name,
        lost: counts[i]?.lost ?? "",
        patients: values[i] === null ? null : (counts[i]?.left ?? ""),
      }));
      return asChart({
        type: "bar",
        data: {
          labels,
          datasets: [
            { ...all, label: "Patients", data: values, backgroundColor: ink.fill, order: 1 },
            { ...all, label: "At the step before", data: before, order: 2, ...outline(ink) },
          ],
        },
        options: {
          ...baseOptions(ink),
          indexAxis: "y",
          layout: { padding: { top: 14, right: 50 } },
          scales: {
            x: { type: "linear", display: false, min: 0, max: Math.max(1, ...values.map((v) => v ?? 0)) },
            y: { type: "category", display: false },
          },
        },
        plugins: [stepBars(words, ink)],
      });
    },
  };
}

const outline = (ink: Ink) =>
  ({ backgroundColor: "transparent", borderColor: ink.axis, borderWidth: 1, borderSkipped: false }) as const;

export function scoredChart(flow: Flow, state: ExploreState, smallest: number): FigureChart {
  const visit = inSentence(visitByCode(flow.visit as VisitCode).label);
  const rows = drawn(flow.groups, state).map(({ group, share }) => ({
    name: group.short,
    estimate: share,
    text: share.value === null ? hiddenText(share.hidden, smallest) : `${boundedText(share, asPercent)}%`,
    mark: markOf(state.by, group.code),
  }));
  return dotRowChart({
    id: "flow-scored",
    title: `Score at ${visit}, % of cases with 95% interval`,
    columns: 4,
    rows,
    max: 1,
    step: 0.5,
    tickText: (value) => (value === 1 ? "100%" : String(value * 100)),
    heading: "",
    strong: true,
    gutters: { left: 62, right: 62 },
    description: `Share of cases with a score at ${visit}: ${rows.map((r) => `${r.name} ${r.text}`).join("; ")}.`,
  });
}

export function assessmentsChart(flow: Flow): FigureChart {
  const shown = flow.assessments.filter(({ visit }) => !sparse.includes(visit));
  const nothing = shown.every(({ expected, received }) => expected.value === null && received.value === null);
  const words = shown.map(({ visit, expected, received, share }) => ({
    visit,
    share: share.value === null ? (isHidden(share) ? null : "") : shareText(share),
    expected: expected.value,
    hidden: isHidden(received),
  }));
  return {
    id: "flow-assessments",
    title: "Expected and received, by visit",
    columns: 4,
    height: () => 268,
    description: `Scores received of those expected: ${words.map((w) => `${w.visit} ${w.share ?? "hidden"}`).join("; ")}.`,
    configure: (ink) =>
      asChart({
        type: "bar",
        data: {
          labels: shown.map(({ visit }) => visit),
          datasets: [
            {
              label: "Received",
              data: shown.map(({ received }) => received.value),
              backgroundColor: ink.fill,
              grouped: false,
              barPercentage: 0.72,
              order: 1,
            },
            {
              label: "Expected",
              data: shown.map(({ expected }) => expected.value),
              grouped: false,
              barPercentage: 0.72,
              order: 2,
              ...outline(ink),
            },
          ],
        },
        options: {
          ...baseOptions(ink),
          layout: { padding: { top: 34, bottom: 62 } },
          scales: {
            x: { display: false },
            y: {
              min: 0,
              border: { display: false },
              grid: gridOf(ink),
              ticks: {
                color: ink.ink3,
                font: tickFont(ink),
                padding: 8,
                maxTicksLimit: 5,
                callback: (value) => (nothing ? "" : numberText(Number(value))),
              },
            },
          },
        },
        plugins: [
          axisTitle({ above: "Patients", below: null }, ink),
          visitShares(words, ink),
        ] as Plugin<"bar">[],
      }),
  };
}

/** Without a space after the sign of a bound: there is little room under a bar. */
const shareText = (share: Estimate): string => `${boundedText(share, asPercent).replace(" ", "")}%`;

/** Left out of the plot for room; the table has them. */
const sparse: readonly string[] = ["BASELINE", "D1", "W3", "W16", "W20", "W39"];
