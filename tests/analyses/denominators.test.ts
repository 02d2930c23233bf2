// The bitmaps that publishing keeps, on a real Postgres, against the naive count over the same rows: every category, and
// every denominator that a figure counts among. Who is new in a later release is tried where releases are published.
import {
  dimensions,
  everyone,
  MAINTENANCE_LANDMARK_DAYS as landmark,
  type DimensionName,
  type Outcome,
} from "@afterglow/shared";
import { decide } from "../../server/src/analyses/decide";
import { readPopulation, type Population } from "../../server/src/analyses/population";
import type { AnalysedRelease } from "../../server/src/analyses/question";
import { countInBoth, countOf, inAll, type Bitmap } from "../../server/src/disclosure/bitmap";
import { policyOf } from "../../server/src/disclosure/policy";
import type { Denominator, Recorded } from "../../server/src/queries/denominator";
import { scoreVisits, snake, type Row } from "../queries/analysisRows";
import { isMeant, passes } from "../queries/oracle";
import { talliedRows, withOutcome, type TalliedRows } from "../queries/talliedRows";

const phq9: Outcome = { measure: "PHQ9", response: "INSTRUMENT", relapse: "RELAPSE", maintenance: "IGNORED" };
const pcl5: Outcome = { ...phq9, measure: "PCL5", response: "HALF", relapse: "CONFIRMED_LOSS" };
const own: Outcome = { ...phq9, measure: "OWN", relapse: "LOSS_OF_RESPONSE" };
const ownHalf: Outcome = { ...own, response: "HALF", relapse: "CONFIRMED_RELAPSE" };
const who5: Outcome = { ...phq9, measure: "WHO5" };

type IsIn = (row: Row) => boolean;
interface Counted {
  readonly denominator: Denominator;
  readonly rows: (all: TalliedRows["rows"]) => readonly Row[];
}

const not =
  (column: string): IsIn =>
  (row) =>
    (row[column] ?? null) !== null;
const over =
  (column: string, least: number): IsIn =>
  (row) =>
    Number(row[column] ?? 0) >= least;
const both =
  (one: IsIn, other: IsIn): IsIn =>
  (row) =>
    one(row) && other(row);

const ofCourses = (denominator: Denominator, isIn: IsIn): Counted => ({
  denominator,
  rows: ({ courses }) => courses.filter(isIn),
});
const recorded = (what: Recorded, isIn: IsIn): Counted => ({
  denominator: { of: "RECORDED", what },
  rows: ({ profiles }) => profiles.filter(isIn),
});
const ofMeasures = (denominator: Denominator, outcome: Outcome, isIn: IsIn): Counted => ({
  denominator,
  rows: ({ measures }) => measures.filter((row) => isMeant(row, outcome) && isIn(row)),
});

const isCase: IsIn = (row) => row["is_case"] === true;
const exposed = over("sessions", 1);
const relapseDays = {
  LOSS_OF_RESPONSE: "loss_days",
  CONFIRMED_LOSS: "confirmed_loss_days",
  RELAPSE: "relapse_days",
  CONFIRMED_RELAPSE: "confirmed_relapse_days",
};

function isWell(outcome: Outcome): IsIn {
  return (row) => {
    const days = row[relapseDays[outcome.relapse]] ?? null;
    return over("durability_last_days", landmark)(row) && (days === null || Number(days) > landmark);
  };
}
const begun: IsIn = (row) => not("maintenance_days")(row) && Number(row["maintenance_days"]) <= landmark;

const counted: Counted[] = [
  ofCourses({ of: "TREATED" }, () => true),
  ofCourses({ of: "EXPOSED" }, exposed),
  ofCourses({ of: "INFUSION", number: 4 }, over("sessions", 4)),
  ofCourses({ of: "RECORDED", what: "AGE" }, not("age_years")),
  ofCourses({ of: "RECORDED", what: "ASCERTAINED" }, both(exposed, over("ascertained", 1))),
  ofCourses({ of: "RECORDED", what: "HEART_RATE_RISE" }, both(exposed, not("heart_rate_rise"))),
  recorded("DURATION", not("duration")),
  recorded("SETTING", over("setting", 1)),
  recorded("SYSTOLIC", not("systolic_peak")),
  recorded("ECG", over("ecg_known", 1)),
  recorded("PRICE", not("cost")),
  recorded("HALF_YEAR_COST", not("half_year_cost")),
  ...[phq9, own, who5].flatMap((outcome) => [
    ofMeasures({ of: "BASELINE", outcome }, outcome, not("baseline")),
    ofMeasures({ of: "CASE", outcome }, outcome, isCase),
    ofMeasures(
      { of: "LATER_SCORE", outcome },
      outcome,
      both(isCase, (row) => row["later_score"] === true),
    ),
    ofMeasures({ of: "VISIT", outcome, visit: "W12" }, outcome, both(isCase, not("score_w12"))),
    ofMeasures({ of: "SCORED", outcome, visit: "W4" }, outcome, both(not("baseline"), not("score_w4"))),
    ofMeasures(
      { of: "DUE", outcome, visit: "W26" },
      outcome,
      both(isCase, (row) => Number(row["expected_to_day"]) >= 155 || not("score_w26")(row)),
    ),
    ofMeasures(
      { of: "CASE_BY", outcome, visit: "W2" },
      outcome,
      both(isCase, (row) => ["d1", "w1", "w2"].some((visit) => not(`score_${visit}`)(row))),
    ),
  ]),
  ...[phq9, pcl5, own, ownHalf].flatMap((outcome) => [
    ofMeasures({ of: "RESPONDER", outcome }, outcome, not("durability_zero_day")),
    ofMeasures({ of: "WELL_AT_LANDMARK", outcome }, outcome, isWell(outcome)),
    ofMeasures({ of: "WELL_AT_LANDMARK", outcome, maintained: true }, outcome, both(isWell(outcome), begun)),
    ofMeasures(
      { of: "WELL_AT_LANDMARK", outcome, maintained: false },
      outcome,
      both(isWell(outcome), (row) => !begun(row)),
    ),
  ]),
  ...["BASELINE", ...scoreVisits.map((visit) => visit.toUpperCase())].map((visit) =>
    ofMeasures(
      { of: "ITEM", instrument: "PHQ9", visit },
      phq9,
      both(over("item_baseline", 1), not(`item_${visit.toLowerCase()}`)),
    ),
  ),
  {
    denominator: {
      of: "EVERY",
      parts: [
        { of: "LATER_SCORE", outcome: phq9 },
        { of: "RECORDED", what: "YEAR_COST" },
      ],
    },
    rows: ({ measures, profiles }) => {
      const costly = new Set(profiles.filter(not("year_cost")).map(keyOf));
      const meant = measures.filter(
        (row) => isMeant(row, phq9) && isCase(row) && row["later_score"] === true,
      );
      return meant.filter((row) => costly.has(keyOf(row)));
    },
  },
];

function keyOf(row: Row): string {
  return `${row["patient"]} ${row["course"]}`;
}

let tallied: TalliedRows;
let population: Population;
let release: AnalysedRelease;
beforeAll(async () => {
  tallied = await talliedRows();
  release = {
    id: "rows.1",
    number: 1,
    publishedOn: "2026-03-02",
    checksum: "0123abcd",
    releaseId: tallied.scopeOf(everyone).releaseId,
    clinics: [1, 2, 7],
    startYears: [2021, 2022, 2023],
    measures: ["PHQ9", "PCL5", "WHO5"],
  };
  population = await readPopulation(
    { query: tallied.query, policy: policyOf("publish"), release },
    release,
    counted.map(({ denominator }) => denominator),
  );
});
afterAll(() => tallied.drop());

const categoriesOf = (name: DimensionName): readonly { readonly number: number; readonly who: Bitmap }[] => {
  const filter = population.filters.find((each) => each.name === name);
  return (filter?.categories ?? []).map(({ number }, at) => ({
    number,
    who: filter?.rule.categories[at] as Bitmap,
  }));
};

it.each(dimensions.filter(({ name }) => name !== "courseNumber"))(
  "has a bit a course for every category of $name",
  ({ name }) => {
    for (const [code, number] of [
      ["FIRST", 1],
      ["SECOND", 2],
    ] as const) {
      const expected = categoriesOf(name).map((category) => [
        category.number,
        tallied.rows.courses.filter(
          (row) => row["course_number"] === number && row[snake(name)] === category.number,
        ).length,
      ]);
      const found = categoriesOf(name).map(({ number: at, who }) => [
        at,
        countOf(inAll([population.universe({ courseNumber: [code] }), who])),
      ]);
      expect(found).toEqual(expected);
      expect(expected.some(([, count]) => count !== 0)).toBe(true);
    }
  },
);

it.each(counted)("knows who is counted among $denominator", ({ denominator, rows }) => {
  const among = population.among(denominator);
  const expected = rows(tallied.rows);
  expect(countOf(among)).toBe(expected.length);
  // The same bits as those of the categories: the whole condition by condition.
  const byCondition = categoriesOf("condition").map(({ who }) => countInBoth(among, who, Infinity));
  expect(byCondition).toEqual(
    categoriesOf("condition").map(
      ({ number }) => expected.filter((row) => row["condition"] === number).length,
    ),
  );
  expect(expected.length).toBeGreaterThan(0);
});

// Of one response rule: what does not depend on it is drawn anew for the other in these rows.
it.each(withOutcome.filter(({ outcome }) => outcome.response === "INSTRUMENT"))(
  "counts the steps and visits of a cohort and its groups: $by, $outcome.measure, $cohort",
  async ({ cohort, by, outcome }) => {
    const among: Counted[] = [
      ofCourses({ of: "TREATED" }, () => true),
      ofMeasures({ of: "BASELINE", outcome }, outcome, not("baseline")),
      ...scoreVisits.map((visit) =>
        ofMeasures(
          { of: "VISIT", outcome, visit: visit.toUpperCase() },
          outcome,
          both(isCase, not(`score_${visit}`)),
        ),
      ),
    ];
    const asked = among.map((each) => each.denominator);
    const context = { query: tallied.query, policy: policyOf("internal"), release };
    const decided = await decide(context, cohort, { of: "TREATED" }, asked);
    // What the neighbour rule leaves of it; nobody, where nothing is left.
    const isLeft: IsIn = (row) => decided.scope !== null && passes(row, decided.cohort);
    const naive = (isIn: IsIn) =>
      among.map(({ rows }) => rows(tallied.rows).filter((row) => isLeft(row) && isIn(row)).length);
    expect(decided.sizes(asked)).toEqual(naive(() => true));
    if (by === null) return;
    for (const { number, group } of decided.groups(by))
      expect(decided.sizes(asked, { by, code: group.code })).toEqual(
        naive((row) => row[snake(by)] === number),
      );
  },
);

it("holds everyone new in a first release, and knows no denominator that was not named", () => {
  expect(countOf(population.added)).toBe(tallied.rows.courses.length);
  expect(() => population.among({ of: "INFUSION", number: 6 })).toThrow("not named");
});
