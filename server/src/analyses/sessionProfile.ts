// What were sessions like: how long, with which readings, how watched, where, and how soon did side effects pass?
import {
  settings,
  sideEffects,
  type Estimate,
  type HiddenReason,
  type SessionProfile,
  type SessionProfileGroup,
} from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import { release, type Released } from "../disclosure/release";
import { hasDefinitions } from "../queries/hasDefinitions";
import { noPairs } from "../queries/pairMoments";
import {
  profileMeans,
  tallySessionProfile,
  type MonitoringTally,
  type ProfileMean,
  type SessionProfileTally,
} from "../queries/tallySessionProfile";
import { tallySideEffectSessions } from "../queries/tallySideEffectSessions";
import type { Moments } from "../queries/tallyTrajectory";
import { groupsOf } from "./groups";
import type { AnalysisContext, GroupedQuestion } from "./question";
import { resolution } from "./resolution";
import { placesOf, shareOfSessions } from "./sessionShares";
import { meanOf } from "./shares";

/** The version of the definitions that brought session profiles and costs. */
export const SESSIONS_DERIVED_SINCE = 2;
const TENTHS = 10;

const times = { SESSION: "duration", PSYCHOTHERAPY: "psychotherapy_time", RECOVERY: "recovery" } as const;
const signs = { SYSTOLIC: "systolic", DIASTOLIC: "diastolic", HEART_RATE: "heart_rate" } as const;
const watched = { ECG: "ecg", VITALS: "vitals" } as const;

export async function sessionProfile(
  context: AnalysisContext,
  { cohort, by }: GroupedQuestion,
): Promise<Released<SessionProfile>> {
  const { policy, query } = context;
  const { releaseId } = context.release;
  const [derived, tally, lasted] = await Promise.all([
    hasDefinitions(query, releaseId, SESSIONS_DERIVED_SINCE),
    tallySessionProfile(query, { releaseId, cohort }, by),
    tallySideEffectSessions(query, { releaseId, cohort }, by, false),
  ]);
  const allowed = groupsOf(context.release, cohort, by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number) ?? nobody(number));
  const exposed = protectGroups(
    policy,
    rows.map((row) => row.exposed),
  );
  // Those with a reading are other patients, with a total of their own. A hidden group is hidden in all.
  const reasonsOf = (size: (row: SessionProfileTally) => number): (HiddenReason | null)[] =>
    protectGroups(policy, rows.map(size)).map((reason, index) =>
      derived ? (exposed[index] ?? reason) : "NOT_ESTIMABLE",
    );
  const hidden = {
    group: reasonsOf((row) => row.exposed),
    means: Object.fromEntries(
      profileMeans.map((name) => [name, reasonsOf((row) => row.means[name].n)]),
    ) as Record<ProfileMean, (HiddenReason | null)[]>,
    ecg: reasonsOf((row) => row.ecg.sessions.n),
    vitals: reasonsOf((row) => row.vitals.sessions.n),
  };
  const places = placesOf(policy, rows, by === null, hidden.group);
  const groups = allowed.map(({ number, group }, at): SessionProfileGroup => {
    const row = rows[at] ?? nobody(number);
    const counted = (reason: HiddenReason | null, n: number) =>
      reason === null ? denominator(policy, n) : hiddenCount(reason);
    const mean = (name: ProfileMean): Estimate =>
      meanUnless(policy, hidden.means[name][at] ?? null, row.means[name]);
    const durations = lasted.durations.filter((each) => each.group === number && exposed[at] === null);
    return {
      group,
      patients: counted(hidden.group[at] ?? null, row.exposed),
      times: (["SESSION", "PSYCHOTHERAPY", "RECOVERY"] as const).map((time) => ({
        time,
        patients: counted(hidden.means[times[time]][at] ?? null, row.means[times[time]].n),
        minutes: mean(times[time]),
      })),
      vitals: (["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const).map((sign) => {
        const [before, peak] = [`${signs[sign]}_before`, `${signs[sign]}_peak`] as const;
        return {
          sign,
          patients: counted(hidden.means[before][at] ?? null, row.means[before].n),
          before: mean(before),
          peak: mean(peak),
        };
      }),
      monitoring: (["ECG", "VITALS"] as const).map((what) => {
        const reason = hidden[watched[what]][at] ?? null;
        const tallied = row[watched[what]];
        return {
          what,
          patients: counted(reason, tallied.sessions.n),
          share: reason === null ? shareOfSessions(policy, tallied) : hiddenEstimate(reason),
        };
      }),
      settings: settings.map(({ code }, index) => ({
        setting: code,
        ...(derived
          ? (places[index]?.[at] ?? { patients: hiddenCount("TOO_FEW"), share: hiddenEstimate("TOO_FEW") })
          : { patients: hiddenCount("NOT_ESTIMABLE"), share: hiddenEstimate("NOT_ESTIMABLE") }),
      })),
      resolution: sideEffects.map(({ code }) => ({
        term: code,
        minutes: derived ? resolution(policy, durations, code) : hiddenEstimate("NOT_ESTIMABLE"),
      })),
    };
  });
  return release(policy, { derived, groups });
}

function nobody(group: number): SessionProfileTally {
  const none: Moments = { n: 0, sum: 0, sumOfSquares: 0 };
  const monitoring: MonitoringTally = { sessions: noPairs, withAny: 0, withoutAny: 0 };
  const means = Object.fromEntries(profileMeans.map((name) => [name, none])) as Record<ProfileMean, Moments>;
  return { group, exposed: 0, means, ecg: monitoring, vitals: monitoring, settings: settings.map(() => 0) };
}

function meanUnless(policy: Policy, reason: HiddenReason | null, moments: Moments): Estimate {
  return reason === null ? meanOf(policy, moments, TENTHS) : hiddenEstimate(reason);
}
