// What this server holds: datasets, their releases, licence and citation, and the dictionary of what is in them.
import { useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import { isSynthetic } from "@afterglow/shared";
import { Link, useSearchParams } from "react-router";
import { datasetsQuestion, type DatasetListed } from "../cohort/questions";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";
import { DataDictionary } from "./DataDictionary";
import { latestOf, ReleasesCard } from "./ReleasesCard";

const sections = [
  { id: "releases", label: "Releases" },
  { id: "origin", label: "Licence and citation" },
  { id: "dictionary", label: "Data dictionary" },
] as const;

export function DataPage() {
  const { data, error, refetch } = useQuery(datasetsQuestion, { notifyOnNetworkStatusChange: true });
  const [search] = useSearchParams();
  const datasets = data?.datasets ?? [];
  const named = search.get("dataset");
  const dataset = named === null ? datasets[0] : datasets.find((d) => d.name === named);
  return (
    <Shell
      title="Data"
      synthetic={dataset !== undefined && isSynthetic(dataset.kind)}
      panelLabel="Datasets"
      panel={<DatasetList datasets={datasets} chosen={dataset?.name ?? null} />}
    >
      {dataset !== undefined ? (
        <DatasetView dataset={dataset} />
      ) : (
        <>
          <h1 className="sentence">Data</h1>
          {error !== undefined ? (
            <Trouble
              title="The datasets cannot be listed."
              text={troubleText(error)}
              onRetry={() => void refetch().catch(() => undefined)}
            />
          ) : data === undefined ? (
            <Skeleton height={280} mt={20} animate={false} aria-label="Loading" />
          ) : named !== null ? (
            <Trouble
              title="No such dataset."
              text="The address names a dataset that this server does not hold."
            >
              <Link to="/data">All datasets</Link>
            </Trouble>
          ) : (
            <p className="lead">Nothing has been brought in yet.</p>
          )}
        </>
      )}
    </Shell>
  );
}

function DatasetList({ datasets, chosen }: { datasets: readonly DatasetListed[]; chosen: string | null }) {
  return (
    <>
      <div className="panel-head">
        <h2>Datasets</h2>
      </div>
      <p className="panel-note">What this server holds.</p>
      <nav aria-label="Datasets">
        {datasets.map((dataset) => (
          <Link
            key={dataset.name}
            className="dataset"
            to={`/data?dataset=${encodeURIComponent(dataset.name)}`}
            aria-current={dataset.name === chosen ? "page" : undefined}
          >
            <b>{dataset.title}</b>
            {isSynthetic(dataset.kind) && !saysSynthetic(dataset) && <i className="tag">synthetic</i>}
            <span>{latestText(dataset)}</span>
          </Link>
        ))}
      </nav>
      {chosen !== null && (
        <nav className="side-list" aria-label="On this page">
          <h3>On this page</h3>
          {sections.map(({ id, label }) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
      )}
    </>
  );
}

/** Said by the title already, it need not be said again beside it. */
const saysSynthetic = ({ title }: DatasetListed): boolean => /synthetic/i.test(title);

function latestText(dataset: DatasetListed): string {
  const latest = latestOf(dataset);
  if (latest === undefined) return "Not published yet";
  const { value } = latest.patients;
  return `Release ${latest.number}${value === null ? "" : `, ${value.toLocaleString("en-GB")} patients`}`;
}

function DatasetView({ dataset }: { dataset: DatasetListed }) {
  return (
    <>
      <h1 className="sentence">
        <strong>{dataset.title}</strong>
        {isSynthetic(dataset.kind) && !saysSynthetic(dataset) ? ", a synthetic registry" : ""}
      </h1>
      <div className="stack">
        <ReleasesCard dataset={dataset} />
        <section className="card" id="origin" aria-labelledby="origin-title">
          <h2 id="origin-title">Licence and citation</h2>
          <dl className="terms">
            <dt>Kind</dt>
            <dd>{dataset.kind.charAt(0) + dataset.kind.slice(1).toLowerCase()}</dd>
            <dt>Licence</dt>
            <dd>{dataset.licence}</dd>
            <dt>Citation</dt>
            <dd>{dataset.citation}</dd>
            {dataset.sourceNote !== null && dataset.sourceNote !== "" && (
              <>
                <dt>About the source</dt>
                <dd>{dataset.sourceNote}</dd>
              </>
            )}
          </dl>
        </section>
        <DataDictionary />
      </div>
    </>
  );
}
