// The running server process of a data folder: is there one, where does it listen, start it, stop it.
// What it says of itself is in its own postmaster.pid; whether that is still true is looked up, never believed.
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  statfsSync,
} from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { program, type Binaries } from "./binaries";
import { explain } from "./explain";
import { runAs, type ServerAccount } from "./serverAccount";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const READY_WITHIN_MS = 120_000;
const LOCK_PATIENCE_MS = 20_000;
const STOP_WITHIN_MS = 30_000;
const LOG_LIMIT_BYTES = 5_000_000;

/** The server that runs on this folder now, or undefined. */
export function findPostmaster(folder: string): (Postmaster & { ready: boolean }) | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !isPostgres(pid)) return undefined;
  return { pid, port, ready: port > 0 && (lines[7] ?? "").trim() === "ready" };
}

/** Process numbers are used again, above all in containers, and a dead one may linger unreaped. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") return true;
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(
    "postgres",
  );
}

/** Starts a server on the folder and returns when it takes connections: at the wanted port, or any free one. */
export async function startPostmaster(
  binaries: Binaries,
  account: ServerAccount,
  folder: string,
  logPath: string,
  settings: Readonly<Record<string, string>>,
  wantedPort?: number,
): Promise<Postmaster> {
  const impatient = Date.now() + LOCK_PATIENCE_MS;
  let port = wantedPort ?? (await freePort());
  for (;;) {
    const outcome = await tryOnce(binaries, account, folder, logPath, { ...defaults(port), ...settings });
    if (typeof outcome === "number") return { pid: outcome, port };
    // After kill -9 the old lock and shared memory outlive the server for about a second.
    const heldByTheDead = /lock file .* already exists|shared memory block/.test(outcome);
    if (heldByTheDead && Date.now() < impatient) {
      if (nobodyWorksIn(folder)) rmSync(join(folder, "postmaster.pid"), { force: true });
      await wait(250);
    } else if (/could not bind|Address already in use/.test(outcome) && wantedPort === undefined) {
      port = await freePort();
    } else {
      throw new DatabaseUnavailable(explain(outcome, folder, logPath));
    }
  }
}

/** The process id once it is ready, or what it wrote before it gave up. */
async function tryOnce(
  binaries: Binaries,
  account: ServerAccount,
  folder: string,
  logPath: string,
  settings: Readonly<Record<string, string>>,
): Promise<number | string> {
  const size = statSync(logPath, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(logPath, size > LOG_LIMIT_BYTES ? "w" : "a", 0o600);
  const from = size > LOG_LIMIT_BYTES ? 0 : size;
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = runAs(account, [program(binaries, "postgres"), "-D", folder, ...options], {
    environment: binaries.environment,
    stdio: ["ignore", log, log],
    // Ctrl-C in the terminal is for Node, which closes its connections before it stops the database.
    detached: true,
  });
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("error", () => (ended = true));
  child.once("exit", () => (ended = true));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended) {
    const found = findPostmaster(folder);
    if (found?.ready && found.pid === child.pid) return found.pid;
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new DatabaseUnavailable(
        `${folder}: the database was not ready within two minutes; see ${logPath}.`,
      );
    }
    await wait(25);
  }
  return readFileSync(logPath).subarray(from).toString("utf8");
}

function defaults(port: number): Record<string, string> {
  const workers = Math.max(1, availableParallelism() - 1);
  return {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "128MB",
    work_mem: "32MB",
    maintenance_work_mem: "128MB",
    max_wal_size: "2GB",
    random_page_cost: "1.1",
    // Nobody follows its journal: what fills a table that it has just made (a release) is written once, not twice.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_parallel_workers_per_gather: String(Math.min(2, workers)),
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must hold no patient's value: no statements, no details of rows in conflict.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(sharedMemoryIsTight() ? { dynamic_shared_memory_type: "mmap" } : {}),
  };
}

/** Containers give 64 MB of /dev/shm by default, too little for parallel queries. */
function sharedMemoryIsTight(): boolean {
  if (process.platform !== "linux") return false;
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize < 256 * 1024 * 1024;
  } catch {
    return true;
  }
}

/** True when no process has the folder as its working directory, as every Postgres process has. */
function nobodyWorksIn(folder: string): boolean {
  if (process.platform !== "linux") return false;
  return !readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch (error) {
        // A process that may not be looked at could be one; one that has ended, or is unreaped, is not.
        return (error as NodeJS.ErrnoException).code === "EACCES" && isPostgres(Number(pid));
      }
    });
}

export async function stopPostmaster(
  binaries: Binaries,
  postmaster: Postmaster,
  folder: string,
): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(program(binaries, "pg_ctl"), ["stop", "-D", folder, "-m", "fast"], { stdio: "ignore" });
    return;
  }
  const deadline = Date.now() + STOP_WITHIN_MS;
  const running = () => findPostmaster(folder)?.pid === postmaster.pid;
  if (running()) signal(postmaster.pid, "SIGINT");
  while (running() && Date.now() < deadline) await wait(20);
  if (running()) signal(postmaster.pid, "SIGQUIT");
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error()),
      );
    });
  });
}
