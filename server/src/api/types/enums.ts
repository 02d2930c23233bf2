// Every GraphQL enum, made from the vocabulary's tables, so that no value and no description is written twice.
// Inside the server a value is its code; a dimension's value is its name in addresses (condition, priorTrials …).
import {
  answers,
  dimensionByName,
  dimensions,
  dropoutRules,
  hiddenReasons,
  instruments,
  maintainedRules,
  maintenanceRules,
  relapseRules,
  releaseChangeKinds,
  responseRules,
  sideEffects,
  visits,
  type Category,
  type DimensionName,
} from "@afterglow/shared";
import { registerEnumType } from "type-graphql";

interface EnumValue {
  readonly code: string;
  readonly description: string;
  /** What resolvers get; the code where it is absent. */
  readonly value?: string;
}

/** The type's token: what `@Field(() => …)` names. */
export type EnumToken = Record<string, string>;

export function enumOf(name: string, description: string, values: readonly EnumValue[]): EnumToken {
  const token = Object.fromEntries(values.map(({ code, value }) => [code, value ?? code]));
  const valuesConfig = Object.fromEntries(values.map((v) => [v.code, { description: v.description }]));
  registerEnumType(token, { name, description, valuesConfig });
  return token;
}

const fromEntries = (entries: readonly Pick<Category, "code" | "label" | "definition">[]) =>
  entries.map(({ code, label, definition }) => ({ code, description: `${label}. ${definition}` }));

export const fromWords = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([code, description]) => ({ code, description: `${sentence(description)}.` }));

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const DimensionEnum = enumOf(
  "Dimension",
  "A dimension by which a cohort is chosen and a figure is grouped.",
  dimensions.map((d) => ({ code: d.enumName, value: d.name, description: `${d.label}. ${d.definition}` })),
);

const answer = enumOf("Answer", "A yes or no as the clinic recorded it.", [
  ...fromEntries(answers),
  { code: "UNKNOWN", description: "Not recorded. The clinic did not send it." },
]);

function categoriesOf(dimension: DimensionName, name: string): EnumToken {
  const { label, definition, categories } = dimensionByName(dimension);
  return enumOf(name, `${label}: a category. ${definition}`, fromEntries(categories ?? []));
}

/** The enum of each dimension's categories. Clinics and years are the dataset's, so they are text. */
export const categoryEnums = {
  condition: categoriesOf("condition", "Condition"),
  modality: categoriesOf("modality", "Modality"),
  protocol: categoriesOf("protocol", "Protocol"),
  psychotherapy: categoriesOf("psychotherapy", "Psychotherapy"),
  maintenance: categoriesOf("maintenance", "Maintenance"),
  severity: categoriesOf("severity", "Severity"),
  age: categoriesOf("age", "Age"),
  sex: categoriesOf("sex", "Sex"),
  priorTrials: categoriesOf("priorTrials", "PriorTrials"),
  priorEct: answer,
  antidepressant: answer,
  benzodiazepine: answer,
  moodStabiliser: answer,
  setting: categoriesOf("setting", "Setting"),
  courseNumber: categoriesOf("courseNumber", "CourseNumber"),
  startYear: null,
  clinic: null,
} as const satisfies Record<DimensionName, EnumToken | null>;

export const MeasureEnum = enumOf("Measure", "The instrument that an outcome is measured by.", [
  ...fromEntries(instruments),
  {
    code: "OWN",
    description:
      "Each condition's own instrument: endpoints by its own rule, the trajectory in percent of baseline.",
  },
]);

export const ResponseRuleEnum = enumOf("ResponseRule", "What counts as response.", fromWords(responseRules));
export const RelapseRuleEnum = enumOf("RelapseRule", "What ends staying well.", fromWords(relapseRules));
export const MaintenanceRuleEnum = enumOf(
  "MaintenanceRule",
  "What a maintenance session does to the time under observation.",
  fromWords(maintenanceRules),
);
export const DropoutRuleEnum = enumOf(
  "DropoutRule",
  "What becomes of those who were due an assessment and did not come.",
  fromWords(dropoutRules),
);
export const MaintainedRuleEnum = enumOf(
  "MaintainedRule",
  "How durability is grouped by maintenance. The pattern of the whole course is known only afterwards: immortal time.",
  fromWords(maintainedRules),
);
export const TimeToEventMethodEnum = enumOf("TimeToEventMethod", "How a curve was estimated.", [
  { code: "KAPLAN_MEIER", description: "Kaplan-Meier: one event, all else censored." },
  { code: "AALEN_JOHANSEN", description: "Aalen-Johansen: cumulative incidence of competing events." },
]);

export const VisitEnum = enumOf("Visit", "A visit after baseline: a window of days.", [
  ...fromEntries(visits.filter((visit) => visit.code !== "BASELINE")),
]);

export const OnsetEventEnum = enumOf("OnsetEvent", "The event that an onset curve waits for.", [
  { code: "RESPONSE", description: "The first response." },
  { code: "CONFIRMED_RESPONSE", description: "The first response that the next score confirms." },
  { code: "REMISSION", description: "The first score at the remission cut-off or better." },
]);
export const OnsetClockEnum = enumOf("OnsetClock", "What time is counted in.", [
  { code: "DAY", description: "Days after the first session." },
  { code: "SESSION", description: "Sessions received before the event." },
]);
export const ExposureUnitEnum = enumOf("ExposureUnit", "What a rate of side effects is a share of.", [
  { code: "PATIENT", description: "Of patients with at least one session: those who ever had it." },
  { code: "SESSION", description: "Of sessions: those in which it occurred." },
]);
export const ClinicEventEnum = enumOf("ClinicEvent", "What is counted in each clinic.", [
  { code: "RESPONSE", description: "Cases at baseline in response at the visit, of those with a score." },
  ...fromEntries(sideEffects),
]);

export const HiddenReasonEnum = enumOf(
  "HiddenReason",
  "Why a number is not shown.",
  fromWords(hiddenReasons),
);
export const BoundEnum = enumOf(
  "Bound",
  "Where the true share lies, when the value stands for an exact 0 % or 100 % of a small denominator.",
  [
    { code: "UNDER", description: "Under the value." },
    { code: "OVER", description: "Over the value." },
  ],
);

export const ReleaseChangeKindEnum = enumOf(
  "ReleaseChangeKind",
  "A kind of change from one release of a dataset to the next.",
  fromWords(releaseChangeKinds),
);
