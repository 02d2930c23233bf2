// Every tally, on a real Postgres, against the naive count over the same rows: grouped by each kind of dimension and
// by none, for cohorts of no, one and several filters.
import { changeCategories, dimensions, everyone, sideEffectByNumber, type Cohort, type DimensionName, type Outcome } from "@afterglow/shared";
import type { Database } from "../../server/src/database/dataSource";
import type { Scope } from "../../server/src/queries/whereCohort";
import { tallyBaseline } from "../../server/src/queries/tallyBaseline";
import { tallyChoices } from "../../server/src/queries/tallyChoices";
import { tallyDurability } from "../../server/src/queries/tallyDurability";
import { laterVisits, tallyFlow } from "../../server/src/queries/tallyFlow";
import { tallyOnset } from "../../server/src/queries/tallyOnset";
import { tallyPatients } from "../../server/src/queries/tallyPatients";
import { tallySideEffectSessions } from "../../server/src/queries/tallySideEffectSessions";
import { tallySideEffects } from "../../server/src/queries/tallySideEffects";
import { tallyTrajectory } from "../../server/src/queries/tallyTrajectory";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { analysisRows, scoreVisits, snake, terms, type AnalysisRows, type Row } from "./analysisRows";
import { insertRows } from "./insertRows";
import { countBy, grouped, groupOf, isMeant, momentsOf, numbersOf, passes, valueOf } from "./oracle";

let test: TestDatabase;
let database: Database;
let rows: AnalysisRows;
let releaseId: number;

beforeAll(async () => {
  test = await createTestDatabase();
  database = test.database;
  // Another release of other rows, which no answer may contain.
  await insertRows(database, analysisRows(99, 200));
  rows = analysisRows(7, 900);
  releaseId = await insertRows(database, rows);
});
afterAll(() => test.drop());

const cohorts: Cohort[] = [
  everyone,
  { condition: ["TRD", "PTSD"], courseNumber: ["FIRST"] },
  { condition: ["TRD", "MDD", "PTSD"], age: ["AGE_18_29", "AGE_30_39"], sex: ["FEMALE", "UNKNOWN"], courseNumber: ["FIRST"] },
  { clinic: ["7"], startYear: ["2021", "2022"], courseNumber: ["SECOND"] },
  { clinic: ["UNKNOWN"], modality: ["PLACEBO"], courseNumber: ["THIRD"] },
];
const groupings: (DimensionName | null)[] = [null, "condition", "priorTrials", "clinic"];
const cases = cohorts.flatMap((cohort) => groupings.map((by) => ({ cohort, by })));
const outcomes: Outcome[] = [
  { measure: "PHQ9", response: "INSTRUMENT", relapse: "LOSS_OF_RESPONSE", maintenance: "IGNORED" },
  { measure: "PCL5", response: "HALF", relapse: "CONFIRMED_LOSS", maintenance: "CENSORED" },
  { measure: "OWN", response: "INSTRUMENT", relapse: "RELAPSE", maintenance: "CENSORED" },
  { measure: "OWN", response: "HALF", relapse: "CONFIRMED_RELAPSE", maintenance: "IGNORED" },
];
const withOutcome = cases.flatMap((each, index) => ({ ...each, outcome: outcomes[index % outcomes.length] as Outcome }));

const scopeOf = (cohort: Cohort): Scope => ({ releaseId, cohort });
const coursesOf = (cohort: Cohort): Row[] => rows.courses.filter((row) => passes(row, cohort));
const measuresOf = (cohort: Cohort, outcome: Outcome): Row[] =>
  rows.measures.filter((row) => passes(row, cohort) && isMeant(row, outcome));

it.each(cases)("counts patients: $by, $cohort", async ({ cohort, by }) => {
  const expected = grouped(coursesOf(cohort), by).map(([group, of]) => ({ group, patients: of.length }));
  const counted = await tallyPatients(database.query, scopeOf(cohort), by);
  // Without a group by column, a tally of nobody may be one row of 0 or none.
  expect(counted.filter(({ patients }) => patients > 0)).toEqual(expected);
});

it.each(cohorts)("counts the choices: %j", async (cohort) => {
  const counted = await tallyChoices(database.query, scopeOf(cohort));
  const expected = dimensions.flatMap(({ name }) =>
    grouped(rows.courses.filter((row) => passes(row, cohort, name)), name).map(([category, of]) => ({
      dimension: name,
      category,
      patients: of.length,
    })),
  );
  expect(counted).toEqual(expected);
});

it.each(withOutcome)("counts the flow: $by, $outcome.measure, $cohort", async ({ cohort, by, outcome }) => {
  const expected = grouped(measuresOf(cohort, outcome), by).map(([group, of]) => {
    const atCaseness = of.filter((row) => row["is_case"]);
    return {
      group,
      withBaseline: of.filter((row) => row["baseline"] !== null).length,
      cases: atCaseness.length,
      withLaterScore: atCaseness.filter((row) => row["later_score"]).length,
      visits: laterVisits.map(({ code, from }) => {
        const received = atCaseness.filter((row) => row[`score_${code.toLowerCase()}`] !== null);
        const due = atCaseness.filter((row) => Number(row["expected_to_day"]) >= from || received.includes(row));
        return { visit: code, expected: due.length, received: received.length };
      }),
    };
  });
  expect(await tallyFlow(database.query, scopeOf(cohort), outcome, by)).toEqual(expected);
});

function timesOf(of: Row[], by: DimensionName | null, seen: (row: Row) => { time: number; isEvent: boolean }) {
  return countBy(of, (row) => [groupOf(row, by), seen(row).time]).map(({ key: [group, time], rows: at }) => {
    const events = at.filter((row) => seen(row).isEvent).length;
    return { group, time, events, censored: at.length - events };
  });
}
const gapsOf = (of: Row[], by: DimensionName | null, column: string) =>
  countBy(of.filter((row) => row[column] !== null), (row) => [groupOf(row, by), Number(row[column])]).map(
    ({ key: [group, value], rows: at }) => ({ group, value, count: at.length }),
  );

const onsets = withOutcome.map((each, index) => ({
  ...each,
  of: (["RESPONSE", "CONFIRMED_RESPONSE", "REMISSION"] as const)[index % 3] ?? "RESPONSE",
  clock: index % 2 === 0 ? ("DAY" as const) : ("SESSION" as const),
}));
it.each(onsets)("counts onset: $of in $clock by $by, $cohort", async ({ cohort, by, outcome, of, clock }) => {
  const stem = { RESPONSE: "response", CONFIRMED_RESPONSE: "confirmed", REMISSION: "remission" }[of];
  const unit = clock === "DAY" ? "day" : "sessions";
  const evaluable = measuresOf(cohort, outcome).filter((row) => row["onset_last_day"] !== null);
  const times = timesOf(evaluable, by, (row) => {
    const event = valueOf(row, `${stem}_${unit}`);
    return { time: event ?? Number(row[`onset_last_${unit}`]), isEvent: event !== null };
  });
  const tally = await tallyOnset(database.query, scopeOf(cohort), outcome, by, of, clock);
  expect(tally).toEqual({ times, gaps: gapsOf(evaluable, by, "onset_gap_days") });
});

it.each(withOutcome)("counts durability: $outcome.relapse by $by, $cohort", async ({ cohort, by, outcome }) => {
  const column = {
    LOSS_OF_RESPONSE: "loss_days",
    CONFIRMED_LOSS: "confirmed_loss_days",
    RELAPSE: "relapse_days",
    CONFIRMED_RELAPSE: "confirmed_relapse_days",
  }[outcome.relapse];
  const responders = measuresOf(cohort, outcome).filter((row) => row["durability_zero_day"] !== null);
  const times = timesOf(responders, by, (row) => {
    const event = valueOf(row, column) ?? Infinity;
    const maintenance =
      outcome.maintenance === "CENSORED" ? (valueOf(row, "maintenance_days") ?? Infinity) : Infinity;
    // On one day the score comes before the session.
    if (event <= maintenance && event < Infinity) return { time: event, isEvent: true };
    return { time: Math.min(Number(row["durability_last_days"]), maintenance), isEvent: false };
  });
  const tally = await tallyDurability(database.query, scopeOf(cohort), outcome, by);
  expect(tally).toEqual({ times, gaps: gapsOf(responders, by, "durability_gap_days") });
});

it.each(withOutcome)("adds up the trajectory: $outcome.measure by $by, $cohort", async ({ cohort, by, outcome }) => {
  const isOwn = outcome.measure === "OWN";
  const read = (row: Row, visit: string): number | null => {
    const score = valueOf(row, `score_${visit}`);
    const baseline = Number(row["baseline"]);
    return score === null || !isOwn ? score : Math.floor((10000 * score) / baseline + 0.5);
  };
  const start = (row: Row): number => (isOwn ? 10000 : Number(row["baseline"]));
  const none = momentsOf([]);
  const expected = grouped(measuresOf(cohort, outcome).filter((row) => row["is_case"]), by).map(([group, of]) => ({
    group,
    cases: of.length,
    visits: [
      {
        visit: "BASELINE",
        score: momentsOf(of.map(start)),
        change: none,
        categories: changeCategories.map(({ number }) => ({ category: number, patients: 0 })),
      },
      ...scoreVisits.map((visit) => ({
        visit: visit.toUpperCase(),
        score: momentsOf(numbersOf(of, (row) => read(row, visit))),
        change: momentsOf(
          numbersOf(of, (row) => {
            const value = read(row, visit);
            return value === null ? null : value - start(row);
          }),
        ),
        categories: changeCategories.map(({ number }) => ({
          category: number,
          patients: of.filter((row) => row[`change_${visit}`] === number).length,
        })),
      })),
    ],
  }));
  expect(await tallyTrajectory(database.query, scopeOf(cohort), outcome, by)).toEqual(expected);
});

it.each(cases)("counts side effects a course: $by, $cohort", async ({ cohort, by }) => {
  const exposed = coursesOf(cohort).filter((row) => Number(row["sessions"]) > 0);
  const expected = grouped(exposed, by).map(([group, of]) => ({
    group,
    exposed: of.length,
    sessions: momentsOf(of.map((row) => Number(row["sessions"]))).sum,
    byChecklist: of.filter((row) => row["ascertained"] === 1).length,
    bySpontaneousReport: of.filter((row) => row["ascertained"] === 2).length,
    effects: terms.map((term) => ({
      term: term.toUpperCase(),
      worst: [1, 2, 3, 4].map((severity) => of.filter((row) => row[`worst_${term}`] === severity).length),
      sessions: momentsOf(of.map((row) => Number(row[`sessions_${term}`]))).sum,
    })),
    reached: [1, 2, 3, 4, 5, 6].map((number) => of.filter((row) => Number(row["sessions"]) >= number).length),
    rises: ["systolic_rise", "diastolic_rise", "heart_rate_rise"].map((sign) =>
      momentsOf(numbersOf(of, (row) => valueOf(row, sign))),
    ),
  }));
  expect(await tallySideEffects(database.query, scopeOf(cohort), by)).toEqual(expected);
});

it.each(cases)("counts side effects a session: $by, $cohort", async ({ cohort, by }) => {
  const courses = new Map(coursesOf(cohort).map((row) => [`${row["patient"]} ${row["course"]}`, row]));
  const found = rows.effects.flatMap((effect) => {
    const course = courses.get(`${effect["patient"]} ${effect["course"]}`);
    return course === undefined ? [] : [{ ...effect, group: groupOf(course, by) } as Row & { group: number }];
  });
  const termOf = (number: number | undefined): string => sideEffectByNumber(number ?? 0).code;
  const severities = countBy(found, (row) => [row.group, Number(row["term"]), Number(row["severity"])]).map(
    ({ key: [group, term, severity], rows: at }) => ({
      group,
      term: termOf(term),
      severity,
      sessions: at.length,
      patients: new Set(at.map((row) => row["patient"])).size,
    }),
  );
  const infusions = countBy(
    found.filter((row) => Number(row["session"]) <= 6),
    (row) => [row.group, Number(row["term"]), Number(row["session"])],
  ).map(({ key: [group, term, infusion], rows: at }) => ({ group, term: termOf(term), infusion, patients: at.length }));
  const longest = new Map<string, { group: number; term: number; value: number }>();
  for (const row of found) {
    const value = valueOf(row, "duration_min");
    if (value === null) continue;
    const key = `${row["patient"]} ${row["term"]}`;
    const before = longest.get(key)?.value ?? 0;
    longest.set(key, { group: row.group, term: Number(row["term"]), value: Math.max(before, value) });
  }
  const durations = countBy([...longest.values()], (each) => [each.group, each.term, each.value]).map(
    ({ key: [group, term, value], rows: at }) => ({ group, term: termOf(term), value, count: at.length }),
  );
  const tally = await tallySideEffectSessions(database.query, scopeOf(cohort), by);
  expect(tally).toEqual({ severities, infusions, durations });
});

it.each(withOutcome)("adds up the baseline table: $by, $cohort", async ({ cohort, by, outcome }) => {
  const asked = [
    { dimension: "sex", code: "FEMALE" },
    { dimension: "severity", code: "UNKNOWN" },
    { dimension: "priorTrials", code: "FIVE_OR_MORE" },
  ] as const;
  const measured = measuresOf(cohort, outcome);
  const expected = grouped(coursesOf(cohort), by).map(([group, of]) => ({
    group,
    patients: of.length,
    categories: asked.map(
      ({ dimension, code }) => of.filter((row) => passes(row, { [dimension]: [code] })).length,
    ),
    ageYears: momentsOf(numbersOf(of, (row) => valueOf(row, "age_years"))),
    inductionSessions: momentsOf(of.map((row) => Number(row["induction_sessions"]))),
    score: momentsOf(
      numbersOf(
        measured.filter((row) => groupOf(row, by) === group),
        (row) => valueOf(row, "baseline"),
      ),
    ),
  }));
  expect(await tallyBaseline(database.query, scopeOf(cohort), outcome, by, asked)).toEqual(expected);
});

it("refuses a cohort without a course number, since patients would count more than once", async () => {
  const scope = { releaseId, cohort: {} };
  await expect(async () => tallyPatients(database.query, scope, null)).rejects.toThrow("courseNumber");
});

it("groups by every dimension", async () => {
  for (const { name } of dimensions) {
    const tally = await tallyPatients(database.query, scopeOf(everyone), name);
    const expected = grouped(coursesOf(everyone), name).map(([group, of]) => ({ group, patients: of.length }));
    expect({ name, tally }).toEqual({ name, tally: expected });
    expect(snake(name)).toMatch(/^[a-z_]+$/);
  }
});
