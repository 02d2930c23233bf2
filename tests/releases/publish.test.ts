// Publishing as a whole: releases are numbered and frozen, what cannot be published is refused in words, and the
// numbers of clinics stay.
import {
  courseColumns,
  courseSideEffectColumns,
  measureColumns,
  sessionProfileColumns,
} from "../../server/src/releases/analysisColumns";
import { ENDPOINT_DEFINITIONS } from "../../server/src/releases/endpointDefinitions";
import { findRelease, listDatasets } from "../../server/src/releases/listReleases";
import { publish } from "../../server/src/releases/publish";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { generatedCourses } from "./generatedCourses";
import { publishedRelease } from "./publishedRelease";
import { addDataset, addRows, bareCourse, bareScore, noRows, type SourceRows } from "./sourceRows";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(() => place.drop());

const published = (dataset: string, number: number) => publishedRelease(place.database, dataset, number);
const find = async (id: string) => {
  const release = await findRelease(place.database.query, id);
  if (release === null) throw new Error("No such release");
  return release;
};

/** The rows of the patients whose place in the list fits. */
function part(rows: SourceRows, fits: (place: number) => boolean): SourceRows {
  const patients = [...new Set(rows.courses.map(({ patient }) => patient))];
  const kept = new Set(patients.filter((_, i) => fits(i)));
  const of = <R extends { patient: string }>(list: R[]): R[] =>
    list.filter(({ patient }) => kept.has(patient));
  return {
    courses: of(rows.courses),
    sessions: of(rows.sessions),
    scores: of(rows.scores),
    sideEffects: of(rows.sideEffects),
  };
}

describe("two releases", () => {
  const rows = generatedCourses(120, 7);

  it("leave the older one as it was, row for row", async () => {
    const datasetId = await addDataset(place.database, "two");
    await addRows(
      place.database,
      datasetId,
      part(rows, (i) => i % 2 === 0),
    );
    expect(await publish(place.database, { dataset: "two", note: "first" })).toEqual({
      id: "two.1",
      number: 1,
    });
    const before = await published("two", 1);

    await addRows(
      place.database,
      datasetId,
      part(rows, (i) => i % 2 === 1),
    );
    // A late score of a patient who was in the first release.
    const [{ patient, course } = { patient: "", course: 0 }] = rows.scores;
    await addRows(place.database, datasetId, {
      ...noRows(),
      scores: [{ patient, course, instrument: "PHQ9", day: 419, hour: 23, total: 3, suicidality: null }],
    });
    expect(await publish(place.database, { dataset: "two" })).toEqual({ id: "two.2", number: 2 });

    expect(await published("two", 1)).toEqual(before);
    expect((await published("two", 2)).courses.length).toBeGreaterThan(before.courses.length);
    expect(await verifyRelease(place.database.query, "two.1")).toMatchObject({ unchanged: true });
    expect(await verifyRelease(place.database.query, "two.2")).toMatchObject({ unchanged: true });
    expect((await find("two.1")).checksum).not.toBe((await find("two.2")).checksum);
  });

  it("of the same data have one checksum, whatever the order of insertion, the dataset and the time", async () => {
    const shuffled = { ...rows, courses: [...rows.courses].reverse(), scores: [...rows.scores].reverse() };
    await addRows(place.database, await addDataset(place.database, "forwards"), rows);
    await addRows(place.database, await addDataset(place.database, "backwards"), shuffled);
    await publish(place.database, { dataset: "forwards" });
    await publish(place.database, { dataset: "forwards", note: "again" });
    await publish(place.database, { dataset: "backwards" });
    const checksums = await Promise.all(["forwards.1", "forwards.2", "backwards.1"].map(find));
    expect(new Set(checksums.map(({ checksum }) => checksum)).size).toBe(1);
  });

  it("show a tampered row", async () => {
    const { releaseId } = await find("backwards.1");
    const [row] = await place.database.query<{ patient: string }>(
      "select patient from analysis_measure where release_id = $1 limit 1",
      [releaseId],
    );
    await place.database.query(
      `update analysis_measure set baseline = coalesce(baseline, 0) + 1 where release_id = $1 and patient = $2`,
      [releaseId, row?.patient],
    );
    expect(await verifyRelease(place.database.query, "backwards.1")).toMatchObject({ unchanged: false });
    expect(await verifyRelease(place.database.query, "backwards.9")).toBeNull();
  });
});

it("says what a release holds", async () => {
  const rows = noRows();
  rows.courses.push(bareCourse("p1", { clinic: "b", start_year: 2021 }), bareCourse("p2", { clinic: "a" }));
  rows.courses.push(bareCourse("p2", { course: 4, clinic: "z", start_year: 1999 }));
  rows.scores.push(bareScore("p1", "GAD7", 0, 9));
  rows.scores.push(bareScore("p2", "PHQ9", 3, 9));
  rows.scores.push(bareScore("p2", "CADSS", 0, 9, 1));
  await addRows(place.database, await addDataset(place.database, "small"), rows);
  await publish(place.database, { dataset: "small", note: "A note" });
  const dataset = { name: "small", title: "small", kind: "SYNTHETIC", licence: "CC0-1.0", citation: "none" };
  expect(await findRelease(place.database.query, "small.1")).toEqual({
    id: "small.1",
    releaseId: expect.any(Number) as number,
    number: 1,
    publishedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    changes: null,
    checksum: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    note: "A note",
    measures: ["PHQ9", "GAD7"],
    clinics: [1, 2],
    startYears: [2021],
    dataset: { ...dataset, sourceNote: "" },
  });
  const [counts] = await place.database.query(
    "select patients, courses, definitions from release r join dataset d on d.id = r.dataset_id where d.name = 'small'",
  );
  expect(counts).toEqual({ patients: 2, courses: 2, definitions: ENDPOINT_DEFINITIONS });
});

it("lists datasets by name, their releases from the newest", async () => {
  await addDataset(place.database, "unpublished");
  const list = await listDatasets(place.database.query);
  expect(list.map(({ name, releases }) => [name, releases.map(({ id }) => id)])).toEqual([
    ["backwards", ["backwards.1"]],
    ["forwards", ["forwards.2", "forwards.1"]],
    ["small", ["small.1"]],
    ["two", ["two.2", "two.1"]],
    ["unpublished", []],
  ]);
});

it.each([
  "",
  "small",
  "small.0",
  "small.01",
  "small.2",
  "small.1 ",
  "SMALL.1",
  "none.1",
  "small.99999999999",
  "a'.1",
])("finds no release for %j", async (id) => {
  expect(await findRelease(place.database.query, id)).toBeNull();
});

it("keeps the numbers of clinics, and numbers new ones after them by name", async () => {
  const datasetId = await addDataset(place.database, "clinics");
  const withClinics = (...names: string[]) => ({
    ...noRows(),
    courses: names.map((clinic) => bareCourse(`of ${clinic}`, { clinic })),
  });
  const numbers = async () => {
    const sql = "select name, number from clinic where dataset_id = $1 order by number";
    const list = await place.database.query<{ name: string; number: number }>(sql, [datasetId]);
    return list.map(({ name, number }) => `${number} ${name}`);
  };
  await addRows(place.database, datasetId, withClinics("m", "k"));
  await publish(place.database, { dataset: "clinics" });
  expect(await numbers()).toEqual(["1 k", "2 m"]);
  await addRows(place.database, datasetId, withClinics("z", "a"));
  await publish(place.database, { dataset: "clinics" });
  expect(await numbers()).toEqual(["1 k", "2 m", "3 a", "4 z"]);
  const { courses } = await published("clinics", 2);
  expect(courses.map(({ patient, clinic }) => `${patient} ${clinic}`).sort()).toEqual([
    "of a 3",
    "of k 1",
    "of m 2",
    "of z 4",
  ]);
});

describe("is refused", () => {
  it("without courses", async () => {
    await addDataset(place.database, "empty");
    await expect(publish(place.database, { dataset: "empty" })).rejects.toThrow(
      "The dataset holds no courses: import them before publishing.",
    );
    expect(await findRelease(place.database.query, "empty.1")).toBeNull();
  });

  it("for a dataset that is not there, naming those that are", async () => {
    const refusal = publish(place.database, { dataset: "nowhere'; drop table release" });
    await expect(refusal).rejects.toThrow(
      /^There is no dataset of this name\. The datasets here are: backwards, /,
    );
    await expect(refusal).rejects.not.toThrow(/nowhere/);
  });

  it("where the source holds a code from a newer version", async () => {
    const datasetId = await addDataset(place.database, "newer");
    const rows = { ...noRows(), courses: [bareCourse("p1")] };
    rows.scores.push(bareScore("p1", "PHQ99", 0, 9));
    await addRows(place.database, datasetId, rows);
    await expect(publish(place.database, { dataset: "newer" })).rejects.toThrow(
      /^The column instrument of the source table score holds a code/,
    );
  });
});

it.each([
  ["analysis_course", courseColumns],
  ["analysis_course_side_effect", courseSideEffectColumns],
  ["analysis_session_profile", sessionProfileColumns],
  ["analysis_measure", measureColumns],
])("writes and hashes every column of %s", async (table, columns) => {
  const there = await place.database.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = $1",
    [table],
  );
  const names = there.map(({ name }) => name).filter((name) => !/^(release_id|dataset_id)$/.test(name));
  expect([...columns].sort()).toEqual(names.sort());
});
