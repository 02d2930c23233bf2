// A page of figures, before it has a state.
import type { FigurePage } from "@afterglow/shared";
import type { DatasetListed } from "../cohort/questions";
import { useExplore } from "../cohort/useExplore";
import { figurePages } from "../shell/figurePages";
import { DatasetsFirst, UnreadableAddress } from "./DatasetsFirst";
import { ExploreView } from "./ExploreView";

export function ExplorePage({ page }: { page: FigurePage }) {
  return (
    <DatasetsFirst title={figurePages[page].title}>
      {(datasets) => <ReadExplore page={page} datasets={datasets} />}
    </DatasetsFirst>
  );
}

interface Props {
  readonly page: FigurePage;
  readonly datasets: readonly DatasetListed[];
}

function ReadExplore({ page, datasets }: Props) {
  const { title, path } = figurePages[page];
  const explore = useExplore(datasets);
  if ("trouble" in explore) {
    const anew = "with the first dataset and all patients";
    return <UnreadableAddress {...{ title, path, anew, datasets }} trouble={explore.trouble} />;
  }
  return <ExploreView page={page} explore={explore} datasets={datasets} />;
}
