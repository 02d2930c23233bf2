// How does well-being change over the visits, whatever the outcome's measure is?
import {
  laterVisits,
  type HiddenReason,
  type Outcome,
  type Wellbeing,
  type WellbeingVisit,
} from "@afterglow/shared";
import { hiddenCount, hiddenEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { release, type Released } from "../disclosure/release";
import { tallyWellbeing, type WellbeingVisitTally } from "../queries/tallyWellbeing";
import { decide, type Denominator } from "./decide";
import type { AnalysisContext, GroupedQuestion } from "./question";
import { meanOf, partBeside, type PartAndShare } from "./shares";
import { visitGroups } from "./visitGroups";

export async function wellbeing(
  context: AnalysisContext,
  { cohort, by }: GroupedQuestion,
): Promise<Released<Wellbeing>> {
  const { policy, query } = context;
  const decided = await decide(
    context,
    cohort,
    scoredAt("BASELINE"),
    nobody.map(({ visit }) => scoredAt(visit)),
  );
  const tally = await tallyWellbeing(query, decided.scope, by);
  const shape = {
    by,
    among: ({ visit }: WellbeingVisitTally) => scoredAt(visit),
    scores: ({ score }: WellbeingVisitTally) => score.n,
    parts: ({ score, gained, well }: WellbeingVisitTally) => [
      { counts: [gained, score.n - gained] },
      { counts: [well, score.n - well] },
    ],
    nobody,
  };
  const groups = visitGroups(policy, decided, tally, shape, (visit, [gained = [], well = []]) =>
    describe(policy, visit, gained[0] ?? null, well[0] ?? null),
  );
  return release(policy, { answered: decided.answered, groups });
}

const nobody: readonly WellbeingVisitTally[] = ["BASELINE", ...laterVisits.map(({ code }) => code)].map(
  (visit) => ({ visit, score: { n: 0, sum: 0, sumOfSquares: 0 }, gained: 0, well: 0 }),
);

/** The rows of the instrument are the same under any outcome that names it. */
const who5: Outcome = {
  measure: "WHO5",
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
};
const scoredAt = (visit: string): Denominator =>
  visit === "BASELINE" ? { of: "BASELINE", outcome: who5 } : { of: "SCORED", outcome: who5, visit };

/** Before treatment nothing is gained. */
const noGain: PartAndShare = {
  patients: hiddenCount("NOT_ESTIMABLE"),
  share: hiddenEstimate("NOT_ESTIMABLE"),
};

function describe(
  policy: Policy,
  { visit, score, gained, well }: WellbeingVisitTally,
  gainedMark: HiddenReason | null,
  wellMark: HiddenReason | null,
): Omit<WellbeingVisit, "scores"> {
  return {
    visit,
    mean: meanOf(policy, score),
    gained: visit === "BASELINE" ? noGain : partBeside(policy, gained, score.n, gainedMark),
    well: partBeside(policy, well, score.n, wellMark),
  };
}
