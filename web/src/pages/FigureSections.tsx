// The figures of a page, in their order.
import type { Figure, FigureDefinition, FigureId } from "@afterglow/shared";
import { memo } from "react";
import type { Explore } from "../cohort/useExplore";
import { FigureSection } from "../figures/FigureSection";

interface Props {
  readonly figures: readonly FigureDefinition[];
  readonly explore: Explore;
  readonly highlight: string | null;
  readonly keyFigure: FigureId;
  /** Told of each figure of that name that comes to be on show. */
  readonly onKeyFigure: (figure: Figure) => void;
}

/** Not shown anew while only something beside them changes. */
export const FigureSections = memo(function FigureSections(props: Props) {
  const { figures, explore, highlight, keyFigure, onKeyFigure } = props;
  return (
    <div className="cards">
      {figures.map((definition) => (
        <FigureSection
          key={definition.id}
          definition={definition}
          explore={explore}
          highlight={highlight}
          onFigure={definition.id === keyFigure ? onKeyFigure : undefined}
        />
      ))}
    </div>
  );
});
