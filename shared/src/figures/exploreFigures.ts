/** The figures that most people open, in the order of their page. Nothing else is imported, so the page loads no other. */
import { baselineDefinition } from "./baseline";
import type { FigureDefinition } from "./definition";
import { durabilityDefinition } from "./durability";
import { flowDefinition } from "./flow";
import { onsetDefinition } from "./onset";
import { sideEffectsDefinition } from "./sideEffects";
import { trajectoryDefinition } from "./trajectory";

export const exploreFigures: readonly FigureDefinition[] = [
  flowDefinition,
  onsetDefinition,
  durabilityDefinition,
  trajectoryDefinition,
  sideEffectsDefinition,
  baselineDefinition,
];
