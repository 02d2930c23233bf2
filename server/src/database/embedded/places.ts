// Where everything of the embedded Postgres lies inside the data folder, and the address that follows from it.
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { DatabaseUnavailable } from "../databaseUnavailable";
import { explain } from "./explain";
import { ROLE } from "./initialise";
import type { Postmaster } from "./postmaster";

export const DATABASE = "afterglow";

export interface Places {
  readonly dataDir: string;
  /** The database itself; moved by `prepare` where it has to be. */
  folder: string;
  readonly password: string;
  readonly log: string;
  readonly lock: string;
}

export function findPlaces(wanted: string): Places {
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

export function address(places: Places, postmaster: Postmaster, database: string): string {
  let password: string;
  try {
    password = readFileSync(places.password, "utf8").trim();
  } catch (cause) {
    throw new DatabaseUnavailable(
      `${places.password}: the database's password cannot be read from this file.`,
      cause,
    );
  }
  return `postgres://${ROLE}:${password}@127.0.0.1:${postmaster.port}/${database}`;
}
