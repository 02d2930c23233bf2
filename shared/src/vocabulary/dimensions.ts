// The dimensions by which a cohort is chosen and a figure is grouped, with their categories.
// In order of importance, which is the order of the panel: the first that a small cohort gives up is the last here.
import {
  ageCategories,
  courseNumberCategories,
  noScore,
  noSession,
  withUnknown,
  type Category,
} from "./categories";
import { conditions } from "./conditions";
import { answers, sexes, settings } from "./courseDetails";
import { maintenances } from "./maintenances";
import { modalities } from "./modalities";
import { priorTrialBands } from "./patientBands";
import { protocols } from "./protocols";
import { psychotherapies } from "./psychotherapies";
import { severities } from "./severities";

/** set: any categories together; range: neighbours only, or UNKNOWN alone; one: exactly one. */
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
    categories: ageCategories,
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
    categories: courseNumberCategories,
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
