// The awkward courses, by name, with what must come of them worked out by hand. PHQ-9 unless said otherwise:
// caseness 10, response at half, remission at 4 or less.
import type { Row } from "./publishedRelease";
import { bareCourse, bareSession, noRows, type CourseRow, type SourceRows } from "./sourceRows";

export interface AwkwardCase {
  readonly name: string;
  readonly course?: Partial<CourseRow>;
  /** Days of the sessions; one on day 0 where not given. */
  readonly sessions?: readonly number[];
  /** Day, total, and the hour where it matters. */
  readonly scores?: readonly (readonly [day: number, total: number, hour?: number])[];
  readonly instrument?: string;
  /** Columns of analysis_course. */
  readonly onCourse?: Row;
  /** Columns of analysis_measure under the instrument's own rule; null: no such row. */
  readonly expected?: Row | null;
  /** The same under HALF, for instruments that have another rule. */
  readonly underHalf?: Row;
}

const every = (days: number, count: number): number[] => Array.from({ length: count }, (_, i) => i * days);

export const awkwardCases: readonly AwkwardCase[] = [
  {
    name: "baseline 0",
    scores: [
      [0, 0],
      [7, 0],
      [14, 6],
    ],
    expected: {
      baseline: 0,
      is_case: false,
      response_day: null,
      change_w1: 5,
      change_w2: 1,
      onset_last_day: null,
    },
    onCourse: { severity: 1 },
  },
  {
    name: "baseline 0 where nothing is remission",
    instrument: "CADSS",
    scores: [
      [0, 0],
      [7, 0],
      [14, 10],
    ],
    expected: { baseline: 0, is_case: false, change_w1: 2, change_w2: 1 },
  },
  {
    name: "baseline one under caseness",
    scores: [
      [0, 9],
      [7, 2],
    ],
    expected: { is_case: false, later_score: true, onset_last_day: null, response_day: null, change_w1: 5 },
  },
  {
    name: "baseline at caseness",
    scores: [
      [0, 10],
      [7, 5],
    ],
    expected: { is_case: true, response_day: 7, onset_last_day: 7, remission_day: null, change_w1: 4 },
    onCourse: { severity: 2 },
  },
  {
    name: "one point short of half",
    scores: [
      [0, 15],
      [7, 8],
      [14, 7],
    ],
    expected: { response_day: 14, change_w1: 3, change_w2: 4 },
  },
  {
    name: "scores only before day 0",
    scores: [
      [-3, 20],
      [-1, 18],
    ],
    expected: { baseline: 18, is_case: true, later_score: false, onset_last_day: null, score_d1: null },
  },
  {
    name: "baseline on the first day of its window",
    scores: [
      [-14, 20],
      [7, 8],
    ],
    expected: { baseline: 20, response_day: 7 },
  },
  {
    name: "baseline a day too early",
    scores: [
      [-15, 20],
      [7, 8],
    ],
    expected: { baseline: null, is_case: false, later_score: true, score_w1: 8, change_w1: null },
    onCourse: { severity: 0 },
  },
  { name: "no scores", expected: null, onCourse: { severity: 0, sessions: 1 } },
  {
    name: "two scores a day in conflict",
    scores: [
      [0, 20],
      [1, 18, 24],
      [1, 9, 30],
      [2, 20],
    ],
    expected: { score_d1: 9, response_day: 1 },
  },
  {
    name: "two scores before day 0 on one day",
    scores: [
      [-1, 20, 1],
      [-1, 12, 9],
      [7, 6],
    ],
    expected: { baseline: 12, response_day: 7 },
  },
  {
    name: "day-0 score after dosing",
    scores: [
      [0, 20],
      [0, 5, 4],
      [7, 12],
    ],
    expected: { baseline: 20, response_day: null, onset_last_day: 7, onset_gap_days: 7 },
  },
  { name: "only a day-0 score after dosing", scores: [[0, 5, 4]], expected: null, onCourse: { severity: 0 } },
  {
    name: "higher is better",
    instrument: "WHO5",
    scores: [
      [0, 20],
      [7, 28],
      [14, 32],
      [28, 60],
      [50, 8],
    ],
    expected: {
      is_case: true,
      response_day: 14,
      change_w1: 3,
      change_w2: 4,
      change_w4: 4,
      change_w8: 1,
      own: false,
    },
    underHalf: { response_day: 28, change_w1: 2, change_w2: 2, change_w4: 4 },
  },
  {
    name: "points rule",
    course: { condition: "PTSD" },
    instrument: "PCL5",
    scores: [
      [0, 60],
      [7, 51],
      [14, 50],
      [28, 30],
      [50, 70],
    ],
    expected: { own: true, response_day: 14, remission_day: null, change_w1: 3, change_w2: 4, change_w8: 1 },
    underHalf: { own: true, response_day: 28, change_w1: 2, change_w2: 2, change_w4: 4 },
    onCourse: { severity: 3 },
  },
  {
    name: "35 percent and half",
    course: { condition: "OCD" },
    instrument: "YBOCS",
    scores: [
      [0, 20],
      [7, 14],
      [14, 13],
      [28, 12],
      [42, 10],
    ],
    expected: { response_day: 14, remission_day: 28, change_w1: 3, change_w2: 4, change_w4: 5 },
    underHalf: { response_day: 42, remission_day: 28, change_w1: 3, change_w2: 3, change_w4: 5 },
  },
  {
    name: "response on the last day",
    scores: [
      [0, 20],
      [42, 10],
    ],
    expected: { response_day: 42, onset_last_day: 42, confirmed_day: null },
  },
  {
    name: "response a day after the horizon",
    scores: [
      [0, 20],
      [43, 10],
    ],
    expected: {
      response_day: null,
      onset_last_day: 0,
      onset_last_sessions: 0,
      later_score: true,
      score_w6: 10,
    },
  },
  {
    name: "confirmed by the next score, after the horizon",
    scores: [
      [0, 20],
      [42, 10],
      [90, 9],
    ],
    expected: { response_day: 42, confirmed_day: 42 },
  },
  {
    name: "the session of the same day comes after the score",
    sessions: [0, 3, 7],
    scores: [
      [0, 20],
      [7, 10],
    ],
    expected: { response_sessions: 2, onset_last_sessions: 2, confirmed_sessions: null },
  },
  {
    name: "relapse on the day of the first maintenance session",
    sessions: [0, 28],
    scores: [
      [0, 20],
      [7, 8],
      [28, 12],
    ],
    expected: {
      durability_zero_day: 7,
      loss_days: 21,
      relapse_days: 21,
      maintenance_days: 21,
      durability_last_days: 21,
    },
  },
  {
    name: "single session",
    scores: [
      [0, 20],
      [1, 9],
      [7, 8],
      [14, 14],
    ],
    expected: { durability_zero_day: null, expected_to_day: 420 },
    onCourse: { protocol: 1, maintenance: 1, induction_sessions: 1 },
  },
  {
    name: "a gap of 14 days is induction",
    sessions: [0, 7, 21],
    onCourse: { induction_sessions: 3, protocol: 5, maintenance: 1 },
  },
  {
    name: "a gap of 15 days ends induction for good",
    sessions: [0, 7, 22, 24],
    onCourse: { induction_sessions: 2, protocol: 5, maintenance: 3 },
  },
  {
    name: "12 induction sessions",
    sessions: every(2, 12),
    onCourse: { sessions: 12, induction_sessions: 12, maintenance: 1, protocol: 5 },
  },
  {
    name: "the 13th session is maintenance",
    sessions: every(2, 13),
    scores: [
      [0, 20],
      [23, 8],
      [60, 15],
    ],
    expected: { durability_zero_day: 23, maintenance_days: 1, relapse_days: 37 },
    onCourse: { sessions: 13, induction_sessions: 12, maintenance: 3, protocol: 5 },
  },
  {
    name: "a maintenance session on day zero is not later",
    sessions: every(2, 13),
    scores: [
      [0, 20],
      [24, 8],
      [60, 15],
    ],
    expected: { durability_zero_day: 24, maintenance_days: null },
  },
  {
    name: "ECT course",
    course: { modality: "ECT" },
    sessions: every(3, 6),
    onCourse: { protocol: 4, induction_sessions: 6 },
  },
  { name: "ECT, too few", course: { modality: "ECT" }, sessions: [0], onCourse: { protocol: 5 } },
  { name: "intensive in 10 days", sessions: [0, 3, 6, 8, 10], onCourse: { protocol: 2 } },
  { name: "five in 11 days are standard", sessions: [0, 3, 6, 8, 11], onCourse: { protocol: 3 } },
  { name: "six in 28 days", sessions: [0, 6, 12, 18, 24, 28], onCourse: { protocol: 3 } },
  { name: "six in 29 days", sessions: [0, 6, 12, 18, 24, 29], onCourse: { protocol: 5 } },
  { name: "maintenance every 28 days", sessions: [0, 28, 56], onCourse: { maintenance: 2 } },
  { name: "median gap of 42 and a half", sessions: [0, 42, 85], onCourse: { maintenance: 4 } },
  {
    name: "no sessions",
    sessions: [],
    scores: [
      [0, 20],
      [7, 8],
    ],
    expected: { response_day: 7, response_sessions: 0, durability_zero_day: null },
    onCourse: { protocol: 0, maintenance: 0, sessions: 0, induction_sessions: 0 },
  },
  {
    name: "visit tie: the earlier",
    scores: [
      [0, 20],
      [5, 11],
      [9, 3],
    ],
    expected: { score_w1: 11, change_w1: 3, remission_day: 9 },
  },
  {
    name: "visit: nearer, though later",
    scores: [
      [0, 20],
      [4, 11],
      [9, 3],
    ],
    expected: { score_w1: 3 },
  },
  {
    name: "visit windows' edges",
    scores: [
      [0, 20],
      [2, 11],
      [3, 12],
      [420, 13],
      [421, 1],
    ],
    expected: { score_d1: 11, score_w1: 12, score_w52: 13 },
  },
  {
    name: "end of induction judged a day after",
    scores: [
      [0, 20],
      [1, 8],
    ],
    expected: { durability_zero_day: 1, durability_last_days: 0, durability_gap_days: null, loss_days: null },
  },
  {
    name: "end of induction judged after 14 days",
    scores: [
      [0, 20],
      [14, 8],
      [15, 15],
    ],
    expected: { durability_zero_day: 14, relapse_days: 1 },
  },
  {
    name: "end of induction judged too late",
    scores: [
      [0, 20],
      [15, 8],
    ],
    expected: { durability_zero_day: null, response_day: 15 },
  },
  {
    name: "durable from the last score of the two weeks, not the first",
    scores: [
      [0, 20],
      [7, 15],
      [13, 10],
      [20, 12],
      [30, 11],
    ],
    expected: {
      durability_zero_day: 13,
      loss_days: 7,
      confirmed_loss_days: 7,
      relapse_days: 7,
      durability_gap_days: 9,
    },
  },
  {
    name: "loss that is not confirmed",
    scores: [
      [0, 24],
      [7, 8],
      [20, 13],
      [30, 8],
      [40, 20],
    ],
    expected: { loss_days: 13, confirmed_loss_days: null, relapse_days: 13, confirmed_relapse_days: null },
  },
  {
    name: "loss on day 365",
    scores: [
      [0, 20],
      [7, 8],
      [372, 20],
    ],
    expected: { loss_days: 365, relapse_days: 365, durability_last_days: 365 },
  },
  {
    name: "loss on day 366",
    scores: [
      [0, 20],
      [7, 8],
      [373, 20],
    ],
    expected: { loss_days: null, relapse_days: null, durability_last_days: 365 },
  },
  {
    name: "loss on day 365, confirmed after the horizon",
    scores: [
      [0, 20],
      [7, 8],
      [372, 20],
      [400, 20],
    ],
    expected: { confirmed_loss_days: 365, confirmed_relapse_days: 365 },
  },
  {
    name: "half a day's gap is rounded up",
    scores: [
      [0, 20],
      [3, 18],
      [7, 17],
    ],
    expected: { onset_gap_days: 4 },
  },
  {
    name: "ongoing, with its last contact",
    course: { end_reason: "ONGOING", end_day: 60 },
    scores: [
      [0, 20],
      [7, 8],
    ],
    expected: { expected_to_day: 60 },
  },
  {
    name: "ongoing, last contact not sent",
    course: { end_reason: "ONGOING" },
    sessions: [0, 30],
    scores: [
      [0, 20],
      [7, 8],
    ],
    expected: { expected_to_day: 30 },
  },
  {
    name: "severity by another instrument",
    course: { condition: "PTSD" },
    scores: [[0, 16]],
    onCourse: { severity: 3 },
    expected: { own: false },
  },
];

/** The cases as source rows; the patient's id is the case's name. */
export function awkwardRows(): SourceRows {
  const rows = noRows();
  for (const { name, course, sessions = [0], scores = [], instrument = "PHQ9" } of awkwardCases) {
    rows.courses.push(bareCourse(name, course));
    rows.sessions.push(...sessions.map((day, i) => bareSession(name, i + 1, day)));
    for (const [day, total, hour = 0] of scores) {
      rows.scores.push({ patient: name, course: 1, instrument, day, hour, total });
    }
  }
  return rows;
}
