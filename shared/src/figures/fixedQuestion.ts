/**
 * A question that fixes one dimension: its own groups, whatever the page chose or groups by there; everything else of
 * the page's cohort and outcome holds. What was set aside is said in words.
 */
import { listed } from "../cohortSentence";
import type { ExploreState } from "../explore";
import { dimensionByName, dimensions, type DimensionName } from "../vocabulary/dimensions";
import { inSentence } from "../vocabulary/entry";

export interface FixedQuestion {
  readonly by: DimensionName;
  /** The categories of the dimension that are asked about. */
  readonly categories: readonly string[];
  /** Other dimensions of which any choice would leave one side empty. */
  readonly without?: readonly DimensionName[];
  /** Each condition is measured by its own instrument, whatever the page measures by. */
  readonly own?: boolean;
}

export function fixedState(
  state: ExploreState,
  { by, categories, without = [], own }: FixedQuestion,
): ExploreState {
  const kept = dimensions.flatMap(({ name }) => {
    const codes = state.cohort[name];
    return codes === undefined || without.includes(name) ? [] : [[name, codes] as const];
  });
  return {
    ...state,
    by,
    cohort: { ...Object.fromEntries(kept), [by]: categories },
    outcome: own === true ? { ...state.outcome, measure: "OWN", response: "INSTRUMENT" } : state.outcome,
  };
}

/** "; the page's choice of condition and of protocol is set aside here", or nothing. */
export function setAside(state: ExploreState, { by, categories, without = [], own }: FixedQuestion): string {
  const isChosen = (name: DimensionName): boolean => {
    const codes = state.cohort[name];
    return codes !== undefined && (name !== by || codes.join() !== categories.join());
  };
  const names = dimensions
    .map(({ name }) => name)
    .filter((name) => (name === by || without.includes(name)) && isChosen(name))
    .map((name) => inSentence(dimensionByName(name).label));
  if (own === true && state.outcome.measure !== "OWN") names.push("measure");
  if (names.length === 0) return "";
  return `; the page's choice of ${listed(names)} is set aside here`;
}
