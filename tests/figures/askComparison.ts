// Builds each figure of a comparison from its made-up answer, as the page and the figure addresses build it.
import {
  answeredComparison,
  compareFigureById,
  type CompareFigureId,
  type CompareState,
  type ComparisonProvenance,
  type Figure,
} from "@afterglow/shared";
import { compareState, comparison } from "./compareAnswers";
import { compareResults } from "./compareVisitAnswers";

export function comparedFigure(
  id: CompareFigureId,
  state: CompareState = compareState(),
  result: object = compareResults[id],
  from: ComparisonProvenance = comparison,
): Figure {
  const definition = compareFigureById(id);
  if (definition === null) throw new Error("Unknown figure");
  return answeredComparison(definition, { comparison: { ...from, ...result } }, state);
}
export const readingOf = (figure: Figure): string => figure.reading.map(({ text }) => text).join("");
