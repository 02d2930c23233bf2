// What were sessions like: how long, with which readings, how watched, where, and how soon did side effects pass?
import {
  sideEffects,
  type Count,
  type DimensionName,
  type Estimate,
  type SessionProfile,
  type SessionProfileGroup,
} from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { denominator, hiddenCount, hiddenEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
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
import { decide, type Decided, type Recorded } from "./decide";
import { everyoneGroup } from "./groups";
import { hideGroups, hideGroupsAmong, type GroupMarks } from "./hideGroups";
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

/** Of whom each is recorded. Before and peak of a sign are of the same patients. */
const recorded = {
  duration: "DURATION",
  psychotherapy_time: "PSYCHOTHERAPY_TIME",
  recovery: "RECOVERY",
  systolic_before: "SYSTOLIC",
  systolic_peak: "SYSTOLIC",
  diastolic_before: "DIASTOLIC",
  diastolic_peak: "DIASTOLIC",
  heart_rate_before: "HEART_RATE",
  heart_rate_peak: "HEART_RATE",
} as const satisfies Record<ProfileMean, Recorded>;
const ofWhom = [...new Set(Object.values(recorded)), "ECG", "VITALS", "SETTING"] as const;

/** Why nothing is shown of each group, by what is counted. */
interface Marks {
  readonly group: GroupMarks;
  readonly means: Readonly<Record<ProfileMean, GroupMarks>>;
  readonly ecg: GroupMarks;
  readonly vitals: GroupMarks;
  readonly places: GroupMarks;
}

export async function sessionProfile(
  context: AnalysisContext,
  { cohort, by }: GroupedQuestion,
): Promise<Released<SessionProfile>> {
  const { policy, query } = context;
  const within = ofWhom.map((what) => ({ of: "RECORDED", what }) as const);
  const decided = await decide(context, cohort, { of: "EXPOSED" }, within);
  const { scope, answered } = decided;
  const [derived, tally, lasted] = await Promise.all([
    hasDefinitions(query, decided.release.releaseId, SESSIONS_DERIVED_SINCE),
    tallySessionProfile(query, scope, by),
    tallySideEffectSessions(countOf(context), scope, by, false),
  ]);
  const allowed = decided.groups(by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number) ?? nobody(number));
  const marks = derived ? marksOf(policy, decided, by, rows) : notDerived(rows);
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
  return release(policy, { answered, derived, groups });
}

/** Those with a reading are other patients, with a total of their own. A hidden group is hidden in all. */
function marksOf(
  policy: Policy,
  decided: Decided,
  by: DimensionName | null,
  rows: readonly SessionProfileTally[],
): Marks {
  const exposed = rows.map((row) => row.exposed);
  const group = hideGroups(policy, decided.groups(by), exposed);
  const marks = (what: Recorded, size: (row: SessionProfileTally) => number): GroupMarks =>
    hideGroupsAmong(policy, { decided, by, outer: group }, { of: "RECORDED", what }, rows.map(size));
  return {
    group,
    means: ofMeans((name) => marks(recorded[name], (row) => row.means[name].n)),
    ecg: marks("ECG", (row) => row.ecg.sessions.n),
    vitals: marks("VITALS", (row) => row.vitals.sessions.n),
    places: marks("SETTING", (row) => placed(row).clinic + placed(row).home),
  };
}

function notDerived(rows: readonly SessionProfileTally[]): Marks {
  const none = rows.map(() => "NOT_ESTIMABLE" as const);
  return { group: none, means: ofMeans(() => none), ecg: none, vitals: none, places: none };
}

const ofMeans = <T>(each: (name: ProfileMean) => T): Record<ProfileMean, T> =>
  Object.fromEntries(profileMeans.map((name) => [name, each(name)])) as Record<ProfileMean, T>;

function describe(
  policy: Policy,
  row: SessionProfileTally,
  marks: Marks,
  at: number,
): Pick<SessionProfileGroup, "patients" | "times" | "vitals" | "monitoring"> {
  const counted = (reasons: GroupMarks, n: number): Count => {
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
  return {
    group,
    exposed: 0,
    means: ofMeans(() => none),
    ecg: monitoring,
    vitals: monitoring,
    settings: [0, 0],
  };
}
