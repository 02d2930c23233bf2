/** Intensive against standard induction: onset and durability of the two protocols; and the infusions to response. */
import type { ExploreState } from "../explore";
import type { TimeToEvent } from "../results";
import { contrastReading } from "./contrastWords";
import type { FigureAnswer, FigureDefinition } from "./definition";
import { durabilityDefinition } from "./durability";
import { durabilityTerms } from "./durabilityTerms";
import { fixedFigure } from "./fixedFigure";
import { fixedState, setAside, type FixedQuestion } from "./fixedQuestion";
import { onsetDefinition } from "./onset";
import { onsetVerbs } from "./onsetWords";

/** The same curves, counted in infusions. */
export const infusionsToResponseDefinition = fixedFigure(onsetDefinition, {
  id: "infusions-to-response",
  title: "Infusions to response",
  question: "How many infusions does a response take?",
  width: "full",
  fix: (state) => ({ ...state, options: { ...state.options, clock: "SESSION" } }),
  groups: () => "; the infusions counted are those received before the score that shows it",
});

const fixed: FixedQuestion = { by: "protocol", categories: ["INTENSIVE", "STANDARD"] };
const names = { INTENSIVE: "with an intensive induction", STANDARD: "with a standard one" };
const protocols = {
  question: "Does an intensive induction do better than a standard one?",
  width: "half" as const,
  fix: (state: ExploreState) => fixedState(state, fixed),
  groups: (state: ExploreState) =>
    `, intensive (3 to 5 sessions in 10 days) against standard (5 to 8 in 28 days)${setAside(state, fixed)}`,
  unadjusted: "patients were not assigned to a protocol by lot, so the groups may differ in other ways.",
};

export const protocolOnsetDefinition = fixedFigure(onsetDefinition, {
  ...protocols,
  id: "protocol-onset",
  title: "Intensive against standard induction: onset",
  fix: (state) => ({ ...protocols.fix(state), options: { ...state.options, clock: "DAY" } }),
  reading: ({ cohort }, state) => onsetContrast(cohort.onset, state, names),
});

export const protocolDurabilityDefinition = fixedFigure(durabilityDefinition, {
  ...protocols,
  id: "protocol-durability",
  title: "Intensive against standard induction: durability",
  reading: (answer, state) => durabilityContrast(answer, state, names),
});

/** By day 28, or by six sessions. */
export function onsetContrast(
  onset: TimeToEvent,
  state: ExploreState,
  named: Readonly<Record<string, string>>,
) {
  const bySession = onset.clock === "SESSION";
  return contrastReading(onset, {
    at: bySession ? 6 : 28,
    when: bySession ? "By session 6" : "By day 28",
    who: "patients",
    did: `had ${onsetVerbs[state.options.onset]}`,
    names: named,
  });
}

export function durabilityContrast(
  { cohort }: FigureAnswer<{ readonly durability: TimeToEvent }>,
  state: ExploreState,
  named: Readonly<Record<string, string>>,
) {
  const { verb } = durabilityTerms(cohort.durability, state);
  return contrastReading(cohort.durability, {
    at: 84,
    when: "At week 12",
    who: "responders",
    did: verb,
    names: named,
  });
}

export const inductionFigures: readonly FigureDefinition[] = [
  infusionsToResponseDefinition,
  protocolOnsetDefinition,
  protocolDurabilityDefinition,
];
