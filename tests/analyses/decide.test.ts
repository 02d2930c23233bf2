// What is decided about cohorts of seeded rows, on a real Postgres, against the rule as it is written down, patient by
// patient: what is left of the cohort, which groups stand, what the panel says, and what the reader is told.
import {
  checkCohort,
  dimensions,
  everyone,
  UNKNOWN_CODE,
  type Cohort,
  type DimensionName,
  type Outcome,
} from "@afterglow/shared";
import { BitmapStore } from "../../server/src/analyses/bitmapStore";
import { choices } from "../../server/src/analyses/choices";
import { cohortPatients } from "../../server/src/analyses/cohortPatients";
import { decide, type Denominator } from "../../server/src/analyses/decide";
import { categoriesOf } from "../../server/src/analyses/groups";
import { naiveRule, passesAll, type Choice } from "../disclosure/naiveRule";
import { randomFrom, snake, type Row } from "../queries/analysisRows";
import { isMeant } from "../queries/oracle";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";
import { contextOf, outcome } from "./comparedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows(500);
}, 180_000);
afterAll(() => tallied.drop());

const filterable = dimensions.filter(({ name }) => name !== "courseNumber");
const own: Outcome = { ...outcome, measure: "OWN" };
const denominators: { readonly among: Denominator; readonly isIn: (row: Row) => boolean }[] = [
  { among: { of: "TREATED" }, isIn: () => true },
  { among: { of: "EXPOSED" }, isIn: (row) => Number(row["sessions"]) > 0 },
  {
    among: { of: "VISIT", outcome: own, visit: "W12" },
    isIn: (row) =>
      tallied.rows.measures.some(
        (each) =>
          each["patient"] === row["patient"] &&
          each["course"] === row["course"] &&
          isMeant(each, own) &&
          each["is_case"] === true &&
          (each["score_w12"] ?? null) !== null,
      ),
  },
];

const bitmaps = new BitmapStore();
const context = () => ({ ...contextOf(tallied, "internal"), bitmaps });
const known = new Map<DimensionName, string[]>();
function codesOf(name: DimensionName): string[] {
  const codes = known.get(name) ?? categoriesOf(context().release, name).map(({ code }) => code);
  known.set(name, codes);
  return codes;
}

/** Those of the denominator with the course number, as positions of their categories. */
function patientsOf(isIn: (row: Row) => boolean, courseNumber: number): number[][] {
  const rows = tallied.rows.courses.filter((row) => row["course_number"] === courseNumber && isIn(row));
  return rows.map((row) =>
    filterable.map(({ name }) =>
      categoriesOf(context().release, name).findIndex(({ number }) => number === row[snake(name)]),
    ),
  );
}
const choicesOf = (cohort: Cohort): Choice[] =>
  filterable.map(({ name }) => {
    const codes = cohort[name];
    if (codes === undefined) return null;
    const chosen = codesOf(name).flatMap((code, at) => (codes.includes(code) ? [at] : []));
    return chosen.length === codesOf(name).length ? null : chosen;
  });
const naiveDimensions = () =>
  filterable.map(({ name, grammar }) => ({
    grammar,
    size: codesOf(name).length,
    unknown: codesOf(name).indexOf(UNKNOWN_CODE),
  }));

const random = randomFrom(5);
const below = (most: number): number => Math.floor(random() * most);

/** One to three filters, common categories more often. */
function randomCohort(): Cohort {
  const chosen = Array.from({ length: 1 + below(3) }, (): [string, string[]] => {
    const { name, grammar } = filterable[below(filterable.length)] as (typeof filterable)[number];
    const codes = codesOf(name);
    const from = Math.floor(random() ** 2 * codes.length);
    const to = grammar === "one" ? from + 1 : from + 1 + below(codes.length - from);
    const range = codes.slice(from, to);
    return [
      name,
      grammar === "range" && range.length > 1 ? range.filter((code) => code !== UNKNOWN_CODE) : range,
    ];
  });
  return checkCohort({ ...Object.fromEntries(chosen), courseNumber: ["FIRST"] });
}

function naive(patients: number[][], cohort: Cohort, k: number) {
  const asked = choicesOf(cohort);
  const chosen = naiveRule(k, patients, naiveDimensions(), asked);
  const passing = (choice: readonly Choice[]) => patients.filter((each) => passesAll(each, choice));
  const inside = chosen === null ? [] : passing(chosen);
  const stands = chosen !== null && JSON.stringify(inside) === JSON.stringify(passing(asked));
  return { chosen, patients: inside.length, stands };
}

/** Of each category of each dimension. */
const countsOf = (patients: number[][]): number[] =>
  filterable.flatMap(({ name }, dimension) =>
    codesOf(name).map((_, at) => patients.filter((each) => each[dimension] === at).length),
  );

it.each(denominators)(
  "leaves of a cohort among $among.of what the rule as it is written leaves",
  async (each) => {
    const k = context().policy.smallestCount;
    const patients = patientsOf(each.isIn, 1);
    let [hidden, changed, hiddenGroups] = [0, 0, 0];
    for (let round = 0; round < 60; round++) {
      const cohort = randomCohort();
      const decided = await decide(context(), cohort, each.among, [each.among]);
      const expected = naive(patients, cohort, k);
      expect(decided.scope === null).toBe(expected.chosen === null);
      expect(decided.patients).toBe(expected.patients);
      if (decided.scope === null) {
        hidden += 1;
        expect(decided.groups("sex").every(({ isHidden }) => isHidden)).toBe(true);
        expect(decided.holds(each.among)).toBe(false);
        continue;
      }
      expect(choicesOf(decided.cohort)).toEqual(expected.chosen);
      expect(decided.holds(each.among)).toBe(true);
      const isChanged = JSON.stringify(choicesOf(cohort)) !== JSON.stringify(expected.chosen);
      expect(decided.answered.notApplied.length > 0).toBe(isChanged);
      if (isChanged) changed += 1;
      const listed = filterable.flatMap(({ name }) =>
        codesOf(name).map((code) => ({ dimension: name, code })),
      );
      const inside = patients.filter((each) => passesAll(each, choicesOf(decided.cohort)));
      expect(decided.count(listed)).toEqual(countsOf(inside));
      for (const by of ["condition", "age", "antidepressant"] as const) {
        const groups = decided.groups(by);
        for (const { group, isHidden } of groups) {
          const { stands } = naive(patients, { ...decided.cohort, [by]: [group.code] }, k);
          expect([by, group.code, isHidden]).toEqual([by, group.code, !stands]);
          const choice = choicesOf({ ...decided.cohort, [by]: [group.code] });
          const ofGroup = inside.filter((each) => passesAll(each, choice));
          expect(decided.count(listed, { by, code: group.code })).toEqual(countsOf(ofGroup));
          if (isHidden) hiddenGroups += 1;
        }
      }
    }
    expect(Math.min(hidden, changed, hiddenGroups)).toBeGreaterThan(3);
  },
);

it("counts in the panel what stands of each cohort, and says which choices would be dropped", async () => {
  const k = context().policy.smallestCount;
  const patients = patientsOf(() => true, 1);
  let dropped = 0;
  for (let round = 0; round < 12; round++) {
    const cohort = round === 0 ? everyone : randomCohort();
    const size = naive(patients, cohort, k).patients;
    const { result: shown } = await cohortPatients(context(), { cohort });
    expect(shown.value).toBe(size === 0 ? null : size);
    const { result } = await choices(context(), { cohort });
    for (const { dimension, choices: listed } of result) {
      const name = filterable.find((each) => each.name === dimension)?.name;
      if (name === undefined) continue;
      for (const { code, patients: count, isApplied } of listed) {
        const alone = naive(patients, { ...cohort, [name]: [code] }, k);
        expect([name, code, count.value]).toEqual([name, code, alone.patients === 0 ? null : alone.patients]);
        const grammar = filterable.find((each) => each.name === name)?.grammar;
        if (grammar !== "set" && cohort[name] !== undefined) continue;
        const beside = naive(patients, { ...cohort, [name]: [...(cohort[name] ?? []), code] }, k);
        const position = codesOf(name).indexOf(code);
        const isLeft =
          beside.chosen?.[filterable.findIndex((each) => each.name === name)]?.includes(position);
        expect([name, code, isApplied]).toEqual([name, code, isLeft ?? false]);
        if (!isApplied) dropped += 1;
      }
    }
  }
  expect(dropped).toBeGreaterThan(20);
});

it("keeps the name of a group of several categories where one of them is not left", async () => {
  const k = context().policy.smallestCount;
  const patients = patientsOf(() => true, 1);
  const condition = filterable.findIndex(({ name }) => name === "condition");
  const narrowed = filterable.flatMap(({ name }) =>
    codesOf(name).flatMap((code) => {
      if (name === "condition") return [];
      const inside = patients.filter((each) => passesAll(each, choicesOf({ ...everyone, [name]: [code] })));
      const sized = (fits: (size: number) => boolean) =>
        codesOf("condition").filter((_, at) => fits(inside.filter((each) => each[condition] === at).length));
      const [few] = sized((size) => size < k);
      const [large, other] = sized((size) => size > k + 2);
      if (few === undefined || large === undefined || other === undefined) return [];
      const cohort = checkCohort({ ...everyone, [name]: [code], condition: [large, other, few] });
      const left = naive(patients, cohort, k).chosen?.[condition]?.map((at) => codesOf("condition")[at]);
      return left?.length === 2 && !left.includes(few) ? [{ cohort, few, other }] : [];
    }),
  );
  expect(narrowed.length).toBeGreaterThan(0);
  for (const { cohort, few, other } of narrowed) {
    const decided = await decide(context(), cohort, { of: "TREATED" });
    const { stands } = naive(patients, { ...decided.cohort, condition: [other] }, k);
    const together = decided.groups("condition", [other, few]);
    expect(together.map(({ group, isHidden }) => [group.code, isHidden])).toContainEqual([
      `${other}+${few}`,
      !stands,
    ]);
    const stranger = codesOf("condition").find((code) => cohort.condition?.includes(code) !== true) ?? "";
    expect(() => decided.groups("condition", [other, stranger])).toThrow("none of the groups");
  }
});
