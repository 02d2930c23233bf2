// The cohorts of a comparison among the patients of one section. One that does not stand there as it is would be another
// cohort, next to those of other sections; so it is told like nobody, and so is a category of it that does not.
import type { DimensionName } from "@afterglow/shared";
import type { Scope } from "../../queries/whereCohort";
import { decide, type Denominator } from "../decide";
import type { AnalysisContext } from "../question";
import type { ComparedArm } from "./decideArms";

export interface StandingArm {
  /** Whom to tally; null is nobody. */
  readonly scope: Scope | null;
  /** Whether those of the category may be spoken of on their own. */
  holds(by: DimensionName, code: string): boolean;
}

export function standingArms(
  context: AnalysisContext,
  arms: readonly ComparedArm[],
  among: Denominator,
): Promise<StandingArm[]> {
  return Promise.all(
    arms.map(async ({ cohort, isHidden }): Promise<StandingArm> => {
      if (isHidden) return nobody;
      const decided = await decide(context, cohort, { of: "TREATED" }, [among]);
      if (!decided.holds(among)) return nobody;
      return { scope: decided.scope, holds: (by, code) => decided.holds(among, { by, code }) };
    }),
  );
}

const nobody: StandingArm = { scope: null, holds: () => false };
