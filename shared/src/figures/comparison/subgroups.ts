/** Subgroups: does a difference at a visit vary with who the patients are? A forest plot of one pair of cohorts. */
import type { CompareState } from "../../compare";
import type { SubgroupRow, Subgroups } from "../../comparison";
import type { Figure, FigureTable, TableCell } from "../figure";
import { capital } from "../groups";
import { forestChart, type ForestRow } from "../forestChart";
import { countCell, emptyCell, numberText, textCell } from "../numbers";
import { markText } from "../origin";
import { keyOf, lettersInWords, nameOf } from "./cohortNames";
import { comparisonOrigin, dimensionLabel, lettersCounted } from "./comparisonOrigin";
import { asPoints, asWholePoints, contrastCells, contrastText, testCells, testText } from "./contrastText";
import { figureWarning } from "./comparability";
import { comparisonVariables, type CompareFigureDefinition, type ComparisonAnswer } from "./definition";
import { compareSubgroupsDocument } from "./documents/subgroups";
import { isWhollyHidden, subgroupsNotes, subgroupsReading } from "./subgroupsWords";
import { scoredAt, visitName } from "./visitName";

type PairSubgroups = Subgroups["pairs"][number];

export function compareSubgroupsFigure(
  { comparison }: ComparisonAnswer<{ readonly subgroups: Subgroups }>,
  state: CompareState,
): Figure {
  const { subgroups, disclosure, adjustment } = comparison;
  const smallest = disclosure.smallestCount;
  const pair = pairOf(subgroups, state);
  const what = subgroups.of === "RESPONSE" ? "Response" : "Remission";
  const when = `${what} at ${visitName(subgroups.visit)}`;
  const [one, other] = pair?.overall.patients ?? [];
  const n =
    pair === null || one === undefined || other === undefined
      ? ""
      : lettersCounted(
          [
            { letter: pair.against, patients: one },
            { letter: pair.letter, patients: other },
          ],
          smallest,
        );
  const warning = figureWarning(
    comparison,
    subgroups.pairs.map((each) => ({ ...each, comparable: each.overall.adjusted.why !== "NOT_COMPARABLE" })),
    state,
  );
  return {
    id: "compare-subgroups",
    title: "Subgroups",
    definition: pair === null ? when : `${when}, ${pair.letter} minus ${pair.against}, points`,
    ...(warning === null ? {} : { warning }),
    reading: subgroupsReading(comparison, pair, state),
    charts:
      pair === null
        ? []
        : [
            forestChart({
              id: "compare-subgroups-forest",
              title: "",
              columns: 12,
              rows: forestRowsOf(pair, adjustment.covariates.length === 0, smallest),
              heads: {
                numbers: `n, ${pair.against} and ${pair.letter}`,
                text: `${adjustment.covariates.length === 0 ? "" : "adjusted, "}points (95% CI)`,
                narrowText: "points (95% CI)",
              },
              sides: { left: `favours ${pair.against}`, right: `favours ${pair.letter}` },
              unadjustedOnly: adjustment.covariates.length === 0,
              description: `Forest plot of the difference in ${when.toLowerCase()}, ${pair.letter} minus ${pair.against}, by subgroup; the table has the numbers.`,
            }),
          ],
    key: keyOf(comparison.cohorts, state, smallest),
    table: subgroupsTable(subgroups, state, smallest),
    notes: subgroupsNotes(comparison, pair, n),
    caption: {
      text: [
        `Subgroups.`,
        ...(warning === null ? [] : [`Warning: ${warning}`]),
        `Difference in ${when.toLowerCase()} with 95% intervals, in points${pair === null ? "" : `, ${pair.letter} minus ${pair.against}`}: hollow circles, unadjusted; filled squares, adjusted by weights fitted anew in each subgroup.`,
        `Slanted lines, hidden: fewer than ${smallest} patients, or a count that would reveal one.`,
        `${lettersInWords(state)}. CI, confidence interval.`,
      ].join(" "),
      origin: comparisonOrigin(
        comparison,
        state,
        n === "" ? "All hidden." : `${capital(scoredAt(subgroups.visit))}: ${n}.`,
        true,
      ),
    },
    mark: markText(comparison),
  };
}

/** The pair of the option; the first where the option names none of them. */
const pairOf = ({ pairs }: Subgroups, { options }: CompareState): PairSubgroups | null =>
  pairs.find(({ letter }) => letter === options.pair) ?? pairs[0] ?? null;

function forestRowsOf(pair: PairSubgroups, unadjustedOnly: boolean, smallest: number): ForestRow[] {
  const row = (each: SubgroupRow, strong: boolean): ForestRow => {
    const [one, other] = each.patients;
    const said = unadjustedOnly ? each.unadjusted : each.adjusted;
    return {
      name: strong ? "All patients" : each.label,
      strong,
      numbers: [numberOrNull(one.value), numberOrNull(other.value)],
      estimates: { unadjusted: each.unadjusted, adjusted: each.adjusted },
      text: contrastText(said, asWholePoints, smallest),
    };
  };
  return [
    row(pair.overall, true),
    ...drawnDimensions(pair).flatMap(({ dimension, rows, interaction }) => {
      const test = testText(unadjustedOnly ? interaction.unadjusted : interaction.adjusted, "Holm");
      const aside = test === null ? {} : { aside: `interaction ${test}` };
      return [{ name: dimensionLabel(dimension), ...aside }, ...rows.map((each) => row(each, false))];
    }),
  ];
}

/** Without rows of which neither number may be shown: they would say no more than their note. */
const drawnDimensions = ({ dimensions }: PairSubgroups): PairSubgroups["dimensions"] =>
  dimensions
    .map((each) => ({ ...each, rows: each.rows.filter((row) => !isWhollyHidden(row)) }))
    .filter(({ rows }) => rows.length > 0);

const numberOrNull = (value: number | null): string | null => (value === null ? null : numberText(value));

/** Every pair, not the drawn one alone. */
function subgroupsTable({ pairs }: Subgroups, state: CompareState, smallest: number): FigureTable {
  const words = ["Cohort", "Against", "Characteristic", "Subgroup", "Adjustment", "Statistic"];
  const numbers = [
    "Patients of the reference",
    "Patients of the cohort",
    "Value",
    "Lower 95% limit",
    "Upper 95% limit",
    "Degrees of freedom",
    "P",
    "P corrected (Holm)",
  ];
  return {
    columns: [
      ...words.map((header) => ({ header, numeric: false })),
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: pairs.flatMap((pair) => pairRows(pair, state, smallest)),
  };
}

const sides = [
  { of: "unadjusted", name: "Unadjusted" },
  { of: "adjusted", name: "Adjusted" },
] as const;

function pairRows(pair: PairSubgroups, state: CompareState, smallest: number): TableCell[][] {
  const names = [pair.letter, pair.against].map((letter) => textCell(`${letter}, ${nameOf(letter, state)}`));
  const rowsOf = (dimension: string, { label, patients, ...contrasts }: SubgroupRow) =>
    sides.map(({ of, name }) => [
      ...names,
      textCell(dimension),
      textCell(label),
      textCell(name),
      textCell("Difference, points"),
      ...patients.map((count) => countCell(count, smallest)),
      ...contrastCells(contrasts[of], asPoints, smallest),
      emptyCell,
      emptyCell,
      emptyCell,
    ]);
  return [
    ...rowsOf("All patients", { ...pair.overall, label: "All patients" }),
    ...pair.dimensions.flatMap(({ dimension, rows, interaction }) => [
      ...rows.flatMap((row) => rowsOf(dimensionLabel(dimension), row)),
      ...sides.map(({ of, name }) => {
        const [value = emptyCell, ...rest] = testCells(interaction[of], smallest);
        return [
          ...names,
          textCell(dimensionLabel(dimension)),
          emptyCell,
          textCell(name),
          textCell("Interaction, Cochran's Q"),
          emptyCell,
          emptyCell,
          value,
          emptyCell,
          emptyCell,
          ...rest,
        ];
      }),
    ]),
  ];
}

export const compareSubgroupsDefinition: CompareFigureDefinition<{ readonly subgroups: Subgroups }> = {
  id: "compare-subgroups",
  title: "Subgroups",
  question: "Does the difference vary with who the patients are?",
  width: "half",
  statistics: ["newcombe", "heterogeneity", "logisticRegression", "propensityWeights", "effectiveNumber"],
  document: compareSubgroupsDocument,
  variables: (state, releaseId) => ({
    ...comparisonVariables(state, releaseId),
    outcome: state.outcome,
    visit: state.options.visit,
    of: state.options.of,
  }),
  build: compareSubgroupsFigure,
};
