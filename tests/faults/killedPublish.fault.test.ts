// kill -9 of the publishing process, and of Postgres, at random moments of a publishing: the release is there whole, as
// its checksum says, or not at all; nobody else's changes; and the same command run again publishes it.
import { importDemo } from "../../server/src/demo/importDemo";
import { openDatabase, type Database } from "../../server/src/database/dataSource";
import { listDatasets } from "../../server/src/releases/listReleases";
import { verifyRelease } from "../../server/src/releases/verifyRelease";
import { seed } from "../api/seed";
import { load } from "../load";
import { countWords, killAt, momentsOf, undisturbed, type Victim, type Writing } from "./killAtRandom";
import { OwnPlace } from "./ownPlace";

const SEED = 20_261_126;
let place: OwnPlace;

afterEach(() => place.remove());

async function releasesOf({ query }: Database): Promise<{ id: string; checksum: string }[]> {
  const [dataset] = (await listDatasets(query)).filter(({ name }) => name === "large");
  return (dataset?.releases ?? []).map(({ id, checksum }) => ({ id, checksum }));
}

/** Rows that belong to no release, in the tables that publishing fills; and places for work tables that are still there. */
async function strayRows({ query }: Database): Promise<number> {
  const tables = [
    "analysis_course",
    "analysis_course_side_effect",
    "analysis_measure",
    "analysis_session_profile",
  ];
  const counts = tables.map(
    (t) => `(select count(*) from ${t} where release_id not in (select id from release))`,
  );
  const schemas = "(select count(*) from pg_namespace where nspname like 'publishing%')";
  const [row] = await query<{ rows: number }>(`select ${[...counts, schemas].join(" + ")} as rows`);
  return row?.rows ?? NaN;
}

async function killAgainAndAgain(victim: Victim, times: number, patients: number): Promise<string> {
  place = new OwnPlace();
  let rows = 0;
  await place.fill(async (database) => {
    await seed(database);
    const receipt = await importDemo(database, { patients, seed: 3, dataset: "large" });
    rows = receipt.files.reduce((sum, { inserted }) => sum + inserted, 0);
  });
  const serving = await place.serve();
  const publishing: Writing = {
    place,
    start: () => place.start("cli/publish.ts", ["--dataset", "large"]),
    statements: /publishing_|analysis_|analyze course|update release|insert into (clinic|release)/,
  };
  let { duration } = await undisturbed(publishing);
  let database = await openDatabase(place.url());
  const checksum = (await releasesOf(database))[0]?.checksum;
  expect(checksum).toMatch(/\w{16}/);
  await database.close();

  const steps: string[] = [];
  const found: string[] = [];
  let expected = 1;
  for (const moment of momentsOf(times, SEED)) {
    const { step, ended } = await killAt(moment * duration, victim, publishing);
    steps.push(step);
    if (victim === "Postgres" && ended.code !== 0) {
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(/^The database cannot be reached/m);
    }
    database = await openDatabase(place.url());
    const after = (await releasesOf(database)).length;
    expect([expected, expected + 1]).toContain(after);
    found.push(after > expected ? "whole" : "nothing");
    const again = await undisturbed(publishing);
    duration = again.duration;
    expect(again.ended.out).toBe(`Published large.${after + 1}.\n`);
    expected = after + 1;
    for (const release of await releasesOf(database)) {
      expect(release.checksum).toBe(checksum);
    }
    for (const id of [`large.${after}`, `large.${after + 1}`, "seeded.1"]) {
      expect((await verifyRelease(database.query, id))?.unchanged).toBe(true);
    }
    expect(await strayRows(database)).toBe(0);
    await database.close();
    expect((await fetch(`${serving.address}/ready`)).status).toBe(200);
  }
  expect(serving.child.exitCode).toBeNull();
  return `${times} kills while publishing ${rows} rows; found: ${countWords(found)}; hit in: ${countWords(steps)}; every re-run published the same checksum`;
}

describe.each(["Node", "Postgres"] as const)("%s", (victim) => {
  load(
    {
      load: `kill -9 of ${victim} at random points of publishing 100,000 rows`,
      times: { short: 1, long: 20 },
      passes: "a whole release by its checksum or none, no stray row, the re-run publishes",
    },
    ({ times, alone }) => killAgainAndAgain(victim, times, alone ? 3_100 : 300),
  );
});
