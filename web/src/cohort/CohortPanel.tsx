// The cohort panel: each dimension a group of categories with live counts. It holds no choice itself: it shows the
// address and asks for another.
import { UnstyledButton } from "@mantine/core";
import {
  dimensions,
  everyone,
  type Cohort,
  type DimensionChoices,
  type DimensionName,
  type DisclosureSummary,
} from "@afterglow/shared";
import { useMemo } from "react";
import { isFiltered } from "./choose";
import { DimensionGroup } from "./DimensionGroup";

export interface CohortPanelProps {
  readonly cohort: Cohort;
  readonly choices: readonly DimensionChoices[];
  readonly disclosure: DisclosureSummary;
  readonly open: readonly DimensionName[];
  readonly onOpen: (name: DimensionName, open: boolean) => void;
  readonly onChange: (cohort: Cohort) => void;
  /** The counts of another cohort are still shown. */
  readonly stale: boolean;
}

export function CohortPanel({
  cohort,
  choices,
  disclosure,
  open,
  onOpen,
  onChange,
  stale,
}: CohortPanelProps) {
  const filtered = dimensions.some(({ name }) => isFiltered(cohort, name));
  const largest = useMemo(() => largestCount(choices), [choices]);
  return (
    <div className={stale ? "fades stale" : "fades"} aria-busy={stale}>
      <div className="panel-head">
        <h2>Cohort</h2>
        {filtered && (
          <UnstyledButton className="clear" onClick={() => onChange(everyone)}>
            Clear all
          </UnstyledButton>
        )}
      </div>
      <p className="panel-note">
        Patients in each category, given the other choices.
        {disclosure.roundedTo > 1 && ` Counts to the nearest ${disclosure.roundedTo}.`}
      </p>
      {dimensions.map((dimension) => (
        <DimensionGroup
          key={dimension.name}
          dimension={dimension}
          choices={choices.find((c) => c.dimension === dimension.name)?.choices ?? []}
          cohort={cohort}
          smallest={disclosure.smallestCount}
          largest={largest}
          open={open.includes(dimension.name)}
          onOpen={onOpen}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

const largestCount = (choices: readonly DimensionChoices[]): number =>
  Math.max(1, ...choices.flatMap((d) => d.choices.map((c) => c.patients.value ?? 0)));

/** How many dimensions narrow the cohort. */
export const filterCount = (cohort: Cohort): number =>
  dimensions.filter(({ name }) => isFiltered(cohort, name)).length;

/** All groups are open at first: what can be chosen is to be seen. */
export const allGroups: readonly DimensionName[] = dimensions.map(({ name }) => name);
