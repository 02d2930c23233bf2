// kill -9 of the importing process, and of Postgres, at random moments of an import: all of it is there or nothing, the
// receipt says which, and the same command run again completes it.
import { writeRegistry } from "../../server/src/demo/writeRegistry";
import { seed } from "../api/seed";
import { load } from "../load";
import { countWords, killAt, momentsOf, undisturbed, type Victim, type Writing } from "./killAtRandom";
import { OwnPlace } from "./ownPlace";
import { receiptsOf, sourceFingerprint } from "./sourceFingerprint";

const SEED = 20_261_126;
let place: OwnPlace;

afterEach(() => place.remove());

async function killAgainAndAgain(victim: Victim, times: number, patients: number): Promise<string> {
  place = new OwnPlace();
  await place.fill(seed);
  await writeRegistry(place.folder, { patients, seed: 3 });
  const serving = await place.serve();
  const importing = (dataset: string): Writing => ({
    place,
    start: () => place.start("cli/import.ts", [place.folder, "--dataset", dataset]),
    statements: /staged_|import_receipt/,
  });
  let { duration } = await undisturbed(importing("whole"));
  const client = await place.connect();
  const whole = await sourceFingerprint(client, "whole");
  const [receipt] = await receiptsOf(client, "whole");
  const rows = receipt?.inserted ?? 0;
  const seeded = await sourceFingerprint(client, "seeded");
  await client.end();
  const nothing = Object.fromEntries(Object.keys(whole).map((table) => [table, "0 rows, 0"]));

  const steps: string[] = [];
  const found: string[] = [];
  for (const [at, moment] of momentsOf(times, SEED).entries()) {
    const dataset = `killed-${at + 1}`;
    const { step, ended } = await killAt(moment * duration, victim, importing(dataset));
    steps.push(step);
    if (victim === "Postgres" && ended.code !== 0) {
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(/^The database cannot be reached/m);
    }
    const looking = await place.connect();
    const receipts = await receiptsOf(looking, dataset);
    const written = receipts.length > 0;
    expect(await sourceFingerprint(looking, dataset)).toEqual(written ? whole : nothing);
    expect(receipts).toEqual(written ? [receipt] : []);
    found.push(written ? "whole" : "nothing");

    ({ duration } = await undisturbed(importing(dataset)));
    expect(await sourceFingerprint(looking, dataset)).toEqual(whole);
    const last = written ? { inserted: 0, superseded: 0, unchanged: rows, rejected: 0 } : receipt;
    expect((await receiptsOf(looking, dataset)).at(-1)).toEqual(last);
    expect(await sourceFingerprint(looking, "seeded")).toEqual(seeded);
    await looking.end();
    expect((await fetch(`${serving.address}/ready`)).status).toBe(200);
  }
  expect(serving.child.exitCode).toBeNull();
  return `${times} kills among ${rows} rows; found: ${countWords(found)}; hit in: ${countWords(steps)}; every re-run complete`;
}

describe.each(["Node", "Postgres"] as const)("%s", (victim) => {
  load(
    {
      load: `kill -9 of ${victim} at random points of an import of 100,000 rows`,
      times: { short: 1, long: 20 },
      passes: "all rows or none, receipts alike, the re-run completes",
    },
    ({ times, alone }) => killAgainAndAgain(victim, times, alone ? 3_100 : 300),
  );
});
