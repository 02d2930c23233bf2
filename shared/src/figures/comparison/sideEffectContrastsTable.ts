/** The table of compared side effects: one row a number, with the test and its corrected P beside the difference. */
import type { CompareState } from "../../compare";
import type { ComparedSideEffects, EffectArm, SideEffectContrast } from "../../comparison";
import { sideEffectByCode, type SideEffectCode } from "../../vocabulary/sideEffects";
import type { FigureTable, TableCell } from "../figure";
import { asPercent, countCell, emptyCell, estimateCells, textCell } from "../numbers";
import { nameOf } from "./cohortNames";
import { asPoints, asRatio, contrastCells, testCells } from "./contrastText";

const words = ["Side effect", "Cohort", "Against", "Adjustment", "Statistic"];
const numbers = [
  "Patients exposed",
  "Value",
  "Lower 95% limit",
  "Upper 95% limit",
  "Chi-square",
  "Degrees of freedom",
  "P",
  "P corrected (Benjamini-Hochberg)",
];
const sides = [
  { of: "unadjusted", name: "Unadjusted" },
  { of: "adjusted", name: "Adjusted" },
] as const;

export function sideEffectContrastsTable(
  { effects }: ComparedSideEffects,
  state: CompareState,
  smallest: number,
): FigureTable {
  return {
    columns: [
      ...words.map((header) => ({ header, numeric: false })),
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: effects.flatMap(({ term, contrasts, ...arms }) => {
      const effect = textCell(sideEffectByCode(term as SideEffectCode).label);
      return [
        ...sides.flatMap(({ of, name }) =>
          arms[of].map((arm) => [effect, ...armRow(arm, name, state, smallest)]),
        ),
        ...contrasts.flatMap(({ letter, against, ...pair }) =>
          sides.flatMap(({ of, name }) => {
            const names = [named(letter, state), named(against, state), textCell(name)];
            return contrastRows(pair[of], names, smallest).map((row) => [effect, ...row]);
          }),
        ),
      ];
    }),
  };
}

const named = (letter: string, state: CompareState): TableCell =>
  textCell(`${letter}, ${nameOf(letter, state)}`);
const blank = [emptyCell, emptyCell, emptyCell, emptyCell];

const armRow = (arm: EffectArm, adjustment: string, state: CompareState, smallest: number): TableCell[] => [
  named(arm.letter, state),
  emptyCell,
  textCell(adjustment),
  textCell("Rate, %"),
  countCell(arm.patients, smallest),
  ...estimateCells(arm.estimate, asPercent, smallest),
  ...blank,
];

const contrastRows = (
  { difference, ratio, test }: SideEffectContrast,
  names: readonly TableCell[],
  smallest: number,
): TableCell[][] => [
  [
    ...names,
    textCell("Difference, points"),
    emptyCell,
    ...contrastCells(difference, asPoints, smallest),
    ...testCells(test, smallest),
  ],
  [...names, textCell("Risk ratio"), emptyCell, ...contrastCells(ratio, asRatio, smallest), ...blank],
];
