/** Contrasts and tests as words and cells: a number with its interval, or in words why there is none. */
import { contrastReasons, type Contrast, type ContrastReason, type TestResult } from "../../comparison";
import type { Figure, TableCell } from "../figure";
import type { GridCell } from "../grid";
import {
  emptyCell,
  estimateCells,
  estimateText,
  boundedText,
  hiddenCell,
  hiddenText,
  intervalText,
  isHidden,
  numberCell,
  numberText,
  reasonText,
  type Scale,
} from "../numbers";

/** In points of a percentage; the other contrasts by their unit. */
export const asPoints: Scale = { times: 100, digits: 1 };
export const asWholePoints: Scale = { times: 100, digits: 0 };
export const asRatio: Scale = { times: 1, digits: 2 };

/** What stands in a cell for a contrast without a number; the note and the file say it in full. */
const briefly: Readonly<Record<ContrastReason, string>> = {
  NO_PATIENTS: "no patients",
  NO_EVENTS: "no events",
  NO_VARIANCE: "nothing varies",
  ZERO_CELL: "not estimable",
  SEPARATION: "separation",
  FOLLOW_UP_TOO_SHORT: "follow-up too short",
  NOT_CONVERGED: "did not settle",
  OVERLAPPING: "cohorts overlap",
  NOT_ADJUSTED: "not adjusted",
  NOT_COMPARABLE: "not comparable",
};

export const briefReason = (why: ContrastReason): string => briefly[why];

/** "6.9 (−2.6 to 16.2)", or why there is none. */
export function contrastText(contrast: Contrast, scale: Scale, smallest: number): string {
  if (contrast.value === null && contrast.why !== null) return briefly[contrast.why];
  return estimateText(contrast, scale, smallest);
}

export function contrastCells(contrast: Contrast, scale: Scale, smallest: number): TableCell[] {
  if (contrast.value === null && contrast.why !== null)
    return [reasonCell(contrast.why), emptyCell, emptyCell];
  return estimateCells(contrast, scale, smallest);
}

const reasonCell = (why: ContrastReason): TableCell => ({
  text: briefly[why],
  value: null,
  reason: `no number: ${contrastReasons[why]}`,
});

/** The same for a grid; a hidden number keeps its reason for those who cannot see the mark. */
export function contrastGridCell(
  contrast: Contrast,
  scale: Scale,
  smallest: number,
  strong = false,
): GridCell {
  if (contrast.value === null) {
    if (contrast.why !== null) return { text: briefly[contrast.why], tone: "faint" };
    return isHidden(contrast)
      ? { text: reasonText(contrast.hidden, smallest), hidden: true }
      : { text: hiddenText(contrast.hidden, smallest), tone: "faint" };
  }
  const text = boundedText(contrast, scale);
  const aside = intervalText(contrast, scale).trim();
  return { text, ...(aside === "" ? {} : { aside }), ...(strong ? { tone: "strong" as const } : {}) };
}

/** "P = .003", "P < .001", "P > .99": never alone. */
export function pText(p: number, name = "P"): string {
  if (p < 0.001) return `${name} < .001`;
  if (p > 0.99) return `${name} > .99`;
  // Three digits where two would not say on which side of .01 or .05 it lies.
  const digits = p < 0.01 || (p > 0.045 && p < 0.055) ? 3 : 2;
  return `${name} = ${numberText(p, digits).replace(/^0/, "")}`;
}

const statisticNames = { CHI_SQUARE: "\u03c7\u00b2", T: "t" } as const;

/** "χ² 9.1, 1 df". */
export const statisticText = ({ statistic, value, df }: TestResult): string =>
  `${statisticNames[statistic]} ${numberText(value ?? 0, 1)}, ${numberText(df ?? 0, df !== null && df % 1 !== 0 ? 1 : 0)} df`;

/** "P = .003, Holm .006": the corrected P by the name of the correction. */
function pTexts({ p, adjustedP }: TestResult, corrected: string): string {
  if (p === null) return "";
  return adjustedP === null ? pText(p) : `${pText(p)}, ${pText(adjustedP, corrected).replace(" = ", " ")}`;
}

/** "χ² 9.1, 1 df, P = .003, Holm .006"; null where there is no test. */
export const testText = (test: TestResult, corrected: string): string | null =>
  test.value === null || test.p === null ? null : `${statisticText(test)}, ${pTexts(test, corrected)}`;

export function testGridCell(test: TestResult, corrected: string): GridCell {
  if (test.value === null || test.p === null)
    return { text: test.why === null ? "no test" : briefly[test.why], tone: "faint" };
  return { text: statisticText(test), aside: pTexts(test, corrected) };
}

/** Statistic, degrees of freedom, P, corrected P as four cells. */
export function testCells(test: TestResult, smallest: number): TableCell[] {
  if (test.value === null) {
    const first = test.why === null ? hiddenCell("NOT_ESTIMABLE", smallest) : reasonCell(test.why);
    return [first, emptyCell, emptyCell, emptyCell];
  }
  return [test.value, test.df, test.p, test.adjustedP].map((value, at) =>
    value === null ? emptyCell : numberCell(value, at === 1 ? 0 : at === 0 ? 1 : 4),
  );
}

/** Every reason that stands in these contrasts, in words, once. */
export function reasonsNote(contrasts: readonly { readonly why: ContrastReason | null }[]): Figure["notes"] {
  const whys = [...new Set(contrasts.map(({ why }) => why))].filter((why) => why !== null);
  const said = whys.filter((why) => why !== "NOT_ADJUSTED").map((why) => contrastReasons[why]);
  return said.length === 0 ? [] : [{ name: "No number", text: `${said.join("; ")}.` }];
}
