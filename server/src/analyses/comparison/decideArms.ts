// Whom does a comparison compare? Each cohort is narrowed once, among those treated, and is the same from one section to
// the next. Whether it stands among the patients of one section (those with a score at the visit …) is in standingArms.ts.
import type { Answered, Cohort, Letter } from "@afterglow/shared";
import { decide } from "../decide";
import type { AnalysedRelease, AnalysisContext } from "../question";

export interface ComparedArm {
  readonly letter: Letter;
  /** What is left of the cohort; as it was asked for where nothing may be said. */
  readonly cohort: Cohort;
  /** Nothing may be said of it: it is told like nobody. */
  readonly isHidden: boolean;
  readonly notApplied: Answered["notApplied"];
}

/** All from one release: the newest, up to that asked for, that each can be answered from. */
export async function decideArms(
  context: AnalysisContext,
  cohorts: readonly { readonly letter: Letter; readonly cohort: Cohort }[],
): Promise<{ readonly release: AnalysedRelease; readonly arms: readonly ComparedArm[] }> {
  const decided = await Promise.all(cohorts.map(({ cohort }) => decide(context, cohort, { of: "TREATED" })));
  const oldest = decided
    .filter(({ scope }) => scope !== null)
    .map(({ release }) => release)
    .reduce((one, other) => (other.number < one.number ? other : one), context.release);
  if (oldest.number < context.release.number) return decideArms({ ...context, release: oldest }, cohorts);
  return {
    release: context.release,
    arms: decided.map(({ scope, cohort, answered }, at) => ({
      letter: cohorts[at]?.letter ?? "D",
      cohort,
      isHidden: scope === null,
      notApplied: answered.notApplied,
    })),
  };
}
