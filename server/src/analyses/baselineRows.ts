// The rows of the baseline table, in order: which categories and which means. What is in a cell is in baseline.ts.
import {
  dimensionByName,
  inSentence,
  instrumentByCode,
  type Category,
  type Dimension,
  type DimensionName,
  type Measure,
} from "@afterglow/shared";

/** Categories of one dimension that the table lists; the rest of the dimension is not listed. */
export interface CategoryBlock {
  readonly kind: "SHARE";
  readonly dimension: DimensionName;
  readonly codes: readonly string[];
}
export interface MeanRow {
  readonly kind: "MEAN";
  readonly code: "AGE_YEARS" | "SCORE" | "INDUCTION_SESSIONS";
}

export const baselineRows: readonly (CategoryBlock | MeanRow)[] = [
  { kind: "SHARE", dimension: "sex", codes: ["FEMALE"] },
  { kind: "MEAN", code: "AGE_YEARS" },
  { kind: "MEAN", code: "SCORE" },
  { kind: "SHARE", dimension: "severity", codes: ["UNKNOWN"] },
  { kind: "SHARE", dimension: "priorTrials", codes: ["THREE_OR_FOUR", "FIVE_OR_MORE"] },
  { kind: "SHARE", dimension: "priorEct", codes: ["YES"] },
  { kind: "SHARE", dimension: "antidepressant", codes: ["YES"] },
  { kind: "SHARE", dimension: "benzodiazepine", codes: ["YES"] },
  { kind: "SHARE", dimension: "moodStabiliser", codes: ["YES"] },
  { kind: "SHARE", dimension: "psychotherapy", codes: ["INTEGRATION", "ASSISTED"] },
  { kind: "MEAN", code: "INDUCTION_SESSIONS" },
];

export function categoryLabel(name: DimensionName, code: string): string {
  const dimension: Dimension = dimensionByName(name);
  const category: Category | undefined = dimension.categories?.find((each) => each.code === code);
  if (category === undefined) throw new RangeError("Baseline row: unknown category");
  if (code === "YES") return dimension.label;
  if (name === "sex" || code === "UNKNOWN") return category.label;
  return `${dimension.label}: ${inSentence(category.label)}`;
}

export function meanLabel(code: MeanRow["code"], measure: Measure): string {
  if (code === "AGE_YEARS") return "Age, years";
  if (code === "INDUCTION_SESSIONS") return "Induction sessions";
  return measure === "OWN" ? "Score on the condition's own instrument" : instrumentByCode(measure).short;
}
