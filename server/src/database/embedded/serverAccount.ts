// Postgres refuses to run as root. Here root finds an account that may read the programs and own the data folder;
// anyone else runs it as themselves. Windows has no such accounts: Postgres runs as whoever starts it.
import { spawn, spawnSync, type ChildProcess, type StdioOptions } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { program, type Binaries } from "./binaries";

/** How a Postgres program is run. `owner` is who has to own the data folder. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
  /** Put before the command line: a user namespace, where root is not root. */
  readonly prefix: readonly string[];
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const MYSELF: ServerAccount = { prefix: [] };
const NOBODY = 65_534;
// In a namespace of its own the process is nobody, while the kernel still lets it read what root may read.
const NAMESPACE: ServerAccount = {
  prefix: ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"],
  owner: { uid: 0, gid: 0 },
};

export function runAs(
  account: ServerAccount,
  command: readonly string[],
  options: { environment: Readonly<Record<string, string>>; stdio: StdioOptions; detached?: boolean },
): ChildProcess {
  const [file = "", ...rest] = [...account.prefix, ...command];
  return spawn(file, rest, {
    ...identity(account),
    cwd: "/",
    ...surroundings(options.environment),
    stdio: options.stdio,
    detached: options.detached ?? false,
    windowsHide: true,
  });
}

/** A bare environment: PGDATA, PGPORT or a locale of the person who starts it must not reach the server. */
function surroundings(extra: Readonly<Record<string, string>>): { env?: Record<string, string> } {
  if (process.platform === "win32") return {};
  return { env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", ...extra } };
}

function identity(account: ServerAccount): { uid?: number; gid?: number } {
  return account.uid === undefined ? {} : { uid: account.uid, gid: account.gid ?? account.uid };
}

/** The first account that can run the programs and write in the folder; the folder is given to it. */
export function chooseAccount(binaries: Binaries, folder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return canUse(MYSELF, binaries, folder) ? MYSELF : undefined;
  return rootCandidates(folder).find((account) => {
    if (!canRun(account, binaries)) return false;
    giveTo(folder, account.owner ?? { uid: 0, gid: 0 });
    return canWrite(account, folder);
  });
}

function rootCandidates(folder: string): ServerAccount[] {
  const owner = lstatSync(folder);
  const keep = owner.uid === 0 ? [] : [asUser(owner.uid, owner.gid)];
  // A folder that root owns and that holds a database was made through the namespace: leave it so if that works.
  const established = owner.uid === 0 && existsSync(join(folder, "PG_VERSION"));
  const users = [namedUser("postgres"), asUser(NOBODY, NOBODY)].filter((user) => user !== undefined);
  return established ? [NAMESPACE, ...users] : [...keep, ...users, NAMESPACE];
}

function asUser(uid: number, gid: number): ServerAccount {
  return { uid, gid, prefix: [], owner: { uid, gid } };
}

function namedUser(name: string): ServerAccount | undefined {
  if (!existsSync("/etc/passwd")) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? "").split(":");
  return uid && gid ? asUser(Number(uid), Number(gid)) : undefined;
}

function canUse(account: ServerAccount, binaries: Binaries, folder: string): boolean {
  return canRun(account, binaries) && canWrite(account, folder);
}

function canRun(account: ServerAccount, binaries: Binaries): boolean {
  return attempt(account, [program(binaries, "postgres"), "--version"], binaries.environment);
}

function canWrite(account: ServerAccount, folder: string): boolean {
  if (process.platform === "win32") return true;
  return attempt(account, ["/bin/sh", "-c", 'cd "$1" && test -w .', "sh", folder], {});
}

function attempt(
  account: ServerAccount,
  command: string[],
  environment: Readonly<Record<string, string>>,
): boolean {
  const [file = "", ...rest] = [...account.prefix, ...command];
  const options = { ...identity(account), ...surroundings(environment), cwd: "/", timeout: 20_000 };
  const result = spawnSync(file, rest, { ...options, stdio: "ignore" });
  return result.status === 0;
}

/** Contents first: an interrupted change is then taken up again at the next start. */
function giveTo(path: string, owner: { uid: number; gid: number }): void {
  const found = lstatSync(path);
  if (found.uid === owner.uid && found.gid === owner.gid) return;
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner);
  lchownSync(path, owner.uid, owner.gid);
}

/**
 * The last resort of root, where neither the checkout nor the data folder can be reached by another account:
 * programs and data live under `shelter`, a folder of the system.
 */
export function shelterBinaries(binaries: Binaries, shelter: string): Binaries {
  const native = join(shelter, "native");
  if (!existsSync(join(native, "bin"))) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 });
    chmodSync(dirname(shelter), 0o755);
    chmodSync(shelter, 0o755);
    if (lstatSync(shelter).uid !== 0) {
      throw new DatabaseUnavailable(`${shelter}: this folder has to belong to root.`);
    }
    cpSync(binaries.native, native, { recursive: true, verbatimSymlinks: true });
  }
  return { native, environment: {} };
}
