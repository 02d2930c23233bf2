// One process at a time may start, adopt or stop the embedded Postgres of a data folder.
// A lock whose owner died, or that nobody refreshed for a while (its number may belong to another by now), is void.
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseUnavailable } from "../databaseUnavailable";

const REFRESH_MS = 1_000;
const VOID_AFTER_MS = 15_000;
const PATIENCE_MS = 120_000;

export async function withStartLock<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!take(path)) {
    if (isVoid(path)) rmSync(path, { force: true });
    else if (Date.now() > deadline) {
      throw new DatabaseUnavailable(
        `${path}: another process has been starting the database for two minutes.`,
      );
    } else await wait(50);
  }
  const refresh = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone or full; the action itself will say so.
    }
  }, REFRESH_MS);
  try {
    return await action();
  } finally {
    clearInterval(refresh);
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o644);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isVoid(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    if (age > VOID_AFTER_MS) return true;
    const owner = Number(readFileSync(path, "utf8"));
    // An empty file: its owner is between creating and writing it.
    if (!(owner > 0)) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ESRCH";
  }
}
