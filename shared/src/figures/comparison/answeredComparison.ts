/**
 * A figure of a comparison as a reader gets it: built of the cohorts as they are applied, so that their names say no more
 * than that, and with what was chosen and not applied, and which release answers. Every page and file makes them here.
 */
import { cohortFromSearch } from "../../cohort";
import type { CompareState } from "../../compare";
import type { ComparisonProvenance } from "../../comparison";
import type { Figure } from "../figure";
import { otherRelease } from "./comparisonOrigin";
import type { CompareFigureDefinition, ComparisonAnswer } from "./definition";

export function answeredComparison<Result>(
  definition: CompareFigureDefinition<Result>,
  answer: ComparisonAnswer<Result>,
  state: CompareState,
): Figure {
  const { comparison } = answer;
  const figure = definition.build(answer, { ...state, cohorts: asApplied(state.cohorts, comparison) });
  const notApplied = comparison.cohorts.flatMap(({ letter, notApplied }) =>
    notApplied.map(({ sentence }) => `Cohort ${letter}: ${sentence}`),
  );
  const elsewhere = otherRelease(comparison);
  const warning = [...notApplied, ...elsewhere, ...(figure.warning === undefined ? [] : [figure.warning])];
  const origin = figure.caption.origin.map((line) => {
    const own = comparison.cohorts.find(({ letter }) => line.name === `Cohort ${letter}`);
    const more = line.name === "Data" ? elsewhere : (own?.notApplied.map(({ sentence }) => sentence) ?? []);
    return { ...line, text: [line.text, ...more].join(" ") };
  });
  return {
    ...figure,
    ...(warning.length === 0 ? {} : { warning: warning.join(" ") }),
    caption: { ...figure.caption, origin },
  };
}

/** The cohorts of a state with what was left of each, where the comparison has answered. */
export function asApplied(
  pins: CompareState["cohorts"],
  { cohorts }: Pick<ComparisonProvenance, "cohorts">,
): CompareState["cohorts"] {
  return pins.map((pin) => {
    const told = cohorts.find(({ letter }) => letter === pin.letter);
    return told === undefined ? pin : { ...pin, cohort: cohortFromSearch(new URLSearchParams(told.applied)) };
  });
}
