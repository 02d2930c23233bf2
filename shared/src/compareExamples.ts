/** Comparisons that many ask for, ready to open where a dataset has such patients. */
import type { Cohort } from "./cohort";
import { lettered, type PinnedCohort } from "./compare";

export interface CompareExample {
  readonly title: string;
  readonly pins: readonly PinnedCohort[];
}

const first = { courseNumber: ["FIRST"] } as const;
const ketamine = { ...first, modality: ["KETAMINE_IV"] } as const;
const trd = { condition: ["TRD"] } as const;

const example = (title: string, ...cohorts: readonly (readonly [string, Cohort])[]): CompareExample => ({
  title,
  pins: lettered(cohorts.map(([name, cohort]) => ({ name, cohort }))),
});

export const compareExamples: readonly CompareExample[] = [
  example(
    "Standard against intensive induction",
    ["Standard", { ...ketamine, ...trd, protocol: ["STANDARD"] }],
    ["Intensive", { ...ketamine, ...trd, protocol: ["INTENSIVE"] }],
  ),
  example(
    "With against without psychotherapy",
    ["Without psychotherapy", { ...ketamine, ...trd, psychotherapy: ["NONE"] }],
    ["With psychotherapy", { ...ketamine, ...trd, psychotherapy: ["INTEGRATION", "ASSISTED"] }],
  ),
  example(
    "Ketamine against ECT",
    ["ECT", { ...first, ...trd, modality: ["ECT"] }],
    ["Ketamine IV", { ...ketamine, ...trd }],
  ),
  example(
    "Ketamine against placebo",
    ["Placebo", { ...first, modality: ["PLACEBO"] }],
    ["Ketamine IV", ketamine],
  ),
];
