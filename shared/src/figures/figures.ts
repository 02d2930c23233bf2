/** Every figure, in the order of its page. The pages and the figure addresses loop over this list and know no other. */
import { anxietyFigures } from "./anxietyFigures";
import { baselineDefinition } from "./baseline";
import { costDefinition } from "./cost";
import { clinicsDefinition } from "./clinics";
import type { FigureDefinition, FigureId, FigurePage } from "./definition";
import { durabilityDefinition } from "./durability";
import { ectFigures } from "./ectFigures";
import { flowDefinition } from "./flow";
import { inductionFigures } from "./inductionFigures";
import { missingDataDefinition } from "./missingData";
import { onsetDefinition } from "./onset";
import { safetyFigures } from "./safetyFigures";
import { sessionProfileDefinition } from "./sessionProfile";
import { sideEffectsDefinition } from "./sideEffects";
import { suicidalityDefinition } from "./suicidality";
import { trajectoryDefinition } from "./trajectory";
import { wellbeingDefinition } from "./wellbeing";
import { worseningDefinition } from "./worsening";

export const figures: readonly FigureDefinition[] = [
  flowDefinition,
  onsetDefinition,
  durabilityDefinition,
  trajectoryDefinition,
  sideEffectsDefinition,
  baselineDefinition,
  worseningDefinition,
  suicidalityDefinition,
  wellbeingDefinition,
  missingDataDefinition,
  ...inductionFigures,
  ...ectFigures,
  ...safetyFigures,
  ...anxietyFigures,
  sessionProfileDefinition,
  costDefinition,
  clinicsDefinition,
];

export const figuresOf = (page: FigurePage): readonly FigureDefinition[] =>
  figures.filter((figure) => figure.page === page);

export const figureById = (id: string): FigureDefinition | null =>
  figures.find((figure) => figure.id === id) ?? null;

export const figureIds: readonly FigureId[] = figures.map((figure) => figure.id);
