// The dimensions by which a cohort is chosen and a figure is grouped, with their categories.
// In order of importance, which is the order of the panel: the first that a small cohort gives up is the last here.
import { conditions } from "./conditions";
import { answers, sexes, settings } from "./courseDetails";
import { UNKNOWN_CODE, UNKNOWN_NUMBER, type Entry } from "./entry";
import { maintenances } from "./maintenances";
import { modalities } from "./modalities";
import { ageBands, priorTrialBands } from "./patientBands";
import { protocols } from "./protocols";
import { psychotherapies } from "./psychotherapies";
import { severities } from "./severities";

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

/** set: any categories together; range: neighbours only (UNKNOWN may join); one: exactly one. */
export type Grammar = "set" | "range" | "one";

export interface DimensionEntry {
  /** GraphQL input field and address parameter. */
  readonly name: string;
  /** Value of the GraphQL enum Dimension. */
  readonly enumName: string;
  readonly label: string;
  readonly definition: string;
  readonly grammar: Grammar;
  /** null: the dataset decides (clinics, years). */
  readonly categories: readonly Category[] | null;
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
function withUnknown<E extends Entry>(table: readonly E[], last = notRecorded) {
  type Code = E["code"];
  const known = table.map((entry) => category<Code>(entry));
  return [...known, last] as readonly Category<Code | typeof UNKNOWN_CODE>[];
}

const ages = withUnknown(ageBands).map((age) =>
  age.code === UNKNOWN_CODE ? age : { ...age, url: age.short },
);
const noSession = unknown("No session", "No session is recorded, so it cannot be derived.");
const noScore = unknown(
  "No baseline score",
  "No score of the condition's own instrument in the 14 days before the first session.",
);

function course<const Code extends string>(code: Code, number: number, label: string): Category<Code> {
  const definition = `The patient's ${label.toLowerCase()} course in the dataset.`;
  return { code, url: code, number, label, short: label, definition };
}
/** Courses after the third are not analysed, and a course always has its number: no UNKNOWN. */
const courseNumbers = [
  course("FIRST", 1, "First"),
  course("SECOND", 2, "Second"),
  course("THIRD", 3, "Third"),
];

export const dimensions = [
  {
    name: "condition",
    enumName: "CONDITION",
    label: "Condition",
    definition: "The condition that the course was given for.",
    grammar: "set",
    categories: withUnknown(conditions),
  },
  {
    name: "modality",
    enumName: "MODALITY",
    label: "Modality",
    definition: "The treatment and its route.",
    grammar: "set",
    categories: withUnknown(modalities),
  },
  {
    name: "protocol",
    enumName: "PROTOCOL",
    label: "Protocol",
    definition: "Number and spacing of the induction sessions, derived from their days.",
    grammar: "set",
    categories: withUnknown(protocols, noSession),
  },
  {
    name: "psychotherapy",
    enumName: "PSYCHOTHERAPY",
    label: "Psychotherapy",
    definition: "Psychotherapy as part of the course.",
    grammar: "set",
    categories: withUnknown(psychotherapies),
  },
  {
    name: "maintenance",
    enumName: "MAINTENANCE",
    label: "Maintenance",
    definition: "Sessions after the induction, by their median gap.",
    grammar: "set",
    categories: withUnknown(maintenances, noSession),
  },
  {
    name: "severity",
    enumName: "SEVERITY",
    label: "Baseline severity",
    definition: "The band of the baseline score on the condition's own instrument.",
    grammar: "range",
    categories: withUnknown(severities, noScore),
  },
  {
    name: "age",
    enumName: "AGE",
    label: "Age at start",
    definition: "Age in years at the first session.",
    grammar: "range",
    categories: ages,
  },
  {
    name: "sex",
    enumName: "SEX",
    label: "Sex",
    definition: "Sex as the clinic recorded it.",
    grammar: "set",
    categories: withUnknown(sexes),
  },
  {
    name: "priorTrials",
    enumName: "PRIOR_TRIALS",
    label: "Prior adequate trials",
    definition: "Medicine trials of adequate dose and duration before the course.",
    grammar: "range",
    categories: withUnknown(priorTrialBands),
  },
  {
    name: "priorEct",
    enumName: "PRIOR_ECT",
    label: "Prior ECT",
    definition: "Electroconvulsive therapy at any time before the course.",
    grammar: "set",
    categories: withUnknown(answers),
  },
  {
    name: "antidepressant",
    enumName: "ANTIDEPRESSANT",
    label: "Antidepressant",
    definition: "An antidepressant taken during the course.",
    grammar: "set",
    categories: withUnknown(answers),
  },
  {
    name: "benzodiazepine",
    enumName: "BENZODIAZEPINE",
    label: "Benzodiazepine",
    definition: "A benzodiazepine taken during the course.",
    grammar: "set",
    categories: withUnknown(answers),
  },
  {
    name: "moodStabiliser",
    enumName: "MOOD_STABILISER",
    label: "Mood stabiliser",
    definition: "A mood stabiliser taken during the course.",
    grammar: "set",
    categories: withUnknown(answers),
  },
  {
    name: "setting",
    enumName: "SETTING",
    label: "Setting",
    definition: "Where the sessions took place.",
    grammar: "set",
    categories: withUnknown(settings),
  },
  {
    name: "courseNumber",
    enumName: "COURSE_NUMBER",
    label: "Course",
    definition: "Which of the patient's courses in the dataset, so that every patient counts once.",
    grammar: "one",
    categories: courseNumbers,
  },
  {
    name: "startYear",
    enumName: "START_YEAR",
    label: "Start year",
    definition: "Calendar year of the first session.",
    grammar: "range",
    categories: null,
  },
  {
    name: "clinic",
    enumName: "CLINIC",
    label: "Clinic",
    definition: "The clinic that gave the course, under a number without meaning outside the dataset.",
    grammar: "one",
    categories: null,
  },
] as const satisfies readonly DimensionEntry[];

export type DimensionName = (typeof dimensions)[number]["name"];
export type DimensionEnumName = (typeof dimensions)[number]["enumName"];
export type Dimension = DimensionEntry & {
  readonly name: DimensionName;
  readonly enumName: DimensionEnumName;
};

/** The codes of a dimension's categories; any text for clinic and startYear, whose categories are the dataset's. */
export type CategoryCode<Name extends DimensionName> =
  Extract<(typeof dimensions)[number], { readonly name: Name }> extends {
    readonly categories: readonly Category<infer Code>[];
  }
    ? Code
    : string;

const dimensionsByName = new Map<string, Dimension>(
  dimensions.map((dimension) => [dimension.name, dimension]),
);

export function dimensionByName(name: DimensionName): Dimension {
  const dimension = dimensionsByName.get(name);
  if (dimension === undefined) throw new RangeError("Unknown dimension name");
  return dimension;
}

export function dimensionByEnumName(enumName: DimensionEnumName): Dimension {
  const dimension = dimensions.find((each) => each.enumName === enumName);
  if (dimension === undefined) throw new RangeError("Unknown dimension");
  return dimension;
}

export function isDimensionName(text: string): text is DimensionName {
  return dimensionsByName.has(text);
}

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
