// The front page, before it has a state: asks which datasets and releases there are, and says what is wrong when there
// are none, when the server does not answer, or when the address names what does not exist.
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import { isSynthetic } from "@afterglow/shared";
import { Link } from "react-router";
import { datasetsQuestion, type DatasetListed } from "../cohort/questions";
import { useExplore } from "../cohort/useExplore";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";
import { ExploreView } from "./ExploreView";

export function ExplorePage() {
  const { data, error, refetch } = useQuery(datasetsQuestion, { notifyOnNetworkStatusChange: true });
  if (data !== undefined) return <ReadExplore datasets={data.datasets} />;
  return (
    <Shell title="Explore" synthetic={false}>
      <h1 className="sentence">Explore</h1>
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

function ReadExplore({ datasets }: { datasets: readonly DatasetListed[] }) {
  const explore = useExplore(datasets);
  if ("trouble" in explore) {
    const { place, rule } = explore.trouble;
    return (
      <Shell title="Explore" synthetic={datasets.some((d) => isSynthetic(d.kind))}>
        <h1 className="sentence">This address cannot be read</h1>
        <Trouble title={`${place}:`} text={rule}>
          <p>
            <Link to="/">Start anew</Link> with the first dataset and all patients, or go back.
          </p>
        </Trouble>
      </Shell>
    );
  }
  return <ExploreView explore={explore} datasets={datasets} />;
}
