/** Baseline: words and provenance. */
import type { ExploreState } from "../explore";
import type { Baseline } from "../results";
import { baselineDocument } from "./documents/baseline";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import type { Figure } from "./figure";
import { keyOf } from "./groups";
import { markText, originLines } from "./origin";

export type BaselineAnswer = FigureAnswer<{ readonly baseline: Baseline }>;

export function baselineFigure({ cohort }: BaselineAnswer, state: ExploreState): Figure {
  const groups = cohort.baseline.groups.map((each) => ({ group: each.group, patients: each.patients }));
  return {
    id: "baseline",
    title: "Baseline",
    definition: "Patients at the first session, as treated",
    reading: [],
    charts: [],
    key: keyOf(groups, state, cohort.disclosure.smallestCount),
    table: { columns: [], rows: [] },
    notes: [],
    caption: { text: "Baseline.", origin: originLines(cohort, state, "", true) },
    mark: markText(cohort),
  };
}

export const baselineDefinition: FigureDefinition<{ readonly baseline: Baseline }> = {
  id: "baseline",
  title: "Baseline",
  document: baselineDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  build: baselineFigure,
};
