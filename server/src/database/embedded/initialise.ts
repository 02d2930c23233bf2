// Makes the folder of a new database: initdb into a neighbour folder, then one rename, so that a half-made
// database is never mistaken for a whole one. The password is random and only its owner may read it.
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { renameSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { program, type Binaries } from "./binaries";
import { explain } from "./explain";
import { runAs, type ServerAccount } from "./serverAccount";

export const ROLE = "afterglow";
const MAJOR_VERSION = "18";
const NEEDED_TO_INITIALISE = 200_000_000;
const NEEDED_TO_START = 24_000_000;

export function isInitialised(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

/** Refuses early what Postgres would refuse late and obscurely. */
export function checkFolder(folder: string): void {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder));
  const needed = isInitialised(folder) ? NEEDED_TO_START : NEEDED_TO_INITIALISE;
  if (bavail * bsize < needed) throw new DatabaseUnavailable(explain("ENOSPC", folder));
  if (!isInitialised(folder)) return;
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new DatabaseUnavailable(
      `${folder}: made by Postgres ${version}, and this is Postgres ${MAJOR_VERSION} (set DATA_DIR to another folder, or DATABASE_URL).`,
    );
  }
}

export async function initialise(
  binaries: Binaries,
  account: ServerAccount,
  folder: string,
  passwordPath: string,
): Promise<void> {
  const unfinished = `${folder}.new`;
  const handOver = `${folder}.pw`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    const password = randomBytes(24).toString("base64url");
    writeFileSync(handOver, password, { mode: 0o600 });
    if (account.owner) {
      chownSync(handOver, account.owner.uid, account.owner.gid);
      chownSync(unfinished, account.owner.uid, account.owner.gid);
    }
    await initdb(binaries, account, unfinished, handOver, folder);
    writeFileSync(passwordPath, password, { mode: 0o600 });
    chmodSync(passwordPath, 0o600);
    // Only an empty folder gives way; anything else in it belongs to somebody.
    rmdirSync(folder);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error instanceof DatabaseUnavailable
      ? error
      : new DatabaseUnavailable(explain(error, folder), error);
  } finally {
    rmSync(handOver, { force: true });
  }
}

function initdb(
  binaries: Binaries,
  account: ServerAccount,
  target: string,
  passwordPath: string,
  place: string,
): Promise<void> {
  const command = [
    program(binaries, "initdb"),
    "-D",
    target,
    "--encoding=UTF8",
    "--locale=C",
    "--auth=scram-sha-256",
  ];
  const rest = [`--username=${ROLE}`, `--pwfile=${passwordPath}`, "--no-instructions"];
  const child = runAs(account, [...command, ...rest], {
    environment: binaries.environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new DatabaseUnavailable(explain(error, place), error)));
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new DatabaseUnavailable(explain(said, place))),
    );
  });
}
