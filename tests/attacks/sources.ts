// Where the size of a cohort among the patients of a figure can be read, and of which cohort it is: the server says what
// of the question was not applied.
import {
  dimensions,
  isDimensionName,
  type Answered,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";
import type { Universe } from "./people";

interface Count {
  readonly value: number | null;
}
type NotApplied = Answered["notApplied"];
interface FigureTold {
  readonly answered: { readonly notApplied: NotApplied };
}
/** What the server says of a cohort, as far as it was asked. */
export interface Told {
  readonly notApplied: NotApplied;
  readonly patients: Count;
  readonly flow: FigureTold & {
    readonly steps: readonly { readonly step: string; readonly patients: Count }[];
    readonly groups: readonly {
      readonly group: { readonly code: string };
      readonly cases: Count;
      readonly scored: Count;
    }[];
  };
  readonly onset: FigureTold & { readonly groups: readonly { readonly patients: Count }[] };
  readonly missingData: FigureTold & {
    readonly groups: readonly { readonly received: { readonly patients: Count } }[];
  };
}
export interface Source {
  readonly selection: string;
  size(told: Told): number | null;
  notApplied(told: Told): NotApplied;
}

const outcome = "outcome: { measure: PHQ9 }";
const notApplied = "notApplied { dimension sentence }";
const answered = `answered { ${notApplied} }`;

const treated: Source = {
  selection: `${notApplied} patients { value }`,
  size: ({ patients }) => patients.value,
  notApplied: (told) => told.notApplied,
};
const flowStep = (step: string, visit: string): Source => ({
  selection: `flow(${outcome}, visit: ${visit}) { ${answered} steps { step patients { value } } }`,
  size: ({ flow }) => flow.steps.find((each) => each.step === step)?.patients.value ?? null,
  notApplied: ({ flow }) => flow.answered.notApplied,
});
const onset: Source = {
  selection: `onset(${outcome}) { ${answered} groups { patients { value } } }`,
  size: ({ onset: { groups } }) => groups[0]?.patients.value ?? null,
  notApplied: (told) => told.onset.answered.notApplied,
};
const received = (visit: string): Source => ({
  selection: `missingData(${outcome}, visit: ${visit}) { ${answered} groups { received { patients { value } } } }`,
  size: ({ missingData: { groups } }) => groups[0]?.received.patients.value ?? null,
  notApplied: ({ missingData }) => missingData.answered.notApplied,
});

/** Several figures count among the same patients. */
export const sourcesOf: Readonly<Record<Universe, readonly Source[]>> = {
  TREATED: [treated],
  CASE: [flowStep("CASE", "W4")],
  LATER_SCORE: [onset, flowStep("LATER_SCORE", "W4")],
  W4: [received("W4"), flowStep("VISIT", "W4")],
  W12: [flowStep("VISIT", "W12"), received("W12")],
  W26: [received("W26"), flowStep("VISIT", "W26")],
};

/** The same as one group of a figure, where one is grouped by these patients; null where none is. */
export function groupSource(universe: Universe, by: DimensionName, code: string): Source | null {
  if (universe === "TREATED" || universe === "LATER_SCORE") return null;
  const visit = universe === "CASE" ? "W4" : universe;
  const { enumName } = dimensions.find(({ name }) => name === by) ?? { enumName: "" };
  return {
    selection: `flow(${outcome}, visit: ${visit}, by: ${enumName}) { ${answered} groups { group { code } cases { value } scored { value } } }`,
    size: ({ flow: { groups } }) => {
      const group = groups.find((each) => each.group.code === code);
      return (universe === "CASE" ? group?.cases : group?.scored)?.value ?? null;
    },
    notApplied: ({ flow }) => flow.answered.notApplied,
  };
}

/** The cohort that an answer is about: what was asked, less what the answer says was not applied. */
export function aboutWhom(asked: Cohort, left: NotApplied): Cohort {
  const cohort: { -readonly [D in DimensionName]?: readonly string[] } = { ...asked };
  for (const { dimension: name, sentence } of left) {
    const dimension = dimensions.find((each) => each.name === name);
    if (!isDimensionName(name) || dimension === undefined) throw new Error(`No dimension: ${name}`);
    if (new RegExp(`^${dimension.label} (was|were) not applied`).test(sentence)) {
      cohort[name] = undefined;
      continue;
    }
    const codes = cohort[name] ?? [];
    const labels = new Map<string, string>(
      (dimension.categories ?? []).map(({ code, label }) => [code, label]),
    );
    const gone = codes.filter((code) => sentence.startsWith(`${labels.get(code) ?? code} `));
    cohort[name] = codes.filter((code) => !gone.includes(code));
  }
  return cohort;
}
