/** Every figure, page by page. The figure addresses and the Methods page loop over this list and know no other. */
import type { FigureDefinition, FigureId } from "./definition";
import { exploreFigures } from "./exploreFigures";
import { questionFigures } from "./questionFigures";

export const figures: readonly FigureDefinition[] = [...exploreFigures, ...questionFigures];

export const figureById = (id: string): FigureDefinition | null =>
  figures.find((figure) => figure.id === id) ?? null;

export const figureIds: readonly FigureId[] = figures.map((figure) => figure.id);
