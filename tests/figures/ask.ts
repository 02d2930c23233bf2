// Builds each figure from its made-up answer, as the page and the figure addresses build it from the API's.
import {
  answeredFigure,
  defaultOptions,
  figureById,
  type ExploreState,
  type Figure,
  type FigureId,
  type FigureOptions,
  type Provenance,
} from "@afterglow/shared";
import { baseline, flow, groups, provenance } from "./answers";
import { clinics } from "./clinicAnswers";
import { durability, onset } from "./curveAnswers";
import { cost, sessionProfile } from "./sessionAnswers";
import { fixedAnswers, missingData, suicidality, wellbeing, worsening } from "./questionAnswers";
import { sideEffectsAnswer, trajectory } from "./visitAnswers";

export const results: Readonly<Record<FigureId, object>> = {
  flow: { flow },
  onset: { onset },
  durability: { durability },
  trajectory: { trajectory },
  "side-effects": { sideEffects: sideEffectsAnswer },
  baseline: { baseline },
  worsening: { worsening },
  suicidality: { suicidality },
  wellbeing: { wellbeing },
  "missing-data": { missingData },
  "session-profile": { sessionProfile },
  cost: { cost },
  clinics: { clinics },
  ...fixedAnswers,
};

export function stateOf(
  options: Partial<FigureOptions> = {},
  by: ExploreState["by"] = "condition",
): ExploreState {
  return {
    dataset: "demo",
    release: 3,
    cohort: {
      condition: groups.map(({ code }) => code),
      modality: ["KETAMINE_IV"],
      protocol: ["STANDARD"],
      courseNumber: ["FIRST"],
    },
    outcome: { measure: "PHQ9", response: "INSTRUMENT", relapse: "LOSS_OF_RESPONSE", maintenance: "IGNORED" },
    by,
    options: { ...defaultOptions, ...options },
    pins: [],
    edit: null,
  };
}

export function figureOf(
  id: FigureId,
  state = stateOf(),
  result: object = results[id],
  from: Provenance = provenance,
): Figure {
  const definition = figureById(id);
  if (definition === null) throw new Error("Unknown figure");
  return answeredFigure(definition, { cohort: { ...from, ...result } }, state).figure;
}
