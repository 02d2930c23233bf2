// One section of the Compare page: asks, and shows the card with the options that this figure has.
import type { CompareFigureDefinition } from "@afterglow/shared";
import { FigureCard } from "../figures/FigureCard";
import { useComparedFigure } from "../figures/useFigure";
import { compareOptions } from "./compareOptions";
import type { Compare } from "./useCompare";

interface Props {
  readonly definition: CompareFigureDefinition;
  readonly compare: Compare;
}

export function CompareSection({ definition, compare }: Props) {
  const { state, release, pinned, link } = compare;
  const question = useComparedFigure(definition, state, release.id);
  const { head, below } = compareOptions(definition.id, compare);
  return (
    <FigureCard
      definition={definition}
      question={question}
      pinned={pinned}
      link={link}
      highlight={null}
      warned
      headOptions={head}
      options={below}
    />
  );
}
