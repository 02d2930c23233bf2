/**
 * Compared durability or onset: the cohorts' curves over each other, unadjusted beside adjusted by weights, with the
 * log-rank test, the hazard ratio and the difference of restricted means. It draws what is released and computes nothing.
 */
import type { CompareState } from "../../compare";
import type { ComparedCurve, ComparedTimes, TimeContrast } from "../../comparison";
import type { Figure, FigureChart } from "../figure";
import { gridChart, type GridRow } from "../grid";
import { markText, measureName } from "../origin";
import { letterMark } from "../series";
import { curvesChart, type CurveMarks, type TimeToEventPlan } from "../timeToEventChart";
import { asGroup, keyOf, lettersInWords } from "./cohortNames";
import { comparisonOrigin, lettersCounted } from "./comparisonOrigin";
import { asRatio, contrastGridCell, testGridCell } from "./contrastText";
import { figureWarning } from "./comparability";
import { comparisonVariables, type CompareFigureDefinition, type ComparisonAnswer } from "./definition";
import { compareTimesDocument } from "./documents/times";
import { timesTable } from "./timesTable";
import { timeNames } from "./timeNames";
import { timesNotes, timesReading } from "./timesWords";

export type CompareTimesAnswer = ComparisonAnswer<{ readonly times: ComparedTimes }>;

export function compareTimesFigure({ comparison }: CompareTimesAnswer, state: CompareState): Figure {
  const { times, disclosure } = comparison;
  const smallest = disclosure.smallestCount;
  const words = timeNames(state);
  const patients = times.unadjusted.map(({ group, patients: count }) => ({
    letter: group.code,
    patients: count,
  }));
  const share = `${words.stays}, %`;
  const warning = figureWarning(comparison, times.balance, state);
  return {
    id: "compare-times",
    title: words.title,
    definition: words.definition,
    ...(warning === null ? {} : { warning }),
    reading: timesReading(comparison, times, state),
    charts: chartsOf(times, state, smallest),
    key: keyOf(comparison.cohorts, state, smallest),
    table: timesTable(times, state, {
      time: words.time,
      timeScale: words.axis.timeScale,
      share,
      until: times.horizon,
      restricted: words.restricted,
      smallest,
    }),
    notes: timesNotes(comparison, times, state),
    caption: {
      text: [
        `${words.title}, compared.`,
        ...(warning === null ? [] : [`Warning: ${warning}`]),
        `${words.definition}, on the ${measureName(state.outcome)}.`,
        "Lines, Kaplan-Meier estimates; bands, 95% log-log intervals; adjusted, weighted curves, whose numbers are effective patients.",
        `A short bar ends a curve where fewer than ${smallest} patients are at risk.`,
        "Slanted lines, hidden: fewer patients or events than may be shown, or a count that would reveal one.",
        `${lettersInWords(state)}. RMST, restricted mean survival time; df, degrees of freedom; n.r., not reached.`,
      ].join(" "),
      origin: comparisonOrigin(
        comparison,
        state,
        `${words.patients}: ${lettersCounted(patients, smallest)}.`,
        true,
      ),
    },
    mark: markText(comparison),
  };
}

function chartsOf(times: ComparedTimes, state: CompareState, smallest: number): FigureChart[] {
  const words = timeNames(state);
  const plan = (id: string, title: string, columns: number): TimeToEventPlan => ({
    ...words.axis,
    id,
    title,
    columns,
    axisTitle: `${words.stays}, % of ${words.ofWhom}`,
    smallest,
    description: `${title}: ${words.stays.toLowerCase()}, by ${words.time.toLowerCase()}, one curve a cohort.`,
  });
  const alone = times.adjusted.length === 0;
  return [
    curvesChart(
      curvesOf(times.unadjusted, state),
      marks,
      plan("compare-times-unadjusted", "Unadjusted", alone ? 12 : 6),
    ),
    ...(alone
      ? []
      : [
          curvesChart(curvesOf(times.adjusted, state), marks, {
            ...plan("compare-times-adjusted", "Adjusted, by weights; numbers are effective patients", 6),
            atRiskOnly: true,
            withoutCurve: {
              words: (curve) => withoutCurve(curve.group.code, times),
              at: state.options.times === "ONSET" ? 0.04 : 1,
            },
          }),
        ]),
    testsChart(times, state, smallest),
  ];
}

const marks: CurveMarks = {
  markOf: letterMark,
  label: ({ group }, narrow) => (narrow ? group.code : group.short),
  rowName: ({ group }) => group.code,
};

const curvesOf = (curves: readonly ComparedCurve[], state: CompareState): ComparedCurve[] =>
  curves.map((curve) => ({ ...curve, group: asGroup(curve.group.code, state) }));

/** A weighted curve is not shown where its cohort cannot be made like the reference. */
function withoutCurve(letter: string, { adjusted, balance }: ComparedTimes): string | null {
  const hidden = adjusted.find(({ group }) => group.code === letter)?.endTime === null;
  const pair = balance.find((each) => each.letter === letter);
  return hidden && pair !== undefined && !pair.comparable ? "not comparable" : null;
}

function testsChart({ contrasts, tau }: ComparedTimes, state: CompareState, smallest: number): FigureChart {
  const { axis, time, spent } = timeNames(state);
  const mean = { times: axis.timeScale.times, digits: 1 };
  const until = tau === null ? "" : ` to ${time.toLowerCase()} ${Math.round(tau * axis.timeScale.times)}`;
  const row =
    (name: string, cells: (contrast: TimeContrast) => GridRow["cells"][number]) =>
    ({ unadjusted, adjusted }: (typeof contrasts)[number]): GridRow => ({
      name,
      cells: [cells(unadjusted), { ...cells(adjusted) }],
    });
  const rows = contrasts.flatMap((pair) => [
    { name: `${pair.letter} against ${pair.against}`, cells: [] },
    row("Log-rank test", ({ logRank }) => testGridCell(logRank, "Holm"))(pair),
    row("Hazard ratio", ({ hazardRatio }) => contrastGridCell(hazardRatio, asRatio, smallest))(pair),
    row(`${spent}${until}, difference`, ({ restrictedMean }) =>
      contrastGridCell(restrictedMean, mean, smallest),
    )(pair),
  ]);
  const grid = {
    rowHead: "",
    columns: ["Unadjusted", "Adjusted"].map((head) => ({ head, over: null, mark: null })),
    rows,
  };
  const said = rows.map(({ name, cells }) =>
    [name, ...cells.map(({ text, aside }) => `${text} ${aside ?? ""}`.trim())].join(", "),
  );
  return gridChart({
    id: "compare-times-tests",
    title: "Held against the reference",
    columns: 6,
    grid,
    description: `Tests and differences, unadjusted then adjusted: ${said.join("; ")}.`,
  });
}

export const compareTimesDefinition: CompareFigureDefinition<{ readonly times: ComparedTimes }> = {
  id: "compare-times",
  title: "Durability or onset",
  question: "Do the cohorts differ in how soon they respond, or how long it lasts?",
  width: "full",
  statistics: [
    "kaplanMeier",
    "survivalQuantile",
    "stratifiedLogRank",
    "cox",
    "restrictedMean",
    "survivalDifference",
    "holm",
    "logisticRegression",
    "propensityWeights",
    "effectiveNumber",
    "quantilesOf",
  ],
  document: compareTimesDocument,
  variables: (state, releaseId) => ({
    ...comparisonVariables(state, releaseId),
    outcome: state.outcome,
    times: state.options.times,
  }),
  build: compareTimesFigure,
};
