/** Every figure of the Compare page, in its order. The page and the figure addresses loop over this list. */
import type { CompareFigureId } from "../figure";
import { compareBalanceDefinition } from "./balance";
import type { CompareFigureDefinition } from "./definition";
import { compareEffectsDefinition } from "./effects";
import { compareSideEffectsDefinition } from "./sideEffects";
import { compareSubgroupsDefinition } from "./subgroups";
import { compareTimesDefinition } from "./times";

export const compareFigures: readonly CompareFigureDefinition[] = [
  compareTimesDefinition,
  compareEffectsDefinition,
  compareSubgroupsDefinition,
  compareBalanceDefinition,
  compareSideEffectsDefinition,
];

export const compareFigureById = (id: string): CompareFigureDefinition | null =>
  compareFigures.find((figure) => figure.id === id) ?? null;

export const compareFigureIds: readonly CompareFigureId[] = compareFigures.map((figure) => figure.id);
