// A page of figures with its state: cohort panel, headline, outcome, key, and the figures of the page.
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Skeleton } from "@mantine/core";
import {
  cohortSentence,
  defaultOutcome,
  everyone,
  isSynthetic,
  type Cohort,
  type Figure,
  type FigureKeyEntry,
} from "@afterglow/shared";
import { useCallback, useDeferredValue, useState } from "react";
import { CohortDrawer } from "../cohort/CohortDrawer";
import { CohortHeadline } from "../cohort/CohortHeadline";
import { CohortPanel, filterCount } from "../cohort/CohortPanel";
import { PinButton } from "../cohort/PinButton";
import { PinnedList } from "../cohort/PinnedList";
import { cohortQuestion, cohortVariablesOf, type DatasetListed } from "../cohort/questions";
import type { Explore } from "../cohort/useExplore";
import { useOpenGroups } from "../cohort/useOpenGroups";
import { FigureKey } from "../figures/FigureKey";
import { useLast } from "../figures/useFigure";
import { BudgetSpent, isBudgetSpent } from "../shell/BudgetSpent";
import { figurePages } from "../shell/figurePages";
import { Shell } from "../shell/Shell";
import { Trouble, troubleText } from "../shell/Trouble";
import { useScreen } from "../shell/useScreen";
import { AllHidden } from "./AllHidden";
import { CohortButton } from "./CohortButton";
import { FigureSections } from "./FigureSections";
import type { PageContent } from "./FiguresPage";
import { GroupByField, groupByText } from "./GroupByField";
import { OutcomeBar } from "./OutcomeBar";
import { SourceBar } from "./SourceBar";

interface Props {
  readonly content: PageContent;
  readonly explore: Explore;
  readonly datasets: readonly DatasetListed[];
}

export function ExploreView({ content, explore, datasets }: Props) {
  const { page, figures, keyFigure, index } = content;
  const { state, dataset, release, change } = explore;
  const { wide, narrow } = useScreen();
  const [drawer, setDrawer] = useState(false);
  const groups = useOpenGroups(() => setDrawer(!wide));
  const [key, setKey] = useState<readonly FigureKeyEntry[]>([]);
  const showKey = useCallback(
    (figure: Figure) => setKey(figure.key.filter(({ code }) => code !== "ALL")),
    [],
  );
  const [highlight, setHighlight] = useState<string | null>(null);
  const variables = cohortVariablesOf(release.id, state.cohort);
  const client = useApolloClient();
  const { data, error } = useQuery(cohortQuestion, { variables, notifyOnNetworkStatusChange: true });
  const newest = useLast(data?.cohort ?? null);
  const answer = useDeferredValue(newest);
  const stale = data === undefined || answer !== newest;
  const spent = isBudgetSpent(error);
  const onCohort = (cohort: Cohort) => change({ cohort });
  // Another dataset has other patients and measures: only its own beginning is sure to exist there.
  const toDataset = (name: string) => {
    const measures = datasets.find((d) => d.name === name)?.releases.flatMap((r) => r.measures) ?? [];
    const outcome = defaultOutcome(measures);
    change({ dataset: name, release: null, cohort: everyone, outcome, pins: [], edit: null });
  };

  const panel =
    answer === null
      ? null
      : {
          cohort: state.cohort,
          choices: answer.choices,
          disclosure: answer.disclosure,
          open: groups.open,
          onOpen: groups.onOpen,
          onChange: onCohort,
          stale,
        };
  return (
    <Shell
      title={figurePages[page].title}
      synthetic={isSynthetic(dataset.kind)}
      panelLabel="Cohort"
      panel={
        wide && !(spent && panel === null) ? (
          panel === null ? (
            <PanelWaiting />
          ) : (
            <CohortPanel {...panel} />
          )
        ) : undefined
      }
    >
      <SourceBar
        {...{ dataset, release, datasets }}
        link={explore.wholeLink}
        disclosure={answer?.disclosure ?? null}
        onDataset={toDataset}
        onRelease={(number) => change({ dataset: dataset.name, release: number })}
        action={<PinButton explore={explore} />}
      />
      {spent ? (
        <h1 className="sentence">{cohortSentence(state.cohort)}</h1>
      ) : (
        <CohortHeadline cohort={state.cohort} answer={answer} stale={stale} onClause={groups.show} />
      )}
      <PinnedList explore={explore} />
      {error !== undefined && !spent && (
        <Trouble
          title="The cohort could not be counted."
          text={troubleText(error)}
          onRetry={() => void client.refetchQueries({ include: "active" }).catch(() => undefined)}
        />
      )}
      {!wide && <CohortButton filters={filterCount(state.cohort)} onOpen={() => setDrawer(true)} />}
      {!wide && panel !== null && answer !== null && (
        <CohortDrawer
          {...panel}
          opened={drawer}
          onClose={() => setDrawer(false)}
          narrow={narrow}
          patients={answer.patients}
        />
      )}
      <OutcomeBar
        outcome={state.outcome}
        measures={release.measures}
        narrow={narrow}
        onChange={(outcome) => change({ outcome })}
        more={{
          label: "Grouped by",
          text: groupByText(state.by),
          field: <GroupByField by={state.by} onChange={(by) => change({ by })} />,
        }}
      />
      {spent ? (
        <BudgetSpent error={error} />
      ) : answer?.patients.hidden != null && !stale ? (
        <AllHidden disclosure={answer.disclosure} onClear={() => onCohort(everyone)} />
      ) : (
        <>
          {index}
          <FigureKey
            entries={state.by === null ? [] : key}
            highlight={highlight}
            onHighlight={setHighlight}
          />
          <FigureSections {...{ figures, keyFigure, highlight, explore }} onKeyFigure={showKey} />
        </>
      )}
    </Shell>
  );
}

function PanelWaiting() {
  return (
    <div className="waiting" aria-label="Loading">
      <Skeleton height={18} width="40%" animate={false} />
      <Skeleton height={260} animate={false} />
      <Skeleton height={180} animate={false} />
    </div>
  );
}
