// A real Postgres out of node_modules, for everyone who did not bring one: made at first use, found again later.
//
// Every process that uses it keeps one connection, its hold. The last hold to go stops the server, whoever
// started it; so `npm run import` works beside `npm start`, a second start joins the first, and a server left
// running by a killed process is taken over by the next. If the server dies, it is started again on its port.
// Not for production: there DATABASE_URL names a Postgres that somebody looks after.
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { findBinaries, type Binaries } from "./binaries";
import { explain } from "./explain";
import { Hold } from "./hold";
import { checkFolder, initialise, isInitialised, ROLE } from "./initialise";
import { findPostmaster, startPostmaster, stopPostmaster, type Postmaster } from "./postmaster";
import { chooseAccount, shelterBinaries, type ServerAccount } from "./serverAccount";
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
  stop(): Promise<void>;
}

const DATABASE = "afterglow";
const RESTART_EVERY_MS = 5_000;

interface Paths {
  dataDir: string;
  folder: string;
  password: string;
  log: string;
  lock: string;
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const settings = options.settings ?? {};
  const paths = makePlaces(resolve(options.dataDir));
  let binaries = findBinaries(paths.dataDir);
  let stopping = false;
  let holding: { postmaster: Postmaster; hold: Hold };

  const hold = (wantedPort?: number) =>
    withStartLock(paths.lock, async () => {
      const running = await adopt(paths);
      if (running) return running;
      const chosen = await prepare(binaries, paths, log);
      binaries = chosen.binaries;
      const postmaster = await startPostmaster(
        chosen.binaries,
        chosen.account,
        paths.folder,
        paths.log,
        settings,
        wantedPort,
      );
      return { postmaster, hold: await Hold.take(address(paths, postmaster, "postgres"), DATABASE) };
    }).catch((error: unknown) => {
      if (error instanceof DatabaseUnavailable) throw error;
      throw new DatabaseUnavailable(explain(error, paths.folder, paths.log), error);
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
    withStartLock(paths.lock, async () => {
      const current = holding.hold.isLost ? await adopt(paths) : holding;
      if (!current) return;
      // Lost between two lines: leave the server to whoever finds it next.
      const others = await current.hold.othersHolding().catch(() => 1);
      await current.hold.release();
      if (others > 0) log("Others use the database: it keeps running.");
      else await stopPostmaster(binaries, current.postmaster, paths.folder);
    });

  holding = await hold();
  watch();
  return {
    url: address(paths, holding.postmaster, DATABASE),
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await letGo();
    },
  };
}

/** A server that runs on this folder already: wait until it is ready (it may be recovering) and join it. */
async function adopt(paths: Paths): Promise<{ postmaster: Postmaster; hold: Hold } | undefined> {
  for (const deadline = Date.now() + 60_000; ; await wait(50)) {
    const found = findPostmaster(paths.folder);
    if (!found) return undefined;
    if (found.ready) {
      try {
        return { postmaster: found, hold: await Hold.take(address(paths, found, "postgres"), DATABASE) };
      } catch (error) {
        if (Date.now() > deadline || (error as { code?: string }).code === "28P01") throw error;
      }
    } else if (Date.now() > deadline) {
      throw new DatabaseUnavailable(
        `${paths.folder}: a Postgres runs here that does not get ready; see ${paths.log}.`,
      );
    }
  }
}

async function prepare(
  found: Binaries,
  paths: Paths,
  log: (line: string) => void,
): Promise<{ binaries: Binaries; account: ServerAccount }> {
  mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
  checkFolder(paths.folder);
  let binaries = found;
  let account = chooseAccount(binaries, paths.folder);
  if (!account && process.getuid?.() === 0) {
    const shelter = shelterOf(paths.dataDir);
    binaries = shelterBinaries(found, shelter);
    if (!isInitialised(paths.folder)) {
      paths.folder = join(shelter, "postgres");
      writeFileSync(join(paths.dataDir, "postgres-folder"), paths.folder);
      log(`No other account can reach ${paths.dataDir}: the database is kept in ${paths.folder}.`);
    }
    mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
    account = chooseAccount(binaries, paths.folder);
  }
  if (!account) throw new DatabaseUnavailable(explain("EACCES", paths.folder));
  if (!isInitialised(paths.folder)) {
    log(`Making a database in ${paths.folder}.`);
    await initialise(binaries, account, paths.folder, paths.password);
  }
  return { binaries, account };
}

function shelterOf(dataDir: string): string {
  return join("/var/lib/afterglow", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}

function makePlaces(wanted: string): Paths {
  try {
    if (!existsSync(wanted)) {
      mkdirSync(wanted, { recursive: true });
      // The server's account has to pass through; what is private in it has its own mode.
      chmodSync(wanted, 0o755);
    }
    const dataDir = realpathSync(wanted);
    const note = join(dataDir, "postgres-folder");
    return {
      dataDir,
      folder: existsSync(note) ? readFileSync(note, "utf8").trim() : join(dataDir, "postgres"),
      password: join(dataDir, "postgres-password"),
      log: join(dataDir, "postgres.log"),
      lock: join(dataDir, "postgres.starting"),
    };
  } catch (error) {
    throw new DatabaseUnavailable(explain(error, wanted), error);
  }
}

function address(paths: Paths, postmaster: Postmaster, database: string): string {
  let password: string;
  try {
    password = readFileSync(paths.password, "utf8").trim();
  } catch (cause) {
    throw new DatabaseUnavailable(
      `${paths.password}: the database's password cannot be read from this file.`,
      cause,
    );
  }
  return `postgres://${ROLE}:${password}@127.0.0.1:${postmaster.port}/${database}`;
}
