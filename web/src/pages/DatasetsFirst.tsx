// What a page of figures does before it has a state: asks which datasets and releases there are, and says what is wrong
// when the server does not answer, or when the address names what does not exist.
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import { isSynthetic, type InvalidChoice } from "@afterglow/shared";
import { useDeferredValue, type ReactNode } from "react";
import { Link } from "react-router";
import { datasetsQuestion, type DatasetListed } from "../cohort/questions";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";

interface Props {
  readonly title: string;
  readonly children: (datasets: readonly DatasetListed[]) => ReactNode;
}

export function DatasetsFirst({ title, children }: Props) {
  const { data, error, refetch } = useQuery(datasetsQuestion, { notifyOnNetworkStatusChange: true });
  // A page is much to show at once: what is clicked meanwhile goes first.
  const datasets = useDeferredValue(data?.datasets);
  if (datasets !== undefined) return children(datasets);
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

interface UnreadableProps {
  readonly title: string;
  readonly trouble: InvalidChoice;
  readonly datasets: readonly DatasetListed[];
  /** Where one starts anew, and with what. */
  readonly path: string;
  readonly anew: string;
}

export function UnreadableAddress({ title, trouble, datasets, path, anew }: UnreadableProps) {
  return (
    <Shell title={title} synthetic={datasets.some((d) => isSynthetic(d.kind))}>
      <h1 className="sentence">This address cannot be read</h1>
      <Trouble title={`${trouble.place}:`} text={trouble.rule}>
        <p>
          <Link to={path}>Start anew</Link> {anew}, or go back.
        </p>
      </Trouble>
    </Shell>
  );
}
