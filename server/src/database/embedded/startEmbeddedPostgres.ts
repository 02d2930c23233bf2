// A real Postgres out of node_modules, for everyone who did not bring one: made at first use, found again later.
//
// Every process that uses it keeps one connection, its hold. The last hold to go stops the server, whoever
// started it; so `npm run import` works beside `npm start`, a second start joins the first, and a server left
// running by a killed process is taken over by the next. If the server dies, it is started again on its port.
// Not for production: there DATABASE_URL names a Postgres that somebody looks after.
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { findBinaries } from "./binaries";
import { explain } from "./explain";
import { Hold } from "./hold";
import { findPostmaster, startPostmaster, stopPostmaster, type Postmaster } from "./postmaster";
import { prepare } from "./prepare";
import { address, DATABASE, findPlaces, type Places } from "./places";
import { withStartLock } from "./startLock";

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Server settings on top of the launcher's own, such as `fsync: "off"` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Gives up this process's hold; the last one stops the server. Close your own connections first. */
  readonly stop: () => Promise<void>;
}

const RESTART_EVERY_MS = 5_000;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const settings = options.settings ?? {};
  const places = findPlaces(resolve(options.dataDir));
  let binaries = findBinaries(places.dataDir);
  let stopping = false;
  let holding: { postmaster: Postmaster; hold: Hold };

  const hold = (wantedPort?: number) =>
    withStartLock(places.lock, async () => {
      const running = await adopt(places);
      if (running) return running;
      const chosen = await prepare(binaries, places, log);
      binaries = chosen.binaries;
      const postmaster = await startPostmaster(
        chosen.binaries,
        chosen.account,
        places.folder,
        places.log,
        settings,
        wantedPort,
      );
      return { postmaster, hold: await Hold.take(address(places, postmaster, "postgres"), DATABASE) };
    }).catch((error: unknown) => {
      if (error instanceof DatabaseUnavailable) throw error;
      throw new DatabaseUnavailable(explain(error, places.folder, places.log), error);
    });

  const watch = () => {
    holding.hold.onLost(() => {
      if (!stopping) void resume();
    });
  };
  const resume = async () => {
    const { port } = holding.postmaster;
    log("The database stopped; starting it again.");
    for (let told = ""; !stopping; await wait(RESTART_EVERY_MS, undefined, { ref: false })) {
      try {
        holding = await hold(port);
        log("The database runs again.");
        if (stopping) await letGo();
        else watch();
        return;
      } catch (error) {
        const message = error instanceof Error ? error.message : "unknown reason";
        if (message !== told) log(message);
        told = message;
      }
    }
  };
  const letGo = () =>
    withStartLock(places.lock, async () => {
      const current = holding.hold.isLost ? await adopt(places) : holding;
      if (!current) return;
      // Lost between two lines: leave the server to whoever finds it next.
      const others = await current.hold.othersHolding().catch(() => 1);
      await current.hold.release();
      if (others > 0) log("Others use the database: it keeps running.");
      else await stopPostmaster(binaries, current.postmaster, places.folder);
    });

  holding = await hold();
  watch();
  return {
    url: address(places, holding.postmaster, DATABASE),
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await letGo();
    },
  };
}

/** A server that runs on this folder already: wait until it is ready (it may be recovering) and join it. */
async function adopt(places: Places): Promise<{ postmaster: Postmaster; hold: Hold } | undefined> {
  for (const deadline = Date.now() + 60_000; ; await wait(50)) {
    const found = findPostmaster(places.folder);
    if (!found) return undefined;
    if (found.ready) {
      try {
        return { postmaster: found, hold: await Hold.take(address(places, found, "postgres"), DATABASE) };
      } catch (error) {
        if (Date.now() > deadline || (error as { code?: string }).code === "28P01") throw error;
      }
    } else if (Date.now() > deadline) {
      throw new DatabaseUnavailable(
        `${places.folder}: a Postgres runs here that does not get ready; see ${places.log}.`,
      );
    }
  }
}
