/** Durability: words and provenance. */
import type { ExploreState } from "../explore";
import type { TimeToEvent } from "../results";
import { durabilityDocument } from "./documents/durability";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import type { Figure } from "./figure";
import { keyOf } from "./groups";
import { markText, originLines } from "./origin";

export type DurabilityAnswer = FigureAnswer<{ readonly durability: TimeToEvent }>;

export function durabilityFigure({ cohort }: DurabilityAnswer, state: ExploreState): Figure {
  const groups = cohort.durability.groups.map((each) => ({ group: each.group, patients: each.patients }));
  return {
    id: "durability",
    title: "Durability",
    definition: "Staying in response, among responders",
    reading: [],
    charts: [],
    key: keyOf(groups, state, cohort.disclosure.smallestCount),
    table: { columns: [], rows: [] },
    notes: [],
    caption: { text: "Durability.", origin: originLines(cohort, state, "", true) },
    mark: markText(cohort),
  };
}

export const durabilityDefinition: FigureDefinition<{ readonly durability: TimeToEvent }> = {
  id: "durability",
  title: "Durability",
  document: durabilityDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  build: durabilityFigure,
};
