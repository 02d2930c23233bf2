// From the settings to an open, migrated database: DATABASE_URL where it is set, the embedded Postgres where not.
import type { Config } from "../config";
import { migrate, openDatabase, type Database } from "./dataSource";
import { startEmbeddedPostgres } from "./embedded/startEmbeddedPostgres";

export interface Connection {
  readonly database: Database;
  readonly url: string;
  /** Closes the pools, then lets go of the embedded Postgres. */
  readonly close: () => Promise<void>;
}

export async function connect(
  config: Pick<Config, "databaseUrl" | "dataDir">,
  log: (line: string) => void,
): Promise<Connection> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log })
      : undefined;
  const url = config.databaseUrl ?? embedded?.url ?? "";
  let database: Database | undefined;
  const close = async () => {
    await database?.close();
    await embedded?.stop();
  };
  try {
    database = await openDatabase(url, { log });
    await migrate(database);
    return { database, url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
