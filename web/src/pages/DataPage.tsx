// What this server holds: datasets, their releases, licence and citation, and the dictionary of what is in them. For a
// steward also what brings them in and publishes them.
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "@mantine/core";
import { isSynthetic } from "@afterglow/shared";
import { Link, useNavigate, useSearchParams } from "react-router";
import { usePerson } from "../account/person";
import { datasetsQuestion, type DatasetListed } from "../cohort/questions";
import { StewardCards } from "../data/StewardCards";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";
import { DataDictionary } from "./DataDictionary";
import { latestOf, ReleasesCard } from "./ReleasesCard";

const sections = [
  { id: "releases", label: "Releases" },
  { id: "import", label: "Import", steward: true },
  { id: "receipts", label: "Receipts", steward: true },
  { id: "quality", label: "Quality", steward: true },
  { id: "publish", label: "Publish", steward: true },
  { id: "origin", label: "Licence and citation" },
  { id: "dictionary", label: "Data dictionary" },
] as const;

export function DataPage() {
  const { data, error, refetch } = useQuery(datasetsQuestion, { notifyOnNetworkStatusChange: true });
  const [search] = useSearchParams();
  const navigate = useNavigate();
  // Only for those who may, and only when that is known: whoever may not would be refused at each look.
  const maySteward = usePerson()?.rights.includes("IMPORT") ?? false;
  const datasets = data?.datasets ?? [];
  const named = search.get("dataset");
  const isNew = maySteward && (search.has("new") || (data !== undefined && datasets.length === 0));
  const shown = named === null ? datasets[0] : datasets.find((d) => d.name === named);
  const dataset = isNew ? undefined : shown;
  const changed = async (name: string) => {
    await refetch();
    if (name !== dataset?.name) await navigate(`/data?dataset=${encodeURIComponent(name)}`);
  };
  return (
    <Shell
      title="Data"
      synthetic={dataset !== undefined && isSynthetic(dataset.kind)}
      panelLabel="Datasets"
      panel={<DatasetList datasets={datasets} chosen={dataset?.name ?? null} maySteward={maySteward} />}
    >
      {dataset !== undefined ? (
        <DatasetView dataset={dataset} onChanged={maySteward ? changed : null} />
      ) : isNew ? (
        <>
          <h1 className="sentence">New dataset</h1>
          <div className="stack">
            <StewardCards dataset={null} nextRelease={1} onChanged={changed} />
          </div>
        </>
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

interface ListProps {
  readonly datasets: readonly DatasetListed[];
  readonly chosen: string | null;
  readonly maySteward: boolean;
}

function DatasetList({ datasets, chosen, maySteward }: ListProps) {
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
      {maySteward && (
        <Button component={Link} to="/data?new" variant="default" size="xs" className="new-dataset">
          New dataset
        </Button>
      )}
      {chosen !== null && (
        <nav className="side-list" aria-label="On this page">
          <h3>On this page</h3>
          {sections
            .filter((each) => maySteward || !("steward" in each))
            .map(({ id, label }) => (
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

interface ViewProps {
  readonly dataset: DatasetListed;
  /** Of a steward. */
  readonly onChanged: ((dataset: string) => Promise<unknown>) | null;
}

function DatasetView({ dataset, onChanged }: ViewProps) {
  return (
    <>
      <h1 className="sentence">
        <strong>{dataset.title}</strong>
        {isSynthetic(dataset.kind) && !saysSynthetic(dataset) ? ", a synthetic registry" : ""}
      </h1>
      <div className="stack">
        <ReleasesCard dataset={dataset} />
        {onChanged !== null && (
          <StewardCards
            key={dataset.name}
            dataset={dataset}
            nextRelease={(latestOf(dataset)?.number ?? 0) + 1}
            onChanged={onChanged}
          />
        )}
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
