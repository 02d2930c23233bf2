// What were sessions like: how long, with which readings, how watched, where, and how soon did side effects pass?
import {
  sideEffects,
  type Count,
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
import { everyoneGroup, groupsOf } from "./groups";
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

type Reasons = readonly (HiddenReason | null)[];

/** Why nothing is shown of each group, by what is counted. */
interface Marks {
  readonly group: Reasons;
  readonly means: Readonly<Record<ProfileMean, Reasons>>;
  readonly ecg: Reasons;
  readonly vitals: Reasons;
  readonly places: Reasons;
}

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
  const marks = marksOf(policy, rows, derived);
  const places = placesOf(policy, rows.map(placed), marks.places);
  const groups = rows.map((row, at): SessionProfileGroup => {
    const hidden = marks.group[at] ?? null;
    const place = places[at];
    const inGroup = hidden === null ? lasted.durations.filter(({ group }) => group === row.group) : [];
    return {
      group: allowed[at]?.group ?? everyoneGroup,
      ...describe(policy, row, marks, at),
      settings: (["CLINIC", "HOME"] as const).map((setting) => ({
        setting,
        patients: place?.recorded ?? hiddenCount("TOO_FEW"),
        share: (setting === "CLINIC" ? place?.clinic : place?.home) ?? hiddenEstimate("TOO_FEW"),
      })),
      resolution: sideEffects.map(({ code }) => ({
        term: code,
        minutes: derived ? resolution(policy, inGroup, code) : hiddenEstimate("NOT_ESTIMABLE"),
      })),
    };
  });
  return release(policy, { derived, groups });
}

/** Those with a reading are other patients, with a total of their own. A hidden group is hidden in all. */
function marksOf(policy: Policy, rows: readonly SessionProfileTally[], derived: boolean): Marks {
  const exposed = protectGroups(
    policy,
    rows.map((row) => row.exposed),
  );
  const reasonsOf = (size: (row: SessionProfileTally) => number): Reasons =>
    protectGroups(policy, rows.map(size)).map((reason, at) =>
      derived ? (exposed[at] ?? reason) : "NOT_ESTIMABLE",
    );
  const means = profileMeans.map((name) => [name, reasonsOf((row) => row.means[name].n)] as const);
  return {
    group: reasonsOf((row) => row.exposed),
    means: Object.fromEntries(means) as Record<ProfileMean, Reasons>,
    ecg: reasonsOf((row) => row.ecg.sessions.n),
    vitals: reasonsOf((row) => row.vitals.sessions.n),
    places: reasonsOf((row) => placed(row).clinic + placed(row).home),
  };
}

function describe(
  policy: Policy,
  row: SessionProfileTally,
  marks: Marks,
  at: number,
): Pick<SessionProfileGroup, "patients" | "times" | "vitals" | "monitoring"> {
  const counted = (reasons: Reasons, n: number): Count => {
    const reason = reasons[at] ?? null;
    return reason === null ? denominator(policy, n) : hiddenCount(reason);
  };
  const mean = (name: ProfileMean): Estimate => {
    const reason = marks.means[name][at] ?? null;
    return reason === null ? meanOf(policy, row.means[name], TENTHS) : hiddenEstimate(reason);
  };
  const patientsWith = (name: ProfileMean): Count => counted(marks.means[name], row.means[name].n);
  return {
    patients: counted(marks.group, row.exposed),
    times: (["SESSION", "PSYCHOTHERAPY", "RECOVERY"] as const).map((time) => ({
      time,
      patients: patientsWith(times[time]),
      minutes: mean(times[time]),
    })),
    vitals: (["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const).map((sign) => ({
      sign,
      patients: patientsWith(`${signs[sign]}_before`),
      before: mean(`${signs[sign]}_before`),
      peak: mean(`${signs[sign]}_peak`),
    })),
    monitoring: (["ECG", "VITALS"] as const).map((what) => {
      const reasons = marks[watched[what]];
      const tallied = row[watched[what]];
      const reason = reasons[at] ?? null;
      return {
        what,
        patients: counted(reasons, tallied.sessions.n),
        share: reason === null ? shareOfSessions(policy, tallied) : hiddenEstimate(reason),
      };
    }),
  };
}

const placed = ({ settings: [clinic = 0, home = 0] }: SessionProfileTally) => ({ clinic, home });

function nobody(group: number): SessionProfileTally {
  const none: Moments = { n: 0, sum: 0, sumOfSquares: 0 };
  const monitoring: MonitoringTally = { sessions: noPairs, withAny: 0, withoutAny: 0 };
  const means = Object.fromEntries(profileMeans.map((name) => [name, none])) as Record<ProfileMean, Moments>;
  return { group, exposed: 0, means, ecg: monitoring, vitals: monitoring, settings: [0, 0] };
}
