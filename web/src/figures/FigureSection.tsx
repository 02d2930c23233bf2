// One section of a page of figures: asks, and shows the card with the options that this figure has.
import type { Figure, FigureDefinition } from "@afterglow/shared";
import { useEffect } from "react";
import { Link } from "react-router";
import { compareAddress } from "../cohort/compareAddress";
import type { Explore } from "../cohort/useExplore";
import { FigureCard } from "./FigureCard";
import { figureOptions } from "./figureOptions";
import { useFigure } from "./useFigure";

interface Props {
  readonly definition: FigureDefinition;
  readonly explore: Explore;
  readonly highlight: string | null;
  /** Told of each figure that comes to be on show. */
  readonly onFigure?: (figure: Figure) => void;
}

export function FigureSection({ definition, explore, highlight, onFigure }: Props) {
  const { state, release, pinned, link } = explore;
  const question = useFigure(definition, state, release.id);
  const figure = question.shown?.figure ?? null;
  useEffect(() => {
    if (figure !== null) onFigure?.(figure);
  }, [figure, onFigure]);
  const { head, below } = figureOptions(definition.id, explore, figure?.key ?? []);
  const pins = definition.compared?.(state) ?? [];
  return (
    <FigureCard
      definition={definition}
      question={question}
      pinned={pinned}
      link={link}
      highlight={highlight}
      headOptions={head}
      options={
        pins.length < 2 ? (
          below
        ) : (
          <>
            {below}
            <Link to={compareAddress({ ...state, pins }, release.measures)}>Compare them, adjusted</Link>
          </>
        )
      }
    />
  );
}
