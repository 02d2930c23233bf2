// The cohort as a sentence, the headline of the page. Each clause leads to its group in the panel; under it stands what
// was asked for but not applied.
import { Skeleton, Title, UnstyledButton } from "@mantine/core";
import { cohortClauses, type Cohort, type DimensionName } from "@afterglow/shared";
import { Fragment } from "react";
import { HiddenMark } from "../shell/HiddenMark";
import { groupId } from "./DimensionGroup";
import type { CohortAnswer } from "./questions";

interface Props {
  readonly cohort: Cohort;
  readonly answer: CohortAnswer | null;
  readonly stale: boolean;
  readonly onClause: (dimension: DimensionName) => void;
}

export function CohortHeadline({ cohort, answer, stale, onClause }: Props) {
  if (answer === null) {
    return (
      <h1 className="sentence" aria-busy="true">
        Counting patients
        <Skeleton height={28} width="60%" mt={8} animate={false} />
      </h1>
    );
  }
  const clauses = cohortClauses(cohort, answer.patients, answer.disclosure.smallestCount);
  return (
    <>
      <Title order={1} className="sentence" aria-live="polite" aria-busy={stale}>
        {clauses.map(({ before, text, dimension }) => (
          <Fragment key={dimension ?? "patients"}>
            {before}
            {dimension === null ? (
              <strong className={stale ? "stale" : undefined}>{text}</strong>
            ) : (
              <UnstyledButton
                component="a"
                href={`#${groupId(dimension)}`}
                className="clause"
                onClick={(event) => {
                  event.preventDefault();
                  onClause(dimension);
                }}
              >
                {text}
              </UnstyledButton>
            )}
          </Fragment>
        ))}
      </Title>
      {answer.notApplied.map(({ dimension, sentence }) => (
        <p className="not-applied" key={dimension}>
          <HiddenMark width={16} reason="not applied" />
          <span>{sentence}</span>
        </p>
      ))}
    </>
  );
}
