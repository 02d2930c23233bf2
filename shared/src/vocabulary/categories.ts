// Categories: what a dimension is divided into. Made from the vocabulary's tables, so that no label is written twice.
// Which dimension has which stands in dimensions.ts.
import { UNKNOWN_CODE, UNKNOWN_NUMBER, type Entry } from "./entry";
import { ageBands } from "./patientBands";

export interface Category<Code extends string = string> {
  /** GraphQL enum value. */
  readonly code: Code;
  /** The form in an address; differs from the code only where the code could not begin with a digit. */
  readonly url: string;
  readonly number: number;
  readonly label: string;
  readonly short: string;
  readonly definition: string;
}

function category<Code extends string>({ code, number, label, short, definition }: Entry & { code: Code }) {
  return { code, url: code, number, label, short, definition } as Category<Code>;
}

function unknown(label: string, definition: string): Category<typeof UNKNOWN_CODE> {
  const short = "Unknown";
  return { code: UNKNOWN_CODE, url: UNKNOWN_CODE, number: UNKNOWN_NUMBER, label, short, definition };
}

const notRecorded = unknown("Not recorded", "The clinic did not send it.");

/** A table's entries as categories, UNKNOWN last. */
export function withUnknown<E extends Entry>(table: readonly E[], last = notRecorded) {
  type Code = E["code"];
  const known = table.map((entry) => category<Code>(entry));
  return [...known, last] as readonly Category<Code | typeof UNKNOWN_CODE>[];
}

export const ageCategories = withUnknown(ageBands).map((age) =>
  age.code === UNKNOWN_CODE ? age : { ...age, url: age.short },
);
export const noSession = unknown("No session", "No session is recorded, so it cannot be derived.");
export const noScore = unknown(
  "No baseline score",
  "No score of the condition's own instrument in the 14 days before the first session.",
);

function course<const Code extends string>(code: Code, number: number, label: string): Category<Code> {
  const definition = `The patient's ${label.toLowerCase()} course in the dataset.`;
  return { code, url: code, number, label, short: label, definition };
}
/** Courses after the third are not analysed, and a course always has its number: no UNKNOWN. */
export const courseNumberCategories = [
  course("FIRST", 1, "First"),
  course("SECOND", 2, "Second"),
  course("THIRD", 3, "Third"),
];

/** The category of a start year; 0 is UNKNOWN. */
export function startYearCategory(year: number): Category {
  if (year === UNKNOWN_NUMBER) return notRecorded;
  const code = String(year);
  const definition = `First session in ${code}.`;
  return { code, url: code, number: year, label: code, short: code, definition };
}

/** The category of a clinic's number in its dataset; 0 is UNKNOWN. */
export function clinicCategory(number: number): Category {
  if (number === UNKNOWN_NUMBER) return notRecorded;
  const code = String(number);
  const label = `Clinic ${code}`;
  return { code, url: code, number, label, short: label, definition: `${label} of the dataset.` };
}
