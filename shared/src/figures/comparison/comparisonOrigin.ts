/** Where the numbers of a comparison come from, in words: cohorts A to D, what was adjusted for, release and profile. */
import type { CompareState } from "../../compare";
import { targets, type Adjustment, type ComparisonProvenance } from "../../comparison";
import { listed } from "../../cohortSentence";
import { dimensionByName, isDimensionName } from "../../vocabulary/dimensions";
import { inSentence } from "../../vocabulary/entry";
import type { Figure } from "../figure";
import { countWords } from "../numbers";
import { outcomeText, sourceLines, type OriginLine } from "../origin";
import { nameOf } from "./cohortNames";

/** n / Cohort A … / Adjusted for / Outcome / Data / Disclosure / Made with. */
export function comparisonOrigin(
  comparison: ComparisonProvenance,
  state: CompareState,
  n: string,
  outcome: boolean,
): OriginLine[] {
  return [
    { name: "n", text: n },
    ...cohortLines(comparison, state),
    { name: "Adjusted", text: adjustedText(comparison.adjustment) },
    ...(outcome ? [{ name: "Outcome", text: outcomeText(state.outcome) }] : []),
    ...sourceLines(comparison),
  ];
}

function cohortLines({ cohorts, disclosure }: ComparisonProvenance, state: CompareState): OriginLine[] {
  return cohorts.map(({ letter, sentence, patients }) => {
    const number = countWords(patients, disclosure.smallestCount);
    const reference = letter === "A" ? " The reference." : "";
    return {
      name: `Cohort ${letter}`,
      text: `${nameOf(letter, state)}: ${number} ${inSentence(sentence)}.${reference}`,
    };
  });
}

/** Why another release answers than was asked. */
export function otherRelease({
  release,
  releaseAsked,
  disclosure,
}: Pick<ComparisonProvenance, "release" | "releaseAsked" | "disclosure">): string[] {
  if (release.number === releaseAsked) return [];
  return [
    `Answered from release ${release.number}: fewer than ${disclosure.smallestCount} patients of a cohort are new in release ${releaseAsked}.`,
  ];
}

export const dimensionLabel = (name: string): string =>
  isDimensionName(name) ? dimensionByName(name).label : name;

const labelsOf = (names: readonly string[]): string =>
  listed(names.map((name) => inSentence(dimensionLabel(name))));

/** "for age, sex and baseline severity, by inverse-probability weights, towards patients like those of the reference". */
export function adjustedText({ covariates, definedBy, target }: Adjustment): string {
  const left =
    definedBy.length === 0 ? "" : ` Not for ${labelsOf(definedBy)}, by which the cohorts are defined.`;
  if (covariates.length === 0) return `for nothing.${left}`;
  return `for ${labelsOf(covariates)}, by inverse-probability weights towards ${targets[target]}.${left}`;
}

export const adjustedNote = (adjustment: Adjustment): Figure["notes"] => [
  { name: "Adjusted", text: adjustedText(adjustment) },
];

/** "A 385, B 145": how many of each cohort a figure rests on. */
export function lettersCounted(
  cohorts: readonly { readonly letter: string; readonly patients: Parameters<typeof countWords>[0] }[],
  smallest: number,
): string {
  return listed(cohorts.map(({ letter, patients }) => `${letter} ${countWords(patients, smallest)}`));
}
