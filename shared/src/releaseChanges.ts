// What changed from one release of a dataset to the next, and between any two: the sum of the steps between them, of shown
// numbers alone, so that two releases tell no more than all the steps do. What is hidden in a step is decided by the server.
import type { Count } from "./estimate";

/** The words of the table, in its order. Patients are counted who have such a course. */
export const releaseChangeKinds = {
  ADDED: "courses that the earlier release had not",
  COURSE_CORRECTED: "courses of which the row of the course was superseded",
  SESSION_CORRECTED: "courses of which a session was superseded",
  SCORE_CORRECTED: "courses of which a score was superseded",
  SIDE_EFFECT_CORRECTED: "courses of which a side effect was superseded",
  NUMBERS_CHANGED:
    "courses that are in both and of which some number of the analysis is another: by a correction, by what came in later, or by other definitions",
  WITHDRAWN: "courses that the earlier release had, and that were withdrawn",
} as const;

export type ReleaseChangeKind = keyof typeof releaseChangeKinds;

export interface ReleaseChange {
  readonly kind: ReleaseChangeKind;
  readonly patients: Count;
  readonly courses: Count;
}

export interface ReleaseStep {
  readonly number: number;
  /** Since the release before; null where none is, or where it was not kept when this one was published. */
  readonly changes: readonly ReleaseChange[] | null;
}

/** From one release to a later one; null where the changes of a step between them were not kept. */
export function changesBetween(
  releases: readonly ReleaseStep[],
  from: number,
  to: number,
): readonly ReleaseChange[] | null {
  const steps = releases.filter(({ number }) => number > from && number <= to);
  const kept = steps.flatMap(({ changes }) => (changes === null ? [] : [changes]));
  const [first, ...others] = kept;
  if (first === undefined || kept.length < steps.length) return null;
  return first.map(({ kind, patients, courses }) => {
    const same = others.flatMap((changes) => changes.filter((each) => each.kind === kind));
    return {
      kind,
      patients: sumOf([patients, ...same.map((each) => each.patients)]),
      courses: sumOf([courses, ...same.map((each) => each.courses)]),
    };
  });
}

/** Beside shown steps a hidden one would follow from their sum; hidden ones may add up to more than each says. */
function sumOf(counts: readonly Count[]): Count {
  const [only, ...others] = counts;
  if (only !== undefined && others.length === 0) return only;
  if (counts.some(({ hidden }) => hidden !== null)) return { value: null, hidden: "PROTECTS_ANOTHER" };
  return { value: counts.reduce((sum, { value }) => sum + (value ?? 0), 0), hidden: null };
}
