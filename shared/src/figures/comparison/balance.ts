/** Balance: are the cohorts alike at baseline, and does weighting make them so? Each pair's standardized differences. */
import type { CompareState } from "../../compare";
import type { Balance } from "../../comparison";
import { balanceChart } from "../balanceChart";
import type { Figure, FigureChart, FigureTable, TableCell } from "../figure";
import { gridChart, type GridCell } from "../grid";
import {
  countCell,
  countText,
  emptyCell,
  estimateCells,
  hiddenText,
  isHidden,
  numberText,
  textCell,
} from "../numbers";
import { markText } from "../origin";
import { balanceNotes, balanceReading } from "./balanceWords";
import { keyOf, lettersInWords, nameOf } from "./cohortNames";
import { comparisonOrigin, dimensionLabel, lettersCounted } from "./comparisonOrigin";
import { BALANCED_TO, ENOUGH_EFFECTIVE, figureWarning } from "./comparability";
import { asRatio } from "./contrastText";
import { comparisonVariables, type CompareFigureDefinition, type ComparisonAnswer } from "./definition";
import { compareBalanceDocument } from "./documents/balance";
import { scoredAt } from "./visitName";

type Pairs = Balance["pairs"];

export function compareBalanceFigure(
  { comparison }: ComparisonAnswer<{ readonly balance: Balance }>,
  state: CompareState,
): Figure {
  const { balance, disclosure } = comparison;
  const smallest = disclosure.smallestCount;
  const counted = patientsOf(balance.pairs);
  const n = `${lettersCounted(counted, smallest)} ${scoredAt(balance.visit)}`;
  const warning = figureWarning(comparison, balance.pairs, state);
  return {
    id: "compare-balance",
    title: "Balance",
    definition: "Are the cohorts alike at baseline?",
    ...(warning === null ? {} : { warning }),
    reading: balanceReading(comparison, state),
    charts: chartsOf(balance, smallest),
    key: keyOf(comparison.cohorts, state, smallest),
    table: balanceTable(balance, state, smallest),
    notes: balanceNotes(comparison, `${n}.`),
    caption: {
      text: [
        "Balance of the cohorts.",
        ...(warning === null ? [] : [`Warning: ${warning}`]),
        "Largest absolute standardized difference over the categories of each characteristic: hollow circles, before weighting; filled squares, after it; dotted line, 0.1.",
        "Effective patients, Kish's number: how many unweighted patients would hold as much information.",
        `${lettersInWords(state)}.`,
      ].join(" "),
      origin: comparisonOrigin(comparison, state, `${n}.`, false),
    },
    mark: markText(comparison),
  };
}

/** Each cohort once: the reference stands in every pair. */
function patientsOf(pairs: Pairs): Pairs[number]["effective"] {
  const all = pairs.flatMap(({ effective }) => effective);
  return all.filter(({ letter }, at) => all.findIndex((each) => each.letter === letter) === at);
}

function chartsOf({ pairs }: Balance, smallest: number): FigureChart[] {
  const dimensions = [
    ...new Set(pairs.flatMap(({ covariates }) => covariates.map((each) => each.dimension))),
  ];
  const unknown = { value: null, lower: null, upper: null, hidden: "NOT_ESTIMABLE", bound: null } as const;
  const panels = pairs.map(({ letter, against, covariates }) => ({
    name: `${letter} against ${against}`,
    differences: dimensions.map(
      (name) => covariates.find(({ dimension }) => dimension === name) ?? { before: unknown, after: unknown },
    ),
  }));
  if (dimensions.length === 0) return [];
  const effective = effectiveChart(pairs, smallest);
  return [
    balanceChart({
      id: "compare-balance-love",
      title: "",
      columns: 12,
      panels,
      rows: dimensions.map(dimensionLabel),
      limit: BALANCED_TO,
      description: `Standardized differences before and after weighting; the table has the numbers. Pairs: ${panels.map(({ name }) => name).join(", ")}.`,
    }),
    ...(effective === null ? [] : [effective]),
  ];
}

/** "350 of 385" for each cohort in each pair; under half in the colour of a warning. */
function effectiveChart(pairs: Pairs, smallest: number): FigureChart | null {
  const weighted = pairs.filter(({ effective }) => effective.length > 0);
  const letters = patientsOf(weighted).map(({ letter }) => letter);
  if (letters.length === 0) return null;
  const cellOf = (pair: Pairs[number], letter: string): GridCell => {
    const found = pair.effective.find((each) => each.letter === letter);
    if (found === undefined) return { text: "" };
    const { patients, effective } = found;
    if (effective.value === null)
      return isHidden(effective)
        ? { text: hiddenText(effective.hidden, smallest), hidden: true }
        : { text: hiddenText(effective.hidden, smallest), tone: "faint" };
    const few = effective.value < ENOUGH_EFFECTIVE * (patients.value ?? 0);
    const aside = `of ${countText(patients, smallest)}`;
    return { text: numberText(effective.value), aside, ...(few ? { tone: "warn" as const } : {}) };
  };
  const rows = weighted.map((pair) => ({
    name: `${pair.letter} against ${pair.against}`,
    cells: letters.map((letter) => cellOf(pair, letter)),
  }));
  return gridChart({
    id: "compare-balance-effective",
    title: "",
    columns: 12,
    grid: {
      rowHead: "Effective patients",
      columns: letters.map((letter) => ({ head: letter, over: null, mark: null })),
      rows,
    },
    description: `Effective patients after weighting: ${rows
      .map(
        ({ name, cells }) =>
          `${name}, ${cells.map(({ text, aside }) => `${text} ${aside ?? ""}`.trim()).join(", ")}`,
      )
      .join("; ")}.`,
  });
}

function balanceTable({ pairs }: Balance, state: CompareState, smallest: number): FigureTable {
  const numbers = ["Before weighting", "After weighting", "Patients", "Effective patients"];
  const named = (letter: string): TableCell => textCell(`${letter}, ${nameOf(letter, state)}`);
  return {
    columns: [
      ...["Cohort", "Against", "Statistic", "Of"].map((header) => ({ header, numeric: false })),
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: pairs.flatMap(({ letter, against, covariates, effective }) => [
      ...covariates.map(({ dimension, before, after }) => [
        named(letter),
        named(against),
        textCell("Absolute standardized difference"),
        textCell(dimensionLabel(dimension)),
        estimateCells(before, asRatio, smallest)[0] ?? emptyCell,
        estimateCells(after, asRatio, smallest)[0] ?? emptyCell,
        emptyCell,
        emptyCell,
      ]),
      ...effective.map((each) => [
        named(letter),
        named(against),
        textCell("Effective patients"),
        named(each.letter),
        emptyCell,
        emptyCell,
        countCell(each.patients, smallest),
        countCell(each.effective, smallest),
      ]),
    ]),
  };
}

export const compareBalanceDefinition: CompareFigureDefinition<{ readonly balance: Balance }> = {
  id: "compare-balance",
  title: "Balance",
  question: "Are the cohorts alike at baseline, before and after weighting?",
  width: "half",
  statistics: ["standardizedShareDifference", "logisticRegression", "propensityWeights", "effectiveNumber"],
  document: compareBalanceDocument,
  variables: (state, releaseId) => ({
    ...comparisonVariables(state, releaseId),
    outcome: state.outcome,
    visit: state.options.visit,
  }),
  build: compareBalanceFigure,
};
