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

/** The address of the Postgres, which is started where it is the embedded one. Nothing is opened or changed in it. */
export async function reach(
  config: Pick<Config, "databaseUrl" | "dataDir">,
  log: (line: string) => void,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir: config.dataDir, log });
}

export async function connect(
  config: Pick<Config, "databaseUrl" | "dataDir"> & Partial<Pick<Config, "databaseReplicas">>,
  log: (line: string) => void,
): Promise<Connection> {
  const { url, stop } = await reach(config, log);
  let database: Database | undefined;
  const close = async () => {
    await database?.close();
    await stop();
  };
  try {
    database = await openDatabase(url, { log, replicas: config.databaseReplicas ?? [] });
    await migrate(database);
    return { database, url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
