// Made-up curves for the figures' tests: exponential, merged so that a step holds at least 11 events. Not evidence.
import {
  MAINTENANCE_LANDMARK_DAYS,
  maintenancesByLandmark,
  type Group,
  type TimeToEvent,
  type TimeToEventGroup,
} from "@afterglow/shared";
import {
  answered,
  countOf,
  estimate,
  everyoneGroup,
  groups,
  hiddenEstimate,
  notReached,
  tooFew,
} from "./answers";

const sizes = [1005, 220, 195, 60, 110, 60, 0];

/** One group's curve out of an exponential, merged so that a step holds at least 11 events. */
export function curveGroup(
  group: Group,
  n: number,
  plan: {
    days: number;
    share: number;
    ticks: readonly number[];
    rises: boolean;
    gap: number;
    landmarks: readonly number[];
  },
): TimeToEventGroup {
  const { days, share, ticks, rises, gap, landmarks } = plan;
  if (n < 11) {
    return {
      group,
      instrument: "PHQ9",
      patients: tooFew,
      events: tooFew,
      curve: [],
      endTime: null,
      rows: ticks.map((time) => ({ time, atRisk: tooFew, censored: tooFew, events: tooFew })),
      median: hiddenEstimate,
      landmarks: landmarks.map((time) => ({ time, share: hiddenEstimate })),
      medianGapDays: hiddenEstimate,
    };
  }
  const eventsBy = (t: number) => share * (1 - Math.exp((-3 * t) / days));
  const censoredBy = (t: number) => 0.25 * (t / days) ** 2;
  const atRiskAt = (t: number) => n * Math.max(0, 1 - eventsBy(t) - censoredBy(t));
  const steps: { time: number; share: number; lower: number | null; upper: number | null }[] = [];
  const at = (t: number, events: number) => {
    const s = rises ? events / n : 1 - events / n;
    const half = 1.96 * Math.sqrt(Math.max(1e-9, (s * (1 - s)) / n)) * (1 + t / days);
    const whole = s === 0 || s === 1;
    return {
      time: t,
      share: s,
      lower: whole ? null : Math.max(0, s - half),
      upper: whole ? null : Math.min(1, s + half),
    };
  };
  steps.push(at(0, 0));
  let last = 0;
  let end = days;
  for (let t = 3; t <= days; t += 1) {
    if (atRiskAt(t) < 11) {
      end = t;
      break;
    }
    const events = n * eventsBy(t);
    if (events - last >= 11) {
      steps.push(at(t, events));
      last = events;
    }
  }
  const median = steps.find((s) => (rises ? s.share >= 0.5 : s.share <= 0.5));
  return {
    group,
    instrument: "PHQ9",
    patients: countOf(n),
    events: countOf(n * eventsBy(end)),
    curve: steps,
    endTime: end,
    rows: ticks.map((time) => ({
      time,
      atRisk: time > end ? tooFew : countOf(atRiskAt(time)),
      censored: time > end ? tooFew : countOf(time === 0 ? 0 : n * censoredBy(time)),
      events: time > end ? tooFew : countOf(time === 0 ? 0 : n * eventsBy(time)),
    })),
    median:
      median === undefined
        ? notReached
        : estimate(median.time, median.time - 2, median.time > days / 2 ? null : median.time + 4),
    landmarks: landmarks.map((time) => {
      const step = steps.filter((s) => s.time <= time).at(-1);
      return {
        time,
        share:
          step === undefined || time > end ? hiddenEstimate : estimate(step.share, step.lower, step.upper),
      };
    }),
    medianGapDays: estimate(gap),
  };
}

const onsetTicks = [0, 7, 14, 21, 28, 35, 42];
const onsetShare = [0.64, 0.54, 0.6, 0.4, 0.66, 0.38, 0];
export const onset: TimeToEvent = {
  answered,
  clock: "DAY",
  horizon: 42,
  groups: groups.map((group, i) =>
    curveGroup(group, sizes[i] ?? 0, {
      days: 42,
      share: onsetShare[i] ?? 0,
      ticks: onsetTicks,
      rises: true,
      gap: 5,
      landmarks: [28],
    }),
  ),
};
export const onsetOfAll: TimeToEvent = {
  answered,
  clock: "DAY",
  horizon: 42,
  groups: [
    curveGroup(everyoneGroup, 1650, {
      days: 42,
      share: 0.6,
      ticks: onsetTicks,
      rises: true,
      gap: 5,
      landmarks: [28],
    }),
  ],
};
export const onsetHidden: TimeToEvent = {
  answered,
  clock: "DAY",
  horizon: 42,
  groups: groups.map((group) =>
    curveGroup(group, 0, { days: 42, share: 0, ticks: onsetTicks, rises: true, gap: 5, landmarks: [28] }),
  ),
};

const durabilityTicks = [0, 4, 8, 12, 16, 20, 26, 39, 52].map((week) => week * 7);
const responders = [515, 95, 95, 30, 65, 30, 0];
const losing = [0.88, 0.92, 0.95, 0.7, 0.75, 0.6, 0];
export const durability: TimeToEvent = {
  answered,
  clock: "DAY",
  horizon: 365,
  groups: groups.map((group, i) =>
    curveGroup(group, responders[i] ?? 0, {
      days: 365,
      share: losing[i] ?? 0,
      ticks: durabilityTicks,
      rises: false,
      gap: 14,
      landmarks: [28, 56, 84, 182],
    }),
  ),
};

const lost = [0.42, 0.45, 0.55, 0.3, 0.35, 0.25, 0];
const maintained = [0.46, 0.42, 0.3, 0.5, 0.5, 0.4, 0];
function competingGroup(group: Group, n: number, loss: number, maintenance: number): TimeToEventGroup {
  const plan = { days: 365, ticks: durabilityTicks, rises: true, gap: 14, landmarks: [28, 56, 84, 182] };
  const other = curveGroup(group, n, { ...plan, share: maintenance });
  return {
    ...curveGroup(group, n, { ...plan, share: loss }),
    maintenanceFirst: {
      events: other.events,
      curve: other.curve,
      rows: other.rows.map(({ time, events }) => ({ time, events })),
      landmarks: other.landmarks,
    },
  };
}

/** With maintenance as a competing event: of each condition, and of everyone. */
export const competing: TimeToEvent = {
  answered,
  clock: "DAY",
  horizon: 365,
  method: "AALEN_JOHANSEN",
  fromDay: 0,
  dropouts: "CENSORED",
  groups: groups.map((group, i) =>
    competingGroup(group, responders[i] ?? 0, lost[i] ?? 0, maintained[i] ?? 0),
  ),
};
export const competingOfAll: TimeToEvent = {
  ...competing,
  groups: [competingGroup(everyoneGroup, 830, 0.42, 0.44)],
};

/** With drop-outs counted as having the event, and the landmarks without. */
export const relapsed: TimeToEvent = {
  ...durability,
  method: "KAPLAN_MEIER",
  dropouts: "RELAPSED",
  groups: durability.groups.map((group) => ({
    ...group,
    landmarksCensored: group.landmarks.map(({ time, share }) => ({
      time,
      share: share.value === null ? share : estimate(Math.min(1, share.value + 0.1)),
    })),
  })),
};

/** Grouped by maintenance from the landmark on. */
export const byLandmark: TimeToEvent = {
  ...durability,
  method: "KAPLAN_MEIER",
  horizon: 365 - MAINTENANCE_LANDMARK_DAYS,
  fromDay: MAINTENANCE_LANDMARK_DAYS,
  dropouts: "CENSORED",
  groups: maintenancesByLandmark.map(({ code, label, short }, i) =>
    curveGroup({ code, label, short }, [310, 260][i] ?? 0, {
      days: 365 - MAINTENANCE_LANDMARK_DAYS,
      share: [0.85, 0.7][i] ?? 0,
      ticks: durabilityTicks,
      rises: false,
      gap: 18,
      landmarks: [28, 56, 84, 182],
    }),
  ),
};
