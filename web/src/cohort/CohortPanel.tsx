// The cohort panel: each dimension a group of categories with live counts. It holds no choice itself: it shows the
// address and asks for another.
import { Accordion, UnstyledButton } from "@mantine/core";
import {
  dimensions,
  everyone,
  type Cohort,
  type DimensionChoices,
  type DisclosureSummary,
} from "@afterglow/shared";
import { useMemo } from "react";
import { isFiltered } from "./choose";
import { DimensionGroup, PANEL_ID } from "./DimensionGroup";

export interface CohortPanelProps {
  readonly cohort: Cohort;
  readonly choices: readonly DimensionChoices[];
  readonly disclosure: DisclosureSummary;
  readonly open: readonly string[];
  readonly onOpen: (names: string[]) => void;
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
    <div className={stale ? "stale" : undefined} aria-busy={stale}>
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
      <Accordion
        id={PANEL_ID}
        multiple
        order={3}
        value={[...open]}
        onChange={onOpen}
        transitionDuration={0}
        variant="unstyled"
      >
        {dimensions.map((dimension) => (
          <DimensionGroup
            key={dimension.name}
            dimension={dimension}
            choices={choices.find((c) => c.dimension === dimension.name)?.choices ?? []}
            cohort={cohort}
            smallest={disclosure.smallestCount}
            largest={largest}
            onChange={onChange}
          />
        ))}
      </Accordion>
    </div>
  );
}

const largestCount = (choices: readonly DimensionChoices[]): number =>
  Math.max(1, ...choices.flatMap((d) => d.choices.map((c) => c.patients.value ?? 0)));

/** How many dimensions narrow the cohort. */
export const filterCount = (cohort: Cohort): number =>
  dimensions.filter(({ name }) => isFiltered(cohort, name)).length;

/** All groups are open at first: what can be chosen is to be seen. */
export const allGroups: string[] = dimensions.map(({ name }) => name);
