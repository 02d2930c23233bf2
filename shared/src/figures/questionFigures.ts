/** All other figures, in the order of their page. */
import { anxietyFigures } from "./anxietyFigures";
import { clinicsDefinition } from "./clinics";
import { costDefinition } from "./cost";
import type { FigureDefinition } from "./definition";
import { ectFigures } from "./ectFigures";
import { inductionFigures } from "./inductionFigures";
import { missingDataDefinition } from "./missingData";
import { safetyFigures } from "./safetyFigures";
import { sessionProfileDefinition } from "./sessionProfile";
import { suicidalityDefinition } from "./suicidality";
import { wellbeingDefinition } from "./wellbeing";
import { worseningDefinition } from "./worsening";

export const questionFigures: readonly FigureDefinition[] = [
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
