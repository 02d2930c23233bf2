// Compare with its state: source, cohorts, what limits the results, outcome and adjustment, and the figures.
import { gql, type OperationVariables, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { Title } from "@mantine/core";
import {
  asApplied,
  compareBalanceDefinition,
  comparedInCommon,
  comparedMaintenance,
  compareFigures,
  comparisonWarnings,
  compareTimesDefinition,
  defaultOutcome,
  isSynthetic,
  type Balance,
  type CompareFigureDefinition,
  type CompareState,
  type ComparedTimes,
  type ComparisonAnswer,
} from "@afterglow/shared";
import { memo } from "react";
import type { DatasetListed } from "../cohort/questions";
import { AdjustField, adjustText } from "../compare/AdjustField";
import { CohortCards } from "../compare/CohortCards";
import { CompareSection } from "../compare/CompareSection";
import { CompareWarnings } from "../compare/CompareWarnings";
import { DownloadAll } from "../compare/DownloadAll";
import { NothingToCompare } from "../compare/NothingToCompare";
import type { Compare } from "../compare/useCompare";
import { useLast } from "../figures/useFigure";
import { Shell } from "../shell/Shell";
import { useScreen } from "../shell/useScreen";
import { OutcomeBar } from "./OutcomeBar";
import { SourceBar } from "./SourceBar";

interface Props {
  readonly compare: Compare;
  readonly datasets: readonly DatasetListed[];
}

export function CompareView({ compare, datasets }: Props) {
  const { state, dataset, release, link, pinned, change } = compare;
  const { narrow } = useScreen();
  const ready = canCompare(compare);
  const { shown, times, stale } = useAnswers(compare, ready);
  const applied = asApplied(state.cohorts, { cohorts: stale ? [] : (shown?.cohorts ?? []) });
  const common = comparedInCommon(applied.map(({ cohort }) => cohort));
  // Another dataset has other patients and measures: only its own beginning is sure to exist there.
  const toDataset = (name: string) => {
    const measures = datasets.find((d) => d.name === name)?.releases.flatMap((r) => r.measures) ?? [];
    change({ dataset: name, release: null, cohorts: [], outcome: defaultOutcome(measures) });
  };
  return (
    <Shell title="Compare" synthetic={isSynthetic(dataset.kind)}>
      <div className="compare">
        <SourceBar
          {...{ dataset, release, datasets, link }}
          disclosure={shown?.disclosure ?? null}
          onDataset={toDataset}
          onRelease={(number) => change({ dataset: dataset.name, release: number })}
          action={ready && <DownloadAll pinned={pinned} />}
        />
        <Title order={1} className="sentence">
          {state.cohorts.length === 0 ? (
            "Compare cohorts"
          ) : (
            <>
              <strong>{common.cohorts}</strong>
              {common.words}
            </>
          )}
        </Title>
        {state.cohorts.length > 0 && (
          <CohortCards
            compare={compare}
            cohorts={shown?.cohorts ?? []}
            pairs={shown?.balance.pairs ?? []}
            smallest={shown?.disclosure.smallestCount ?? null}
            stale={stale}
          />
        )}
        {ready ? (
          <>
            {shown !== null && !stale && (
              <CompareWarnings
                warnings={comparisonWarnings(shown, shown.balance.pairs, times?.balance ?? [], {
                  ...state,
                  cohorts: applied,
                })}
              />
            )}
            <OutcomeBar
              outcome={state.outcome}
              measures={release.measures}
              narrow={narrow}
              rules={comparedMaintenance}
              onChange={(outcome) => change({ outcome })}
              more={{
                label: "Adjusted for",
                text: adjustText(state),
                field: <AdjustField state={state} onChange={change} />,
              }}
            />
            <CompareSections compare={compare} />
          </>
        ) : (
          <NothingToCompare compare={compare} />
        )}
      </div>
    </Shell>
  );
}

const canCompare = ({ state }: Compare): boolean => state.cohorts.length > 1;

const CompareSections = memo(function CompareSections({ compare }: Pick<Props, "compare">) {
  return (
    <div className="cards">
      {compareFigures.map((definition) => (
        <CompareSection key={definition.id} definition={definition} compare={compare} />
      ))}
    </div>
  );
});

/** Cards and warnings rest on what two of the figures ask; the same question is asked once. */
function useAnswers({ state, release }: Compare, ready: boolean) {
  const balance = useAnswer<{ readonly balance: Balance }>(
    compareBalanceDefinition,
    state,
    release.id,
    ready,
  );
  const times = useAnswer<{ readonly times: ComparedTimes }>(
    compareTimesDefinition,
    state,
    release.id,
    ready,
  );
  return { shown: useLast(balance), times: times?.times ?? null, stale: balance === null };
}

function useAnswer<Result>(
  definition: CompareFigureDefinition<Result>,
  state: CompareState,
  releaseId: string,
  ready: boolean,
) {
  const document: TypedDocumentNode<ComparisonAnswer<Result>, OperationVariables> = gql(definition.document);
  const variables = definition.variables(state, releaseId);
  const { data } = useQuery(document, { variables, skip: !ready });
  return data?.comparison ?? null;
}
