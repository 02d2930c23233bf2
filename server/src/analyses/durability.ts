// Of those in response at the end of induction, how many are still well after how many weeks?
import type { TimeToEvent } from "@afterglow/shared";
import { release, type Released } from "../disclosure/release";
import { tallyDurability } from "../queries/tallyDurability";
import { everyoneGroup, groupsOf, instrumentOf } from "./groups";
import type { AnalysisContext, DurabilityQuestion } from "./question";
import { timesToEvent, type CurveShape } from "./timeToEvent";

/** A year from the end of induction. Publishing looks no further. */
export const DURABILITY_HORIZON_DAYS = 365;

const shape: CurveShape = {
  share: "FALLS",
  rowTimes: [0, 4, 8, 12, 16, 20, 26, 39, 52].map((week) => 7 * week),
  landmarks: [4, 8, 12, 26].map((week) => 7 * week),
};

export async function durability(
  context: AnalysisContext,
  question: DurabilityQuestion,
): Promise<Released<TimeToEvent>> {
  const { cohort, outcome, by } = question;
  const tally = await tallyDurability(
    context.query,
    { releaseId: context.release.releaseId, cohort },
    outcome,
    by,
  );
  const allowed = groupsOf(context.release, cohort, by);
  const numbers = allowed.map(({ number }) => number);
  const described = timesToEvent(context.policy, tally, numbers, shape);
  const groups = described.map((each, index) => {
    const { group } = allowed[index] ?? { group: everyoneGroup };
    return { group, instrument: instrumentOf(outcome.measure, by, cohort, group), ...each };
  });
  return release(context.policy, { clock: "DAY" as const, horizon: DURABILITY_HORIZON_DAYS, groups });
}
