/** Ketamine IV against ECT: response by day and by session, durability; their side effects stand with the others. */
import type { ExploreState } from "../explore";
import type { FigureDefinition } from "./definition";
import { durabilityDefinition } from "./durability";
import { fixedFigure } from "./fixedFigure";
import { fixedState, setAside, type FixedQuestion } from "./fixedQuestion";
import { durabilityContrast, onsetContrast } from "./inductionFigures";
import { onsetDefinition } from "./onset";

/** A choice of protocol is one of ketamine's or ECT's, and would leave the other side empty. */
export const ketamineOrEct: FixedQuestion = {
  by: "modality",
  categories: ["KETAMINE_IV", "ECT"],
  without: ["protocol"],
};
export const ECT_QUESTION = "How does ketamine IV compare with ECT: response, sessions, durability, memory?";
export const NOT_BY_LOT =
  "patients were not assigned to ketamine or ECT by lot, so the groups may differ in other ways.";

const names = { KETAMINE_IV: "given ketamine IV", ECT: "given ECT" };
const treatments = {
  question: ECT_QUESTION,
  width: "half" as const,
  fix: (state: ExploreState) => fixedState(state, ketamineOrEct),
  groups: (state: ExploreState) => `, ketamine IV against ECT${setAside(state, ketamineOrEct)}`,
  unadjusted: NOT_BY_LOT,
};

export const ectFigures: readonly FigureDefinition[] = [
  fixedFigure(onsetDefinition, {
    ...treatments,
    id: "ect-onset",
    title: "Ketamine against ECT: response",
    fix: (state) => withClock(treatments.fix(state), "DAY"),
    reading: ({ cohort }, state) => onsetContrast(cohort.onset, state, names),
  }),
  fixedFigure(durabilityDefinition, {
    ...treatments,
    id: "ect-durability",
    title: "Ketamine against ECT: durability",
    reading: (answer, state) => durabilityContrast(answer, state, names),
  }),
  fixedFigure(onsetDefinition, {
    ...treatments,
    id: "ect-sessions",
    title: "Ketamine against ECT: sessions to response",
    fix: (state) => withClock(treatments.fix(state), "SESSION"),
    reading: ({ cohort }, state) => onsetContrast(cohort.onset, state, names),
  }),
];

function withClock(state: ExploreState, clock: "DAY" | "SESSION"): ExploreState {
  return { ...state, options: { ...state.options, clock } };
}
