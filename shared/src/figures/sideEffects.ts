/** Side effects: words and provenance. */
import type { ExploreState } from "../explore";
import type { SideEffects } from "../results";
import { sideEffectsDocument } from "./documents/sideEffects";
import { cohortInput, type FigureAnswer, type FigureDefinition } from "./definition";
import { dimensionByName } from "../vocabulary/dimensions";
import type { Figure } from "./figure";
import { keyOf } from "./groups";
import { markText, originLines } from "./origin";

export type SideEffectsAnswer = FigureAnswer<{ readonly sideEffects: SideEffects }>;

export function sideEffectsFigure({ cohort }: SideEffectsAnswer, state: ExploreState): Figure {
  const groups = cohort.sideEffects.groups.map((each) => ({ group: each.group, patients: each.exposed }));
  return {
    id: "side-effects",
    title: "Side effects",
    definition: "Patients with at least one occurrence during the course, of patients exposed",
    reading: [],
    charts: [],
    key: keyOf(groups, state, cohort.disclosure.smallestCount),
    table: { columns: [], rows: [] },
    notes: [],
    caption: { text: "Side effects.", origin: originLines(cohort, state, "", true) },
    mark: markText(cohort),
  };
}

export const sideEffectsDefinition: FigureDefinition<{ readonly sideEffects: SideEffects }> = {
  id: "side-effects",
  title: "Side effects",
  document: sideEffectsDocument,
  variables: (state, releaseId) => ({
    release: releaseId,
    where: cohortInput(state.cohort),
    by: state.by === null ? null : dimensionByName(state.by).enumName,
    per: state.options.per,
  }),
  build: sideEffectsFigure,
};
