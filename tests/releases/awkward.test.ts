// The awkward courses: what publishing makes of each, by hand and by the oracle.
import { instrumentByCode, type InstrumentCode } from "@afterglow/shared";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { awkwardCases, awkwardRows } from "./fixtures/awkwardCases";
import { compareRows } from "./compareRows";
import { expectedRelease } from "./oracle";
import { publishedRelease, type AnalysisRows } from "./publishedRelease";
import { addDataset, addRows } from "./sourceRows";

describe("awkward courses", () => {
  let place: TestDatabase;
  let published: AnalysisRows;

  beforeAll(async () => {
    place = await createTestDatabase();
    await addRows(place.database, await addDataset(place.database, "awkward"), awkwardRows());
    await publish(place.database, { dataset: "awkward" });
    published = await publishedRelease(place.database, "awkward", 1);
  });
  afterAll(() => place.drop());

  it.each(awkwardCases.map((each) => [each.name, each] as const))("%s", (name, awkward) => {
    const { instrument = "PHQ9", onCourse, expected, underHalf } = awkward;
    if (onCourse) expect(published.courses.find(({ patient }) => patient === name)).toMatchObject(onCourse);
    const { number } = instrumentByCode(instrument as InstrumentCode);
    const rowUnder = (rule: number) =>
      published.measures.find(
        (row) => row["patient"] === name && row["instrument"] === number && row["rule"] === rule,
      );
    if (expected === null) expect(rowUnder(0)).toBeUndefined();
    if (expected) expect(rowUnder(0)).toMatchObject(expected);
    if (underHalf) expect(rowUnder(1)).toMatchObject(underHalf);
    else if (expected) expect(rowUnder(1)).toBeUndefined();
  });

  it("agree with the oracle in every column", () => {
    const oracle = expectedRelease(awkwardRows(), new Map());
    compareRows(published.courses, oracle.courses, ["patient", "course"]);
    compareRows(published.sessionProfiles, oracle.sessionProfiles, ["patient", "course"]);
    compareRows(published.measures, oracle.measures, ["patient", "course", "instrument", "rule"]);
  });
});
