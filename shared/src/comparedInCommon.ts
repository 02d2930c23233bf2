/** "Three cohorts with treatment-resistant depression, given ketamine IV": what compared cohorts have in common. */
import { defaultCourseNumber, type Cohort } from "./cohort";
import { cohortClauses } from "./cohortSentence";
import { differingDimensions } from "./compare";

const numbers = ["No", "One", "Two", "Three", "Four"];

export interface InCommon {
  /** "Three cohorts". */
  readonly cohorts: string;
  /** " with treatment-resistant depression"; empty where they share no choice. */
  readonly words: string;
}

export function comparedInCommon(cohorts: readonly Cohort[]): InCommon {
  const [first = {}] = cohorts;
  const differing = differingDimensions(cohorts);
  const count = numbers[cohorts.length] ?? String(cohorts.length);
  // A count that is not there yet: only the clauses after it are used.
  const clauses = cohortClauses(first, { value: 0, hidden: null }, 0).filter(({ dimension }) => {
    if (dimension === null || differing.includes(dimension) || first[dimension] === undefined) return false;
    return dimension !== "courseNumber" || first.courseNumber?.[0] !== defaultCourseNumber;
  });
  return {
    cohorts: `${count} ${cohorts.length === 1 ? "cohort" : "cohorts"}`,
    words: clauses.map(({ before, text }) => before + text).join(""),
  };
}
