/** Flow: words and provenance. */
import type { ExploreState } from "../explore";
import type { Flow } from "../results";
import { flowDocument } from "./documents/flow";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import type { Figure } from "./figure";
import { keyOf } from "./groups";
import { markText, originLines } from "./origin";

export type FlowAnswer = FigureAnswer<{ readonly flow: Flow }>;

export function flowFigure({ cohort }: FlowAnswer, state: ExploreState): Figure {
  const groups = cohort.flow.groups.map((each) => ({ group: each.group, patients: each.cases }));
  return {
    id: "flow",
    title: "Flow",
    definition: "From treatment to the numbers in the figures below",
    reading: [],
    charts: [],
    key: keyOf(groups, state, cohort.disclosure.smallestCount),
    table: { columns: [], rows: [] },
    notes: [],
    caption: { text: "Flow.", origin: originLines(cohort, state, "", true) },
    mark: markText(cohort),
  };
}

export const flowDefinition: FigureDefinition<{ readonly flow: Flow }> = {
  id: "flow",
  title: "Flow",
  document: flowDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId), visit: state.options.visit }),
  build: flowFigure,
};
