// Stands where the results would while fewer than two cohorts are pinned: how to pin, and comparisons ready to open.
import { useQuery } from "@apollo/client/react";
import {
  compareExamples,
  compareToSearch,
  everyone,
  type CompareExample,
  type DimensionChoices,
  type DimensionName,
} from "@afterglow/shared";
import { Link } from "react-router";
import { cohortQuestion, cohortVariablesOf } from "../cohort/questions";
import { COMPARE_PATH } from "../shell/carried";
import type { Compare } from "./useCompare";

export function NothingToCompare({ compare }: { compare: Compare }) {
  const { state, release, explore } = compare;
  const { data } = useQuery(cohortQuestion, { variables: cohortVariablesOf(release.id, everyone) });
  const ready = data === undefined ? [] : compareExamples.filter((each) => isIn(each, data.cohort.choices));
  const address = (pins: CompareExample["pins"]) =>
    `${COMPARE_PATH}?${compareToSearch({ ...state, cohorts: pins }, release.measures).toString()}`;
  return (
    <section className="card compare-empty" aria-labelledby="compare-empty">
      <h2 id="compare-empty">
        {state.cohorts.length === 0 ? "No cohort is pinned yet" : "One more cohort is needed"}
      </h2>
      <p className="reading">
        Choose a cohort in <Link to={explore()}>Explore</Link> and press Pin to compare; then choose another.
        Two to four cohorts are shown over each other, unadjusted beside adjusted, with what makes them
        comparable.
      </p>
      {ready.length > 0 && (
        <>
          <h3>Or begin with one of these</h3>
          <ul className="examples">
            {ready.map(({ title, pins }) => (
              <li key={title}>
                <Link to={address(pins)}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Has the dataset patients, enough to be shown, in every category that the example chooses? */
function isIn({ pins }: CompareExample, dimensions: readonly DimensionChoices[]): boolean {
  const shown = (name: string, code: string) =>
    dimensions
      .find(({ dimension }) => dimension === name)
      ?.choices.some((each) => each.code === code && each.patients.value !== null) === true;
  return pins.every(({ cohort }) =>
    (Object.keys(cohort) as DimensionName[]).every((name) =>
      (cohort[name] ?? []).every((code) => name === "courseNumber" || shown(name, code)),
    ),
  );
}
