// Two releases of one dataset, on a real Postgres: the newer answers of a cohort only where k of its patients are new in
// it, else the older does, with what stands of the cohort there; and a release without bitmaps is given them later.
import { everyone, type Cohort } from "@afterglow/shared";
import { choices } from "../../server/src/analyses/choices";
import { decide } from "../../server/src/analyses/decide";
import { policyOf } from "../../server/src/disclosure/policy";
import { findRelease, type ReleaseRecord } from "../../server/src/releases/listReleases";
import { writeMissingBitmaps } from "../../server/src/releases/writeBitmaps";
import { analysisRows, type AnalysisRows, type Row } from "../queries/analysisRows";
import { insertRows } from "../queries/insertRows";
import { passes } from "../queries/oracle";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

const internal = policyOf("internal");
const k = internal.smallestCount;
const all = analysisRows(3, 420);
/** Of the patients that came with the second release. */
const isLate = ({ patient }: Row): boolean => Number(String(patient).slice(1)) > 380;

function rowsOf(fits: (row: Row) => boolean): AnalysisRows {
  const of = (rows: readonly Row[]) => rows.filter(fits);
  return {
    courses: of(all.courses),
    measures: of(all.measures),
    effects: of(all.effects),
    profiles: of(all.profiles),
  };
}

let place: TestDatabase;
let [first, second]: (ReleaseRecord | null)[] = [];
beforeAll(async () => {
  place = await createTestDatabase();
  const older = await insertRows(
    place.database,
    rowsOf((row) => !isLate(row)),
  );
  await insertRows(place.database, all, older);
  [first, second] = await Promise.all(
    ["rows-0.1", "rows-0.2"].map((id) => findRelease(place.database.query, id)),
  );
}, 180_000);
afterAll(() => place.drop());

const context = () => ({
  query: place.database.query,
  policy: internal,
  // The rows were put in without their release's lists.
  release: { ...(second as ReleaseRecord), clinics: [1, 2, 7], startYears: [2021, 2022, 2023] },
});
const sizes = (cohort: Cohort) => {
  const inside = all.courses.filter((row) => passes(row, cohort));
  return { all: inside.length, late: inside.filter(isLate).length };
};

it("answers from the newer release where k patients are new in it, else from the older", async () => {
  let [newer, older] = [0, 0];
  for (const condition of ["TRD", "MDD", "BIPOLAR", "PTSD", "OCD", "GAD", "SOCIAL_ANXIETY", "PANIC"]) {
    const cohort: Cohort = { ...everyone, condition: [condition] };
    const { late, all: size } = sizes(cohort);
    const decided = await decide(context(), cohort, { of: "TREATED" });
    if (decided.scope === null) continue;
    const isNewer = late >= k;
    expect([condition, decided.answered.release.id]).toEqual([condition, isNewer ? "rows-0.2" : "rows-0.1"]);
    expect(decided.scope.releaseId).toBe(isNewer ? second?.releaseId : first?.releaseId);
    expect([condition, decided.patients]).toEqual([condition, isNewer ? size : size - late]);
    if (isNewer) newer += 1;
    else older += 1;
  }
  expect(Math.min(newer, older)).toBeGreaterThan(0);
});

it("says in the panel the sizes of those answers", async () => {
  const { result } = await choices(context(), { cohort: everyone });
  const listed = result.find(({ dimension }) => dimension === "condition")?.choices ?? [];
  const ofOlder = listed.filter(({ code, patients }) => {
    const { late, all: size } = sizes({ ...everyone, condition: [code] });
    if (patients.value === null) return false;
    expect([code, patients.value]).toEqual([code, late >= k ? size : size - late]);
    return late > 0 && late < k;
  });
  expect(ofOlder.length).toBeGreaterThan(0);
});

it("hides a group of whose patients fewer than k are new", async () => {
  const decided = await decide(context(), everyone, { of: "TREATED" });
  expect(decided.answered.release.number).toBe(2);
  const hidden = decided.groups("condition").filter(({ isHidden }) => isHidden);
  const few = decided.groups("condition").filter(({ group }) => {
    const { late, all: size } = sizes({ ...everyone, condition: [group.code] });
    return late < k && size >= k;
  });
  expect(few.length).toBeGreaterThan(0);
  for (const each of few) expect(hidden).toContainEqual(each);
});

it("gives bitmaps to a release that has none, the same again", async () => {
  const bitmaps = () =>
    place.database.query("select * from analysis_bitmap order by release_id, fact, instrument, number");
  const before = await bitmaps();
  await place.database.query("delete from analysis_bitmap where release_id = $1", [first?.releaseId]);
  await writeMissingBitmaps(place.database);
  expect(await bitmaps()).toEqual(before);
  expect(before.length).toBeGreaterThan(200);
});
