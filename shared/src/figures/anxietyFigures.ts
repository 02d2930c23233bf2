/** Anxiety by kind: onset and durability in the anxiety conditions, each by its own instrument. */
import type { ExploreState } from "../explore";
import type { FigureDefinition } from "./definition";
import { durabilityDefinition } from "./durability";
import { fixedFigure } from "./fixedFigure";
import { fixedState, setAside, type FixedQuestion } from "./fixedQuestion";
import { onsetDefinition } from "./onset";

const fixed: FixedQuestion = {
  by: "condition",
  categories: ["GAD", "SOCIAL_ANXIETY", "PANIC", "ILLNESS_ANXIETY"],
  own: true,
};
const kinds = {
  question: "Which kinds of anxiety respond, and for how long?",
  width: "half" as const,
  fix: (state: ExploreState) => fixedState(state, fixed),
  groups: (state: ExploreState) =>
    `, by kind of anxiety, each on its own instrument${setAside(state, fixed)}`,
};

export const anxietyFigures: readonly FigureDefinition[] = [
  fixedFigure(onsetDefinition, {
    ...kinds,
    id: "anxiety-onset",
    title: "Anxiety by kind: onset",
    fix: (state) => ({ ...kinds.fix(state), options: { ...state.options, clock: "DAY" } }),
  }),
  fixedFigure(durabilityDefinition, {
    ...kinds,
    id: "anxiety-durability",
    title: "Anxiety by kind: durability",
  }),
];
