// A read replica under the analyses: it answers what the primary would, byte for byte; and where it lags behind, is
// killed in the midst of a question, or comes back, nobody who asks notices.
import { chmodSync, mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrate, openDatabase, type Database } from "../../server/src/database/dataSource";
import type { EmbeddedPostgres } from "../../server/src/database/embedded/startEmbeddedPostgres";
import { publish } from "../../server/src/releases/publish";
import { openDoor, type Door } from "../api/door";
import { seed, seededRelease } from "../api/seed";
import { eventually } from "../database/embeddedUser";
import { everyQuestion } from "../kept/everyQuestion";
import { load } from "../load";
import { copyPrimary, removeFolder, startPrimary, startReplica } from "./replicaOf";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "afterglow-fault-")));
const [primaryDir, replicaDir] = [join(folder, "primary"), join(folder, "replica")];
const running: EmbeddedPostgres[] = [];
const databases: Database[] = [];
const doors: Door[] = [];
const said: string[] = [];

afterAll(async () => {
  for (const door of doors) await door.stop();
  for (const database of databases) await database.close();
  for (const server of running.reverse()) await server.stop();
  removeFolder(folder);
}, 60_000);

async function open(url: string, replicas: readonly string[]): Promise<{ door: Door; database: Database }> {
  const database = await openDatabase(url, { replicas, log: (line) => said.push(line) });
  databases.push(database);
  const door = await openDoor(database, "internal");
  doors.push(door);
  return { door, database };
}

const questions = everyQuestion().slice(0, 4);
const inRelease = (release: string) =>
  questions.map(({ document, variables }) => ({ document, variables: { ...variables, release } }));

async function answersOf(door: Door, release: string): Promise<string[]> {
  return Promise.all(
    inRelease(release).map(async ({ document, variables }) => (await door.ask(document, variables)).text),
  );
}

/** What the replica was asked of patients so far, by its own statistics. */
async function askedOf(replica: Client): Promise<number> {
  const { rows } = await replica.query<{ n: string }>(
    "select count(*) as n from pg_stat_activity where application_name = 'afterglow analyses' and query ~ 'analysis_'",
  );
  return Number(rows[0]?.n);
}

function killPostgres(dataDir: string): void {
  const pid = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  if (!realpathSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`))
    throw new Error("Not this test's Postgres.");
  process.kill(pid, "SIGQUIT");
}

load(
  {
    load: "a read replica that streams, lags behind a new release, is killed while it is asked, and comes back",
    times: { short: 1, long: 10 },
    passes: "every answer has the bytes of the primary's, and none fails",
  },
  async ({ times }) => {
    chmodSync(folder, 0o755);
    const primary = await startPrimary(primaryDir);
    running.push(primary);
    const alone = await open(primary.url, []);
    await migrate(alone.database);
    await seed(alone.database);
    await copyPrimary(primary.url, primaryDir, replicaDir);
    let follower = await startReplica(replicaDir);
    const { door } = await open(primary.url, [follower.url]);

    const right = await answersOf(alone.door, seededRelease);
    const replica = new Client({ connectionString: follower.url });
    replica.on("error", () => undefined);
    await replica.connect();
    expect(await answersOf(door, seededRelease)).toEqual(right);
    expect(await askedOf(replica)).toBeGreaterThan(0);

    // A release that it has not got yet.
    await replica.query("select pg_wal_replay_pause()");
    await alone.database.query("delete from score where day > 60");
    await publish(alone.database, { dataset: "seeded" });
    const newer = await answersOf(alone.door, "seeded.2");
    expect(newer).not.toEqual(right);
    expect(await answersOf(door, "seeded.2")).toEqual(newer);
    expect(await answersOf(door, seededRelease)).toEqual(right);
    await replica.query("select pg_wal_replay_resume()");
    await eventually(
      () => replica.query("select from release").then(({ rowCount }) => rowCount),
      (count) => count === 2,
    );
    expect(await answersOf(door, "seeded.2")).toEqual(newer);
    await replica.end();

    // Killed in the midst of answering, and back again.
    for (let round = 0; round < times; round += 1) {
      const asked = answersOf(door, "seeded.2");
      await new Promise((resolve) => setTimeout(resolve, 10 + 5 * round));
      const before = said.length;
      killPostgres(replicaDir);
      expect(await asked).toEqual(newer);
      expect(await answersOf(door, "seeded.2")).toEqual(newer);
      await follower.stop();
      follower = await startReplica(replicaDir);
      expect(await answersOf(door, "seeded.2")).toEqual(newer);
      expect(said.slice(before).join("\n")).toContain("A read replica does not answer");
    }
    running.push(follower);
    expect(doors.flatMap(({ logged }) => logged)).toEqual([]);
    return `all answers right, ${times} kills`;
  },
);
