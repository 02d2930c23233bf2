// Of those in response at the end of induction, how many are still well after how many weeks?
import {
  MAINTENANCE_LANDMARK_DAYS,
  maintenancesByLandmark,
  type Outcome,
  type TimeToEvent,
} from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { isFew } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { release, type Released } from "../disclosure/release";
import { tallyDurability } from "../queries/tallyDurability";
import type { TimeRow, TimesTally } from "../queries/tallyTimes";
import { competingEvents, describeCompeting } from "./competingEvents";
import { decide, type Decided, type DecidedGroup, type Denominator } from "./decide";
import { everyoneGroup, instrumentOf } from "./groups";
import type { AnalysisContext, DurabilityQuestion } from "./question";
import {
  describe,
  describeGroups,
  patientsIn,
  timesToEvent,
  type CurveShape,
  type Described,
  type TimedGroup,
} from "./timeToEvent";

/** A year from the end of induction. Publishing looks no further. */
export const DURABILITY_HORIZON_DAYS = 365;

export const durabilityShape: CurveShape = {
  share: "FALLS",
  rowTimes: [0, 4, 8, 12, 16, 20, 26, 39, 52].map((week) => 7 * week),
  landmarks: [4, 8, 12, 26].map((week) => 7 * week),
};

/**
 * Grouped by maintenance, the clock starts at a landmark, and patients are grouped by what they had been given by then:
 * grouped by the whole later course, those who lost response early could not come into the groups of maintenance,
 * and their time until the first session would be counted as if they could not lose it.
 */
export async function durability(
  context: AnalysisContext,
  question: DurabilityQuestion,
): Promise<Released<TimeToEvent>> {
  const { cohort, outcome, by, dropouts = "CENSORED", maintained = "BY_WEEK_6" } = question;
  const { policy } = context;
  const byMaintained = by === "maintenance" && maintained === "BY_WEEK_6";
  const fromDay = byMaintained ? MAINTENANCE_LANDMARK_DAYS : 0;
  const among: Denominator = { of: byMaintained ? "WELL_AT_LANDMARK" : "RESPONDER", outcome };
  const within = byMaintained ? maintenancesByLandmark.map(({ number }) => ofGroup(outcome, number)) : [];
  const decided = await decide(context, cohort, among, within);
  const ask = (rule: typeof dropouts): Promise<TimesTally> =>
    tallyDurability(countOf(context), decided.scope, outcome, by, { dropouts: rule, fromDay, byMaintained });
  const allowed = byMaintained ? landmarkGroups(decided, outcome) : decided.groups(by);
  const isCompeting = outcome.maintenance === "COMPETING";
  const answer = isCompeting ? competingEvents : timesToEvent;
  const censored = await ask("CENSORED");
  const described =
    dropouts === "CENSORED"
      ? answer(policy, censored, allowed, durabilityShape)
      : withDropouts(policy, censored, await ask("RELAPSED"), allowed, isCompeting);
  const groups = described.map((each, index) => {
    const { group } = allowed[index] ?? { group: everyoneGroup };
    // Whoever had begun before the clock started has no first session to come.
    const past = byMaintained && group.code === "BY_WEEK_6" ? { maintenanceFirst: null } : {};
    return { group, instrument: instrumentOf(outcome.measure, by, decided.cohort, group), ...each, ...past };
  });
  return release(policy, {
    answered: decided.answered,
    clock: "DAY" as const,
    horizon: DURABILITY_HORIZON_DAYS - fromDay,
    method: isCompeting ? ("AALEN_JOHANSEN" as const) : ("KAPLAN_MEIER" as const),
    fromDay,
    dropouts,
    groups,
  });
}

/** The groups of the landmark are no cohorts: each is a denominator of its own, among which the whole cohort has to hold. */
const ofGroup = (outcome: Outcome, number: number): Denominator => ({
  of: "WELL_AT_LANDMARK",
  outcome,
  maintained: number === 1,
});

const landmarkGroups = (decided: Decided, outcome: Outcome): readonly DecidedGroup[] =>
  maintenancesByLandmark.map(({ number, code, label, short }) => ({
    number,
    group: { code, label, short },
    isHidden: !decided.holds(ofGroup(outcome, number)),
  }));

/**
 * Drop-outs counted as having the event, with the landmarks beside them where they are censored. The two answers differ
 * by the drop-outs: where those are few, neither may stand beside the other, and this one is not given.
 */
function withDropouts(
  policy: Policy,
  censored: TimesTally,
  relapsed: TimesTally,
  groups: readonly TimedGroup[],
  isCompeting: boolean,
): Described[] {
  const usual = (isCompeting ? competingEvents : timesToEvent)(policy, censored, groups, durabilityShape);
  const one = isCompeting ? describeCompeting : describe;
  const described = describeGroups(policy, relapsed, groups, (times, gaps, group) => {
    const before = censored.times.filter((row) => row.group === group);
    const more = eventsIn(times) - eventsIn(before);
    if (isFew(policy, more, patientsIn(times))) return one(policy, times, gaps, durabilityShape, null);
    return one(policy, times, gaps, durabilityShape);
  });
  return described.map((each, index) => {
    const isHidden = each.endTime === null;
    const landmarks = usual[index]?.landmarks ?? null;
    return { ...each, landmarksCensored: isHidden ? null : landmarks };
  });
}

const eventsIn = (times: readonly TimeRow[]): number => times.reduce((sum, { events }) => sum + events, 0);
