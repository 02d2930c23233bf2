// The disk runs full while an import or a publishing writes: it fails with a sentence that says so, everything from before
// is still there, and once there is space again the same command completes. A small tmpfs is the disk.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { importDemo } from "../../server/src/demo/importDemo";
import { writeRegistry } from "../../server/src/demo/writeRegistry";
import { seed } from "../api/seed";
import { eventually } from "../database/embeddedUser";
import { load } from "../load";
import { countWords } from "./killAtRandom";
import { ask, checkAnswer, questions, rightAnswers, type Serving } from "./asking";
import { OwnPlace } from "./ownPlace";
import { sourceFingerprint } from "./sourceFingerprint";

const MEGABYTE = 2 ** 20;
const DISK = 420;
const FULL = /no disk space left|disk is full/;
let place: OwnPlace;

/** A disk of its own for the place's data; undefined, with the reason printed, where none may be mounted. */
function mountDisk(at: OwnPlace): (() => void) | undefined {
  mkdirSync(at.dataDir, { mode: 0o755 });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}m,mode=755`, "tmpfs", at.dataDir]);
  if (status === 0) return () => void spawnSync("umount", ["--lazy", at.dataDir]);
  process.stderr.write("The full disk was not tested: this account may not mount a small disk.\n");
  return undefined;
}

/** Fills the disk up to so much space. */
function leave(megabytes: number): () => void {
  const filler = join(place.dataDir, "filler");
  const { bavail, bsize } = statfsSync(place.dataDir);
  const surplus = bavail * bsize - megabytes * MEGABYTE;
  if (surplus > 0) writeFileSync(filler, Buffer.alloc(surplus));
  return () => rmSync(filler, { force: true });
}

/** Where the log of changes cannot be written on, Postgres stops all at once and recovers. */
const panicsOf = (): number =>
  readFileSync(join(place.dataDir, "postgres.log"), "utf8").split("PANIC:").length - 1;

/** Whatever the database did meanwhile: it answers again, and rightly. */
async function answersAgain(serving: Serving, right: ReadonlyMap<string, string>): Promise<void> {
  const ready = async () => (await ask(serving, "/ready")).status;
  expect(await eventually(ready, (status) => status === 200)).toBe(200);
  for (const path of questions) {
    const answer = await ask(serving, path);
    expect(answer.status).toBe(200);
    checkAnswer(path, answer, right);
  }
}

async function fillAgainAndAgain(times: number, patients: number): Promise<string> {
  await place.fill(async (database) => {
    await seed(database);
    await importDemo(database, { patients, seed: 3, dataset: "large" });
  });
  const registry = join(place.folder, "registry");
  mkdirSync(registry);
  await writeRegistry(registry, { patients, seed: 4 });
  const serving = await place.serve();
  const right = await rightAnswers(serving);
  const states = async (client: Client) => [
    await sourceFingerprint(client, "seeded"),
    await sourceFingerprint(client, "large"),
    (await client.query("select dataset_id, number, checksum from release order by id")).rows,
  ];
  const importing = (dataset: string) => place.start("cli/import.ts", [registry, "--dataset", dataset]);
  const publishing = () => place.start("cli/publish.ts", ["--dataset", "large"]);

  const said: string[] = [];
  for (let round = 0; round < times; round++) {
    const command = round % 2 === 0 ? () => importing(`late-${round}`) : publishing;
    const panics = panicsOf();
    const client = await place.connect();
    await client.query("checkpoint");
    const before = await states(client);
    await client.end();
    const free = leave(2 + 2 * round);
    try {
      const { code, err } = await command().ended;
      if (code !== 0) expect(err).toMatch(FULL);
      const full = panicsOf() > panics ? "full, the database down" : "full";
      said.push(code === 0 ? "enough space" : full);
      for (const path of questions.slice(0, 3)) checkAnswer(path, await ask(serving, path), right);
    } finally {
      free();
    }
    await answersAgain(serving, right);
    const later = await place.connect();
    if (said.at(-1) !== "enough space") expect(await states(later)).toEqual(before);
    await later.end();
    const again = await command().ended;
    expect({ code: again.code, err: again.err }).toMatchObject({ code: 0 });
  }
  expect(serving.child.exitCode).toBeNull();
  expect(said.some((each) => each.startsWith("full"))).toBe(true);
  return countWords(said);
}

load(
  {
    load: "the disk runs full during imports and publishings",
    times: { short: 1, long: 8 },
    passes: "a sentence that says so, nothing lost, complete once there is space",
  },
  async ({ times, alone }) => {
    place = new OwnPlace();
    const unmount = mountDisk(place);
    try {
      return unmount === undefined
        ? "not run: no disk may be mounted here"
        : await fillAgainAndAgain(times, alone ? 1_500 : 300);
    } finally {
      await place.end();
      unmount?.();
      await place.remove();
    }
  },
);
