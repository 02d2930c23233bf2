/**
 * A cohort in words: "2,345 patients with one of six conditions, given ketamine IV under the standard protocol, first
 * course". As clauses, each naming its dimension, for a headline whose words lead to the panel; as text for captions.
 */
import type { Cohort } from "./cohort";
import type { Count } from "./estimate";
import { numberText } from "./figures/numbers";
import { inSentence, UNKNOWN_CODE } from "./vocabulary/entry";
import { dimensions, type Dimension, type DimensionName } from "./vocabulary/dimensions";

export interface CohortClause {
  /** Words between the last clause and this one, spaces and comma included. */
  readonly before: string;
  readonly text: string;
  /** The dimension that the clause speaks of; null for the number of patients. */
  readonly dimension: DimensionName | null;
}

const ones = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const numberWord = (n: number): string => ones[n] ?? String(n);

/** The clauses of a cohort; `smallest` is the number under which the profile hides a count. */
export function cohortClauses(cohort: Cohort, patients: Count, smallest: number): CohortClause[] {
  return [{ before: "", text: patientsText(patients, smallest), dimension: null }, ...choiceClauses(cohort)];
}

/** The same in one piece; without a count it begins "Patients". No full stop. */
export function cohortSentence(cohort: Cohort, patients?: Count, smallest = 0): string {
  const clauses = choiceClauses(cohort).map(({ before, text }) => before + text);
  return [patients === undefined ? "Patients" : patientsText(patients, smallest), ...clauses].join("");
}

function patientsText(patients: Count, smallest: number): string {
  if (patients.value === null)
    return patients.hidden === "TOO_FEW" ? `Fewer than ${smallest} patients` : "Patients";
  return `${numberText(patients.value)} ${patients.value === 1 ? "patient" : "patients"}`;
}

function choiceClauses(cohort: Cohort): CohortClause[] {
  const clauses: CohortClause[] = [];
  for (const dimension of dimensions) {
    const codes = cohort[dimension.name];
    if (codes !== undefined && codes.length > 0) clauses.push(clauseOf(dimension, codes));
    else if (dimension.name === "condition")
      clauses.push({ before: " with ", text: "any condition", dimension: dimension.name });
    else if (dimension.name === "modality")
      clauses.push({ before: ", given ", text: "any treatment", dimension: dimension.name });
  }
  return clauses;
}

function clauseOf(dimension: Dimension, codes: readonly string[]): CohortClause {
  const { name } = dimension;
  const clause = (before: string, text: string): CohortClause => ({ before, text, dimension: name });
  const names = codes.map((code) => categoryWords(dimension, code));
  switch (name) {
    case "condition":
      return clause(
        " with ",
        codes.length > 2 ? `one of ${numberWord(codes.length)} conditions` : either(names),
      );
    case "modality":
      return clause(
        ", given ",
        codes.length > 2 ? `one of ${numberWord(codes.length)} treatments` : either(names),
      );
    case "protocol":
      if (codes.length > 2) return clause(" under ", `one of ${numberWord(codes.length)} protocols`);
      return clause(" under the ", `${either(codes.map((c) => protocolWords[c] ?? inSentence(c)))} protocol`);
    case "psychotherapy":
      return clause(", psychotherapy: ", either(names));
    case "maintenance":
      return clause(", maintenance: ", either(names));
    case "severity":
      return clause(", baseline severity ", range(names));
    case "age":
      return codes[0] === UNKNOWN_CODE
        ? clause(", ", "age not recorded")
        : clause(", aged ", ageRange(names));
    case "priorTrials":
      if (codes[0] === UNKNOWN_CODE) return clause(", ", "prior trials not recorded");
      return clause(", with ", `${range(names)} prior adequate trials`);
    case "courseNumber":
      return clause(", ", `${either(names)} course`);
    case "startYear":
      return clause(
        ", started ",
        codes[0] === UNKNOWN_CODE ? "in a year not recorded" : `in ${range(names)}`,
      );
    case "clinic":
      return clause(
        ", at ",
        codes[0] === UNKNOWN_CODE ? "a clinic not recorded" : `clinic ${codes[0] ?? ""}`,
      );
    default:
      return clause(", ", `${inSentence(dimension.label)}: ${either(names)}`);
  }
}

export const protocolWords: Readonly<Record<string, string>> = {
  SINGLE: "single-session",
  INTENSIVE: "intensive",
  STANDARD: "standard",
  ECT_COURSE: "ECT",
  OTHER: "other",
  UNKNOWN: "unrecorded",
};

function categoryWords(dimension: Dimension, code: string): string {
  const label = dimension.categories?.find((c) => c.code === code)?.label;
  return label === undefined ? (code === UNKNOWN_CODE ? "not recorded" : code) : inSentence(label);
}

/** "a", "a or b", "a, b or c". */
export function either(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} or ${words[words.length - 1] ?? ""}`;
}

/** "a", or "a to z" over neighbours. */
function range(names: readonly string[]): string {
  const [first = ""] = names;
  const last = names[names.length - 1] ?? first;
  return names.length < 2 ? first : `${first} to ${last}`;
}

/** "30 to 39" and "40 to 49" together are "30 to 49"; with "70 and over" they are "30 and over". */
function ageRange(names: readonly string[]): string {
  const from = names[0]?.split(" ")[0] ?? "";
  const [, ...rest] = names[names.length - 1]?.split(" ") ?? [];
  return [from, ...rest].join(" ");
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1] ?? ""}`;
}
