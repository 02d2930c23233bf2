/**
 * Compared side effects: the share of each cohort's exposed patients who ever had it, and its difference from the
 * reference in a pair, unadjusted beside adjusted, with P corrected for the number of side effects.
 */
import type { CompareState } from "../../compare";
import type { ComparedSideEffects } from "../../comparison";
import type { Figure } from "../figure";
import { markText } from "../origin";
import { keyOf, lettersInWords } from "./cohortNames";
import { comparisonOrigin, lettersCounted } from "./comparisonOrigin";
import { figureWarning } from "./comparability";
import { comparisonVariables, type CompareFigureDefinition, type ComparisonAnswer } from "./definition";
import { compareSideEffectsDocument } from "./documents/sideEffects";
import { sideEffectCharts, pairLetter } from "./sideEffectCharts";
import { sideEffectContrastsTable } from "./sideEffectContrastsTable";
import { sideEffectNotes, sideEffectReading } from "./sideEffectWords";

export interface SideEffectsResult {
  readonly sideEffects: ComparedSideEffects;
}

export function compareSideEffectsFigure(
  { comparison }: ComparisonAnswer<SideEffectsResult>,
  state: CompareState,
): Figure {
  const { sideEffects, disclosure } = comparison;
  const smallest = disclosure.smallestCount;
  const n = `Patients exposed: ${lettersCounted(sideEffects.exposed, smallest)}.`;
  const letter = pairLetter(sideEffects, state);
  const warning = figureWarning(comparison, sideEffects.balance, state);
  return {
    id: "compare-side-effects",
    title: "Side effects",
    definition: "Patients with at least one occurrence during the course, of patients exposed",
    ...(warning === null ? {} : { warning }),
    reading: sideEffectReading(comparison, state),
    charts: sideEffectCharts(comparison, state),
    key: keyOf(sideEffects.exposed, state, smallest),
    table: sideEffectContrastsTable(sideEffects, state, smallest),
    notes: sideEffectNotes(comparison, state),
    caption: {
      text: [
        "Side effects, compared.",
        ...(warning === null ? [] : [`Warning: ${warning}`]),
        `Left, share of exposed patients with 95% intervals. Right, difference${letter === null ? "" : `, ${letter} minus A,`} in points: hollow circles, unadjusted; filled squares, adjusted.`,
        `Slanted lines, hidden: fewer than ${smallest} patients with the effect or without it, or a count that would reveal one; hidden does not mean none.`,
        `${lettersInWords(state)}. BH, P corrected for the number of side effects by Benjamini and Hochberg.`,
      ].join(" "),
      origin: comparisonOrigin(comparison, state, n, false),
    },
    mark: markText(comparison),
  };
}

export const compareSideEffectsDefinition: CompareFigureDefinition<SideEffectsResult> = {
  id: "compare-side-effects",
  title: "Side effects",
  question: "Which side effects are more frequent in one cohort?",
  width: "full",
  statistics: [
    "wilson",
    "newcombe",
    "riskRatio",
    "twoProportionTest",
    "benjaminiHochberg",
    "logisticRegression",
    "propensityWeights",
    "effectiveNumber",
  ],
  document: compareSideEffectsDocument,
  variables: (state, releaseId) => ({ ...comparisonVariables(state, releaseId) }),
  build: compareSideEffectsFigure,
};
