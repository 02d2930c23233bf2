/** The table of compared times: each cohort's points, unadjusted and adjusted, then what is held against the reference. */
import type { CompareState } from "../../compare";
import type { ComparedCurve, ComparedTimes, TimeContrast } from "../../comparison";
import type { FigureTable, TableCell } from "../figure";
import { emptyCell, estimateCells, numberCell, textCell } from "../numbers";
import { timeToEventTable, type TimeToEventWords } from "../timeToEventTable";
import { asGroup, nameOf } from "./cohortNames";
import { asPoints, asRatio, contrastCells, testCells } from "./contrastText";

export type TimesWords = Omit<TimeToEventWords, "groupHeader"> & { readonly restricted: string };

export function timesTable(times: ComparedTimes, state: CompareState, words: TimesWords): FigureTable {
  const curves = [
    ...curveRows(times, times.unadjusted, "Unadjusted", state, words),
    ...curveRows(times, times.adjusted, "Adjusted", state, words),
  ];
  const contrasts = times.contrasts.flatMap(({ letter, against, unadjusted, adjusted }) => {
    const names = [named(letter, state), named(against, state)];
    return [
      ...contrastRows(unadjusted, [...names, textCell("Unadjusted")], words),
      ...contrastRows(adjusted, [...names, textCell("Adjusted")], words),
    ];
  });
  return {
    columns: [
      ...["Cohort", "Against", "Adjustment", "Statistic"].map((header) => ({ header, numeric: false })),
      ...[
        words.time,
        "Value",
        "Lower 95% limit",
        "Upper 95% limit",
        "At risk",
        "Censored so far",
        "Events so far",
        "Degrees of freedom",
        "P",
        "P corrected (Holm)",
      ].map((header) => ({ header, numeric: true })),
    ],
    rows: [...curves, ...contrasts],
  };
}

const named = (letter: string, state: CompareState): TableCell =>
  textCell(`${letter}, ${nameOf(letter, state)}`);
const blank = (count: number): TableCell[] => Array.from({ length: count }, () => emptyCell);

function curveRows(
  times: ComparedTimes,
  curves: readonly ComparedCurve[],
  adjustment: string,
  state: CompareState,
  words: TimesWords,
): TableCell[][] {
  const groups = curves.map((curve) => ({ ...curve, group: asGroup(curve.group.code, state) }));
  const { rows } = timeToEventTable({ ...times, groups }, { ...words, groupHeader: "Cohort" });
  const points = rows.map(([cohort = emptyCell, ...rest]) => [
    cohort,
    emptyCell,
    textCell(adjustment),
    ...rest,
    ...blank(3),
  ]);
  const means = groups.map(({ group, restrictedMean }) => [
    textCell(group.label),
    emptyCell,
    textCell(adjustment),
    textCell(words.restricted),
    times.tau === null ? emptyCell : numberCell(times.tau * words.timeScale.times, 1),
    ...estimateCells(restrictedMean, { times: words.timeScale.times, digits: 1 }, words.smallest),
    ...blank(6),
  ]);
  return [...points, ...means];
}

function contrastRows(
  { logRank, hazardRatio, restrictedMean, landmarks }: TimeContrast,
  names: readonly TableCell[],
  { timeScale, smallest, restricted, share }: TimesWords,
): TableCell[][] {
  const row = (statistic: string, time: TableCell, numbers: TableCell[]) => [
    ...names,
    textCell(statistic),
    time,
    ...numbers,
    ...blank(6),
  ];
  const [chiSquare = emptyCell, ...rest] = testCells(logRank, smallest);
  const mean = { times: timeScale.times, digits: 1 };
  return [
    [...names, textCell("Log-rank test, chi-square"), emptyCell, chiSquare, ...blank(5), ...rest],
    row("Hazard ratio", emptyCell, contrastCells(hazardRatio, asRatio, smallest)),
    row(`Difference, ${restricted.toLowerCase()}`, emptyCell, contrastCells(restrictedMean, mean, smallest)),
    ...landmarks.map(({ time, difference }) =>
      row(
        `Difference in points, ${share.replace(/, %.*$/, "").toLowerCase()}`,
        numberCell(time * timeScale.times, timeScale.digits),
        contrastCells(difference, asPoints, smallest),
      ),
    ),
  ];
}
