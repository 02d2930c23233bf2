/** Every figure, in the order of the page. The page and the figure addresses loop over this list and know no other. */
import { baselineDefinition } from "./baseline";
import type { FigureDefinition, FigureId } from "./definition";
import { durabilityDefinition } from "./durability";
import { flowDefinition } from "./flow";
import { onsetDefinition } from "./onset";
import { sideEffectsDefinition } from "./sideEffects";
import { trajectoryDefinition } from "./trajectory";

export const figures: readonly FigureDefinition[] = [
  flowDefinition,
  onsetDefinition,
  durabilityDefinition,
  trajectoryDefinition,
  sideEffectsDefinition,
  baselineDefinition,
];

export const figureById = (id: string): FigureDefinition | null =>
  figures.find((figure) => figure.id === id) ?? null;

export const figureIds: readonly FigureId[] = figures.map((figure) => figure.id);
