// Awkward sessions: what publishing makes of each, by hand and by the oracle.
import { publish } from "../../server/src/releases/publish";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { compareRows } from "./compareRows";
import { expectedRelease } from "./oracle";
import { publishedRelease, type Row } from "./publishedRelease";
import {
  addDataset,
  addRows,
  bareCourse,
  bareScore,
  bareSession,
  noRows,
  type CourseRow,
  type SessionRow,
} from "./sourceRows";

interface Awkward {
  readonly name: string;
  readonly course?: Partial<CourseRow>;
  /** Day of each session, with what is known of it. */
  readonly sessions: readonly (readonly [day: number, given: Partial<SessionRow>])[];
  readonly scoredOn?: number;
  /** null: no row. */
  readonly expected: Row | null;
}

const at = (cost_usd: number | null): Partial<SessionRow> => ({ cost_usd });

const cases: readonly Awkward[] = [
  { name: "no session", sessions: [], expected: null },
  {
    name: "nothing recorded",
    sessions: [[0, {}]],
    expected: {
      sessions: 1,
      duration: null,
      systolic_peak: null,
      ecg_known: 0,
      ecg_done: 0,
      vitals_known: 0,
      priced_sessions: 0,
      cost: null,
      induction_cost: null,
      half_year_cost: null,
      year_cost: null,
    },
  },
  {
    name: "a cost in some sessions",
    sessions: [
      [0, at(400)],
      [3, at(null)],
      [6, at(500)],
    ],
    expected: { priced_sessions: 2, cost: 900, induction_cost: 1350, half_year_cost: 1350, year_cost: 1350 },
  },
  {
    name: "a cost in maintenance alone",
    sessions: [
      [0, at(null)],
      [3, at(null)],
      [40, at(300)],
    ],
    expected: { cost: 300, induction_cost: 600, half_year_cost: 900 },
  },
  {
    name: "a session for nothing",
    sessions: [
      [0, at(0)],
      [3, at(null)],
    ],
    expected: { priced_sessions: 1, cost: 0, induction_cost: 0 },
  },
  {
    name: "half a dollar",
    sessions: [
      [0, at(100.25)],
      [3, at(100.25)],
    ],
    expected: { cost: 201, induction_cost: 201 },
  },
  {
    name: "a third of a dollar that adds up",
    sessions: [
      [0, at(33.34)],
      [2, at(33.33)],
      [4, at(33.33)],
      [6, at(null)],
      [8, at(null)],
      [10, at(null)],
    ],
    expected: { cost: 100, induction_cost: 200 },
  },
  {
    name: "up to the last day of each time",
    sessions: [
      [0, at(100)],
      [182, at(10)],
      [183, at(1)],
      [364, at(1000)],
      [365, at(5000)],
    ],
    expected: { induction_cost: 100, half_year_cost: 110, year_cost: 1111, cost: 6111 },
  },
  {
    name: "half a year counts from the last session of induction",
    sessions: [
      [0, at(100)],
      [14, at(100)],
      [196, at(10)],
      [197, at(1)],
    ],
    expected: { induction_cost: 200, half_year_cost: 210, year_cost: 211 },
  },
  {
    name: "going on, seen for half a year",
    course: { end_reason: "ONGOING", end_day: 182 },
    sessions: [[0, at(500)]],
    expected: { induction_cost: 500, half_year_cost: 500, year_cost: null },
  },
  {
    name: "going on, a day short of half a year",
    course: { end_reason: "ONGOING", end_day: 181 },
    sessions: [[0, at(500)]],
    expected: { induction_cost: 500, half_year_cost: null, year_cost: null },
  },
  {
    name: "going on, seen at a score on the last day of the year",
    course: { end_reason: "ONGOING" },
    scoredOn: 364,
    sessions: [[0, at(500)]],
    expected: { half_year_cost: 500, year_cost: 500 },
  },
  {
    name: "lost early: nothing more was given",
    course: { end_reason: "LOST_TO_FOLLOW_UP", end_day: 3 },
    sessions: [[0, at(500)]],
    expected: { half_year_cost: 500, year_cost: 500 },
  },
  {
    name: "a peak without before, and before without a peak",
    sessions: [
      [0, { systolic_before: 120, systolic_peak: 135, heart_rate_before: 70 }],
      [3, { systolic_peak: 180, heart_rate_peak: 90 }],
      [6, { systolic_before: 100, systolic_peak: 128 }],
    ],
    expected: {
      systolic_before: 1100,
      systolic_peak: 1315,
      diastolic_before: null,
      diastolic_peak: null,
      heart_rate_before: null,
      heart_rate_peak: null,
    },
  },
  {
    name: "no psychotherapy is none, not unknown",
    sessions: [
      [0, { psychotherapy_min: 0, duration_min: 40, ecg_done: false, vitals_monitored: true }],
      [3, { psychotherapy_min: 45, ecg_done: true, vitals_monitored: null, recovery_min: 61 }],
      [6, { psychotherapy_min: null, duration_min: 41, ecg_done: null, recovery_min: 60 }],
    ],
    expected: {
      psychotherapy_time: 225,
      duration: 405,
      recovery: 605,
      ecg_known: 2,
      ecg_done: 1,
      vitals_known: 1,
      vitals_monitored: 1,
    },
  },
  {
    name: "a fourth course",
    course: { course: 4 },
    sessions: [[0, { ...at(500), course: 4 }]],
    expected: null,
  },
];

const rows = noRows();
for (const { name, course, sessions, scoredOn } of cases) {
  rows.courses.push(bareCourse(name, course));
  sessions.forEach(([day, given], index) => rows.sessions.push(bareSession(name, index + 1, day, given)));
  if (scoredOn !== undefined) rows.scores.push(bareScore(name, "PHQ9", scoredOn, 9));
}

let place: TestDatabase;
let published: Row[];
beforeAll(async () => {
  place = await createTestDatabase();
  await addRows(place.database, await addDataset(place.database, "sessions"), rows);
  await publish(place.database, { dataset: "sessions" });
  ({ sessionProfiles: published } = await publishedRelease(place.database, "sessions", 1));
});
afterAll(() => place.drop());

it.each(cases.map((each) => [each.name, each] as const))("%s", (name, { expected }) => {
  const row = published.find(({ patient }) => patient === name);
  if (expected === null) expect(row).toBeUndefined();
  else expect(row).toMatchObject(expected);
});

it("agree with the oracle in every column", () => {
  compareRows(published, expectedRelease(rows, new Map()).sessionProfiles, ["patient", "course"]);
});

it("are part of the checksum", async () => {
  expect(await verifyRelease(place.database.query, "sessions.1")).toMatchObject({ unchanged: true });
  await place.database.query(
    "update analysis_session_profile set year_cost = 7 where patient = 'half a dollar'",
  );
  expect(await verifyRelease(place.database.query, "sessions.1")).toMatchObject({ unchanged: false });
});
