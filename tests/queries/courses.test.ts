// The tallies of courses and side effects, on a real Postgres, against the naive count over the same rows.
import { conditions, dimensions, everyone, sideEffectByNumber, sideEffects } from "@afterglow/shared";
import { tallyPatients } from "../../server/src/queries/tallyPatients";
import { tallyExposure } from "../../server/src/queries/tallyExposure";
import { tallySideEffectSessions } from "../../server/src/queries/tallySideEffectSessions";
import type { Row } from "./analysisRows";
import { countBy, grouped, groupOf, momentsOf, numbersOf, valueOf } from "./oracle";
import { cases, talliedRows, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

it.each(cases)("counts patients: $by, $cohort", async ({ cohort, by }) => {
  const expected = grouped(tallied.coursesOf(cohort), by).map(([group, of]) => ({
    group,
    patients: of.length,
  }));
  const counted = await tallyPatients(tallied.query, tallied.scopeOf(cohort), by);
  // Without a group by column, a tally of nobody may be one row of 0 or none.
  expect(counted.filter(({ patients }) => patients > 0)).toEqual(expected);
});

function describeExposed([group, of]: [number, Row[]]) {
  return {
    group,
    exposed: of.length,
    sessions: momentsOf(of.map((row) => Number(row["sessions"]))).sum,
    byChecklist: of.filter((row) => row["ascertained"] === 1).length,
    bySpontaneousReport: of.filter((row) => row["ascertained"] === 2).length,
    reached: [1, 2, 3, 4, 5, 6].map((number) => of.filter((row) => Number(row["sessions"]) >= number).length),
    rises: ["systolic_rise", "diastolic_rise", "heart_rate_rise"].map((sign) =>
      momentsOf(numbersOf(of, (row) => valueOf(row, sign))),
    ),
  };
}

it.each(cases)("counts exposure and side effects a course: $by, $cohort", async ({ cohort, by }) => {
  const [scope, exposed] = [
    tallied.scopeOf(cohort),
    tallied.coursesOf(cohort).filter((row) => Number(row["sessions"]) > 0),
  ];
  expect(await tallyExposure(tallied.count, scope, by)).toEqual(grouped(exposed, by).map(describeExposed));
  const { effects } = await tallySideEffectSessions(tallied.count, scope, by, false);
  const byNumber = sideEffects.toSorted((one, other) => one.number - other.number);
  expect(effects).toEqual(
    grouped(exposed, by).flatMap(([group, of]) =>
      byNumber.flatMap(({ code }) => withEffect(group, of, code)),
    ),
  );
});

/** From the rows of courses, which publishing writes beside those of side effects. */
function withEffect(group: number, of: Row[], term: string) {
  const name = term.toLowerCase();
  const worst = [1, 2, 3, 4].map((severity) => of.filter((row) => row[`worst_${name}`] === severity).length);
  const sessions = momentsOf(of.map((row) => Number(row[`sessions_${name}`]))).sum;
  return sessions === 0 ? [] : [{ group, term, worst, sessions }];
}

it.each(cases)("counts side effects a session: $by, $cohort", async ({ cohort, by }) => {
  const courses = new Map(
    tallied.coursesOf(cohort).map((row) => [`${row["patient"]} ${row["course"]}`, row]),
  );
  const found = tallied.rows.effects.flatMap((effect): (Row & { group: number })[] => {
    const course = courses.get(`${effect["patient"]} ${effect["course"]}`);
    return course === undefined ? [] : [{ ...effect, group: groupOf(course, by) }];
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
  ).map(({ key: [group, term, infusion], rows: at }) => ({
    group,
    term: termOf(term),
    infusion,
    patients: at.length,
  }));
  const longest = new Map<string, { group: number; term: number; value: number }>();
  for (const row of found) {
    const value = valueOf(row, "duration_min");
    if (value === null) continue;
    const key = `${row["patient"]} ${row["term"]}`;
    const before = longest.get(key)?.value ?? 0;
    longest.set(key, { group: row.group, term: Number(row["term"]), value: Math.max(before, value) });
  }
  const durations = countBy([...longest.values()], ({ group, term }) => [group, term]).map(
    ({ key: [group, term], rows: of }) => ({
      group,
      term: termOf(term),
      minutes: countBy(of, ({ value }) => [value]).map(({ key: [value], rows: at }) => ({
        value,
        count: at.length,
      })),
    }),
  );
  const { effects, ...tally } = await tallySideEffectSessions(
    tallied.count,
    tallied.scopeOf(cohort),
    by,
    true,
  );
  expect(tally).toEqual({ severities, infusions, durations });
  // Each session once, whatever it is told by.
  const sum = (rows: readonly { sessions: number }[]) => rows.reduce((total, row) => total + row.sessions, 0);
  expect(sum(effects)).toBe(sum(severities));
});

it("counts categories that are asked for together as one group", async () => {
  const [scope, together] = [tallied.scopeOf(everyone), ["MDD", "PTSD"]];
  const [mdd, ptsd] = together.map((code) => conditions.find((each) => each.code === code)?.number ?? 0);
  const joined = tallied.coursesOf(everyone).map((row) => ({
    ...row,
    condition: row["condition"] === ptsd ? (mdd ?? 0) : (row["condition"] ?? 0),
  }));
  const exposed = joined.filter((row) => Number((row as Row)["sessions"]) > 0);
  expect(await tallyExposure(tallied.count, scope, "condition", together)).toEqual(
    grouped<Row>(exposed, "condition").map(describeExposed),
  );
  const inSessions = async (codes?: string[]) =>
    (await tallySideEffectSessions(tallied.count, scope, "condition", true, codes)).severities;
  const [apart, one] = [await inSessions(), await inSessions(together)];
  const sessionsOf = (rows: typeof one, groups: (number | undefined)[]) =>
    rows.filter(({ group }) => groups.includes(group)).reduce((sum, { sessions }) => sum + sessions, 0);
  expect(sessionsOf(one, [mdd])).toBe(sessionsOf(apart, [mdd, ptsd]));
  expect(sessionsOf(one, [mdd])).toBeGreaterThan(sessionsOf(apart, [mdd]));
});

it("refuses a cohort without a course number, since patients would count more than once", async () => {
  const scope = { ...tallied.scopeOf(everyone), cohort: {} };
  await expect(async () => tallyPatients(tallied.query, scope, null)).rejects.toThrow("courseNumber");
});

it("groups by every dimension", async () => {
  for (const { name } of dimensions) {
    const tally = await tallyPatients(tallied.query, tallied.scopeOf(everyone), name);
    const expected = grouped(tallied.coursesOf(everyone), name).map(([group, of]) => ({
      group,
      patients: of.length,
    }));
    expect({ name, tally }).toEqual({ name, tally: expected });
  }
});
