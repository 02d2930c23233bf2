// A figure on the page, top to bottom: title and definition, reading in words, options, the plots or their table, notes.
import { Skeleton } from "@mantine/core";
import {
  dimensions,
  type CompareFigureDefinition,
  type FigureDefinition,
  type Figure as FigureOf,
} from "@afterglow/shared";
import { lazy, memo, Suspense, useId, useState, type ReactNode } from "react";
import { Segments } from "../shell/Segments";
import { isBudgetSpent } from "../shell/BudgetSpent";
import { Trouble, troubleText } from "../shell/Trouble";
import { useScreen } from "../shell/useScreen";
import { DownloadMenu } from "./DownloadMenu";
import { FigureNotes } from "./FigureNotes";
import { FigureTable } from "./FigureTable";
import { GridTable } from "./GridTable";
import type { FigureQuestion } from "./useFigure";

interface Props {
  readonly definition: FigureDefinition | CompareFigureDefinition;
  readonly question: FigureQuestion;
  /** The state as the query string of the files, and as a link to the page. */
  readonly pinned: string;
  readonly link: string;
  readonly highlight: string | null;
  /** The page says over all cards what would mislead in this one. */
  readonly warned?: boolean;
  /** Options beside the title, and those that change the estimate, under the reading. */
  readonly headOptions: ReactNode;
  readonly options: ReactNode;
}

// Chart.js comes beside the rest, while the numbers are being asked for: the words of the page need not wait for it.
const drawing = import("./Figure");
const Figure = lazy(async () => ({ default: (await drawing).Figure }));

const shortNames = new Map(
  dimensions
    .flatMap(({ categories }) =>
      (categories ?? []).map(({ label, short }): [string, string] => [label, short]),
    )
    .concat([["All patients", "All"]]),
);

const views = [
  { value: "figure", label: "Figure" },
  { value: "table", label: "Table" },
] as const;

export function FigureCard(props: Props) {
  const { definition, question, pinned, link, highlight, warned = false, headOptions, options } = props;
  const [view, setView] = useState<"figure" | "table">("figure");
  const heading = useId();
  const { shown, stale, error, retry, variables } = question;
  const figure = shown?.figure ?? null;
  // The baseline table is drawn in files alone: on the page it is a table.
  const drawable = definition.id !== "baseline";
  // What is set as a table already is read better than the rows of a file.
  const switches = drawable && figure?.charts.every(({ grid }) => grid !== undefined) !== true;
  const { narrow } = useScreen();
  return (
    <article
      className={definition.width === "half" ? "card" : "card card-wide"}
      id={definition.id}
      aria-labelledby={heading}
      aria-busy={stale && error === undefined}
    >
      <div className="card-top">
        <div className="card-head">
          <div>
            <h2 id={heading}>{figure?.title ?? definition.title}</h2>
            {figure !== null && <p className="definition">{figure.definition}</p>}
          </div>
          <div className="card-actions">
            {!narrow && headOptions}
            {switches && (
              <Segments
                label={`${definition.title}: figure or table`}
                value={view}
                choices={views}
                onChange={setView}
              />
            )}
            {shown !== null && (
              <DownloadMenu
                definition={definition}
                variables={variables}
                pinned={pinned}
                link={link}
                provenance={shown.provenance}
              />
            )}
          </div>
        </div>
        {error !== undefined && <CardTrouble error={error} retry={retry} />}
      </div>
      {figure === null ? (
        error === undefined && <Waiting />
      ) : (
        <div className={stale ? "card-body fades stale" : "card-body fades"}>
          <div>
            {figure.warning !== undefined && !warned && (
              <p className="caution" role="note">
                <b>Caution</b> {figure.warning}
              </p>
            )}
            <p className="reading">
              {figure.reading.map(({ text, strong }, at) =>
                strong === true ? <b key={at}>{text}</b> : text,
              )}
            </p>
          </div>
          <div className="card-options">
            {narrow && headOptions}
            {options}
          </div>
          {(view === "figure" || !switches) && drawable ? (
            <Plots figure={figure} highlight={highlight} />
          ) : (
            <FigureTable
              title={figure.title}
              table={figure.table}
              tall={!drawable}
              short={drawable ? undefined : shortNames}
            />
          )}
          <FigureNotes notes={figure.notes} statistics={definition.statistics} />
        </div>
      )}
    </article>
  );
}

function CardTrouble({ error, retry }: { error: unknown; retry: () => void }) {
  if (isBudgetSpent(error)) return <p className="reading">{troubleText(error)}</p>;
  return <Trouble title="This figure could not be made." text={troubleText(error)} onRetry={retry} />;
}

const Plots = memo(function Plots({ figure, highlight }: { figure: FigureOf; highlight: string | null }) {
  return (
    <div className="plots">
      {figure.charts.map((chart) => (
        <section key={chart.id} style={{ gridColumn: `span ${chart.columns}` }}>
          {chart.title !== "" && <h3>{chart.title}</h3>}
          {chart.grid === undefined ? (
            <Suspense fallback={<div className="plot waiting" style={{ height: chart.height(600) }} />}>
              <Figure chart={chart} highlight={highlight} />
            </Suspense>
          ) : (
            <GridTable title={chart.title === "" ? figure.title : chart.title} grid={chart.grid} />
          )}
        </section>
      ))}
    </div>
  );
});

/** Keeps the place of what is under way. */
function Waiting() {
  return (
    <div className="waiting">
      <Skeleton height={18} width="70%" animate={false} />
      <Skeleton height={280} animate={false} />
      <Skeleton height={14} width="90%" animate={false} />
    </div>
  );
}
