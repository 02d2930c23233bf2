/**
 * Effects: what each cohort reached at a visit and how long it stayed, and its difference from the reference, unadjusted
 * beside adjusted. A table; for files it is drawn as one.
 */
import type { CompareState } from "../../compare";
import type { ComparedCurve, Effects, Pair, TimeContrast } from "../../comparison";
import type { Figure } from "../figure";
import { gridChart } from "../grid";
import { capital } from "../groups";
import { markText, measureName } from "../origin";
import { keyOf, lettersInWords } from "./cohortNames";
import { comparisonOrigin, lettersCounted } from "./comparisonOrigin";
import { figureWarning } from "./comparability";
import { comparisonVariables, type CompareFigureDefinition, type ComparisonAnswer } from "./definition";
import { compareEffectsDocument } from "./documents/effects";
import { effectsGrids } from "./effectsGrid";
import { effectsTable } from "./effectsTable";
import { effectsNotes, effectsReading } from "./effectsWords";
import { scoredAt, visitName } from "./visitName";

/** Of the times, only what the table of effects shows. */
export interface TimeInResponse {
  readonly tau: number | null;
  readonly unadjusted: readonly ArmInResponse[];
  readonly adjusted: readonly ArmInResponse[];
  readonly contrasts: readonly (Pair & {
    readonly unadjusted: Pick<TimeContrast, "restrictedMean">;
    readonly adjusted: Pick<TimeContrast, "restrictedMean">;
  })[];
}
interface ArmInResponse extends Pick<ComparedCurve, "patients" | "restrictedMean"> {
  readonly group: { readonly code: string };
}
export interface EffectsResult {
  readonly effects: Effects;
  readonly times: TimeInResponse;
}

export function compareEffectsFigure(
  { comparison }: ComparisonAnswer<EffectsResult>,
  state: CompareState,
): Figure {
  const { effects, disclosure } = comparison;
  const smallest = disclosure.smallestCount;
  const patients = effects.rows[0]?.unadjusted ?? [];
  const warning = figureWarning(comparison, effects.balance, state);
  return {
    id: "compare-effects",
    title: "Effects",
    definition:
      "Each cohort's estimate, and the difference from A, unadjusted beside adjusted, with 95% intervals",
    ...(warning === null ? {} : { warning }),
    reading: effectsReading(comparison, state),
    charts: effectsGrids(comparison, state, smallest).map((grid, at, { length }) =>
      gridChart({
        id: at === 0 ? "compare-effects-grid" : "compare-effects-differences",
        title: length === 1 ? "" : at === 0 ? "Estimates, unadjusted" : "Differences from A",
        columns: 12,
        grid,
        description: "The table of effects, drawn; the page and the CSV hold the same numbers as text.",
      }),
    ),
    key: keyOf(comparison.cohorts, state, smallest),
    table: effectsTable(comparison, state, smallest),
    notes: effectsNotes(comparison, state),
    caption: {
      text: [
        `Effects at ${visitName(effects.visit)} and over time.`,
        ...(warning === null ? [] : [`Warning: ${warning}`]),
        `Each cohort's estimate and its difference from A with 95% intervals, on the ${measureName(state.outcome)}, unadjusted and adjusted by inverse-probability weights.`,
        `Slanted lines, hidden: fewer than ${smallest} patients or events, or a count that would reveal one.`,
        `${lettersInWords(state)}. RMST, restricted mean survival time; g, standardized mean difference (Hedges).`,
      ].join(" "),
      origin: comparisonOrigin(
        comparison,
        state,
        `${capital(scoredAt(effects.visit))}: ${lettersCounted(patients, smallest)}.`,
        true,
      ),
    },
    mark: markText(comparison),
  };
}

export const compareEffectsDefinition: CompareFigureDefinition<EffectsResult> = {
  id: "compare-effects",
  title: "Effects",
  question: "How far apart are the cohorts at a visit, and in weeks in response?",
  width: "full",
  statistics: [
    "wilson",
    "newcombe",
    "riskRatio",
    "meanInterval",
    "welch",
    "hedgesG",
    "restrictedMean",
    "logisticRegression",
    "propensityWeights",
    "effectiveNumber",
  ],
  document: compareEffectsDocument,
  variables: (state, releaseId) => ({
    ...comparisonVariables(state, releaseId),
    outcome: state.outcome,
    visit: state.options.visit,
  }),
  build: compareEffectsFigure,
};
