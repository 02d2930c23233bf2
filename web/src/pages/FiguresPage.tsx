// A page of figures, before it has a state.
import type { FigureDefinition, FigureId } from "@afterglow/shared";
import type { ReactNode } from "react";
import type { DatasetListed } from "../cohort/questions";
import { useExplore } from "../cohort/useExplore";
import { figurePages, type FigurePage } from "../shell/figurePages";
import { DatasetsFirst, UnreadableAddress } from "./DatasetsFirst";
import { ExploreView } from "./ExploreView";

/** What a page of figures has of its own. */
export interface PageContent {
  readonly page: FigurePage;
  readonly figures: readonly FigureDefinition[];
  /** The figure whose groups make the page's key. */
  readonly keyFigure: FigureId;
  /** Stands over the figures. */
  readonly index?: ReactNode;
}

export function FiguresPage(content: PageContent) {
  return (
    <DatasetsFirst title={figurePages[content.page].title}>
      {(datasets) => <ReadExplore content={content} datasets={datasets} />}
    </DatasetsFirst>
  );
}

interface Props {
  readonly content: PageContent;
  readonly datasets: readonly DatasetListed[];
}

function ReadExplore({ content, datasets }: Props) {
  const { title, path } = figurePages[content.page];
  const explore = useExplore(datasets);
  if ("trouble" in explore) {
    const anew = "with the first dataset and all patients";
    return <UnreadableAddress {...{ title, path, anew, datasets }} trouble={explore.trouble} />;
  }
  return <ExploreView content={content} explore={explore} datasets={datasets} />;
}
