// Every column of every analysis table against the oracle, on several hundred messy courses of all instruments.
import { maintenances, protocols, severities } from "@afterglow/shared";
import {
  courseSideEffectColumns,
  measureColumns,
  sessionProfileColumns,
  termColumns,
} from "../../server/src/releases/analysisColumns";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { compareRows } from "./compareRows";
import { generatedCourses } from "./generatedCourses";
import { expectedRelease } from "./oracle";
import { publishedRelease, type AnalysisRows } from "./publishedRelease";
import { addDataset, addRows } from "./sourceRows";

describe("a release against the oracle", () => {
  let place: TestDatabase;
  const source = generatedCourses(500, 20_250_101);
  let expected: AnalysisRows;
  let published: AnalysisRows;

  beforeAll(async () => {
    place = await createTestDatabase();
    const datasetId = await addDataset(place.database, "messy");
    await addRows(place.database, datasetId, source);
    await publish(place.database, { dataset: "messy" });
    published = await publishedRelease(place.database, "messy", 1);
    // In the order of bytes, as the numbering promises.
    const names = [...new Set(source.courses.map(({ clinic }) => clinic).filter((name) => name !== null))];
    const inOrder = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expected = expectedRelease(source, new Map(inOrder.map((name, i) => [name, i + 1])));
  });
  afterAll(() => place.drop());

  it("has the same courses, in every column", () => {
    expect(published.courses.length).toBeGreaterThan(500);
    compareRows(published.courses, expected.courses, ["patient", "course"]);
  });

  it("has the same side effects, in every column", () => {
    expect(published.sideEffects.length).toBeGreaterThan(1_000);
    compareRows(published.sideEffects, expected.sideEffects, ["patient", "course", "term"]);
  });

  it("has the same measures, in every column", () => {
    expect(published.measures.length).toBeGreaterThan(1_000);
    compareRows(published.measures, expected.measures, ["patient", "course", "instrument", "rule"]);
  });

  it("has the same session profiles, in every column", () => {
    expect(published.sessionProfiles.length).toBeGreaterThan(500);
    compareRows(published.sessionProfiles, expected.sessionProfiles, ["patient", "course"]);
  });

  it("was put to the test by every edge: each column is met empty and filled, each category seen", () => {
    for (const column of measureColumns) {
      const seen = new Set(published.measures.map((row) => row[column]));
      expect({ column, values: seen.size > 1 }).toEqual({ column, values: true });
      if (/^change_/.test(column)) expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, null]);
    }
    for (const column of sessionProfileColumns) {
      const seen = new Set(published.sessionProfiles.map((row) => row[column]));
      expect({ column, values: seen.size > 1 }).toEqual({ column, values: true });
    }
    for (const column of courseSideEffectColumns) {
      const seen = new Set(published.sideEffects.map((row) => row[column]));
      expect({ column, values: seen.size > 1 }).toEqual({ column, values: true });
    }
    const infusions = published.sideEffects.map((row) => Number(row["infusions"]));
    for (const bit of [1, 32, 2048]) expect(infusions.some((bits) => (bits & bit) > 0)).toBe(true);
    expect(published.sideEffects.some((row) => row["longest_min"] === null)).toBe(true);
    const of = (column: string) => new Set(published.courses.map((row) => row[column]));
    expect(of("protocol").size).toBe(protocols.length + 1);
    expect(of("maintenance").size).toBe(maintenances.length + 1);
    expect(of("severity").size).toBe(severities.length + 1);
    expect(of("ascertained").size).toBe(3);
    for (const { name } of termColumns) expect(of(`worst_${name}`).size).toBe(5);
  });
});
