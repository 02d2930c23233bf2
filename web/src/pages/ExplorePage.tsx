// A page of figures, before it has a state: asks which datasets and releases there are, and says what is wrong when there
// are none, when the server does not answer, or when the address names what does not exist.
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import { isSynthetic, type FigurePage } from "@afterglow/shared";
import { Link } from "react-router";
import { datasetsQuestion, type DatasetListed } from "../cohort/questions";
import { useExplore } from "../cohort/useExplore";
import { figurePages } from "../shell/figurePages";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";
import { ExploreView } from "./ExploreView";

export function ExplorePage({ page }: { page: FigurePage }) {
  const { title } = figurePages[page];
  const { data, error, refetch } = useQuery(datasetsQuestion, { notifyOnNetworkStatusChange: true });
  if (data !== undefined) return <ReadExplore page={page} datasets={data.datasets} />;
  return (
    <Shell title={title} synthetic={false}>
      <h1 className="sentence">{title}</h1>
      {error === undefined ? (
        <Skeleton height={320} mt={20} animate={false} aria-label="Loading" />
      ) : (
        <Trouble
          title="The page has no data."
          text={troubleText(error)}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      )}
    </Shell>
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
    const { place, rule } = explore.trouble;
    return (
      <Shell title={title} synthetic={datasets.some((d) => isSynthetic(d.kind))}>
        <h1 className="sentence">This address cannot be read</h1>
        <Trouble title={`${place}:`} text={rule}>
          <p>
            <Link to={path}>Start anew</Link> with the first dataset and all patients, or go back.
          </p>
        </Trouble>
      </Shell>
    );
  }
  return <ExploreView page={page} explore={explore} datasets={datasets} />;
}
