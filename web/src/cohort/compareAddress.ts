// Where the Compare page opens with the pins, the dataset, the release and the outcome of a page of figures.
import { comparedOutcome, compareFromSearch, compareToSearch, type ExploreState } from "@afterglow/shared";
import { COMPARE_PATH } from "../shell/carried";

export function compareAddress(state: ExploreState, measures: readonly string[]): string {
  const anew = compareFromSearch(new URLSearchParams(), measures);
  const { dataset, release, outcome, pins } = state;
  const next = { ...anew, dataset, release, outcome: comparedOutcome(outcome), cohorts: pins };
  const query = compareToSearch(next, measures).toString();
  return `${COMPARE_PATH}${query === "" ? "" : `?${query}`}`;
}
