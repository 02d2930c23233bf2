// By which day, or after how many sessions, have how many of the cases responded?
import type { TimeToEvent } from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { release, type Released } from "../disclosure/release";
import { tallyOnset } from "../queries/tallyOnset";
import { decide } from "./decide";
import { everyoneGroup, instrumentOf } from "./groups";
import type { AnalysisContext, OnsetQuestion } from "./question";
import { timesToEvent, type CurveShape } from "./timeToEvent";

/** Six weeks: the induction and the fortnight after it. Publishing looks no further. */
export const ONSET_HORIZON_DAYS = 42;
/** An induction has at most twelve sessions; later ones are not told apart. */
export const ONSET_HORIZON_SESSIONS = 12;

export const onsetShapes: Readonly<Record<"DAY" | "SESSION", CurveShape & { readonly horizon: number }>> = {
  DAY: {
    share: "RISES",
    horizon: ONSET_HORIZON_DAYS,
    rowTimes: [0, 7, 14, 21, 28, 35, 42],
    landmarks: [7, 14, 28, 42],
  },
  SESSION: {
    share: "RISES",
    horizon: ONSET_HORIZON_SESSIONS,
    rowTimes: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    landmarks: [1, 3, 6],
  },
};

export async function onset(
  context: AnalysisContext,
  question: OnsetQuestion,
): Promise<Released<TimeToEvent>> {
  const { cohort, outcome, by, of, clock } = question;
  const decided = await decide(context, cohort, { of: "LATER_SCORE", outcome });
  const tally = await tallyOnset(countOf(context), decided.scope, outcome, by, of, clock);
  const shape = onsetShapes[clock];
  const within = { ...tally, times: tally.times.map((row) => cutAt(shape.horizon, row)) };
  const allowed = decided.groups(by);
  const described = timesToEvent(context.policy, within, allowed, shape);
  const groups = described.map((each, index) => {
    const { group } = allowed[index] ?? { group: everyoneGroup };
    return { group, instrument: instrumentOf(outcome.measure, by, decided.cohort, group), ...each };
  });
  return release(context.policy, {
    answered: decided.answered,
    clock,
    horizon: shape.horizon,
    method: "KAPLAN_MEIER" as const,
    fromDay: 0,
    dropouts: "CENSORED" as const,
    groups,
  });
}

/** Whatever lies beyond the horizon was not yet seen at it. */
function cutAt<Row extends { time: number; events: number; censored: number }>(
  horizon: number,
  row: Row,
): Row {
  if (row.time <= horizon) return row;
  return { ...row, time: horizon, events: 0, censored: row.events + row.censored };
}
