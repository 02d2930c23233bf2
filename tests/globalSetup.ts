// Starts one real Postgres for the whole run, through the launcher itself. Each test file makes its own database
// in it (testDatabase.ts). TEST_DATABASE_URL from outside names another Postgres to test against.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../server/src/database/embedded/startEmbeddedPostgres";

export type RunGlobals = typeof globalThis & { testPostgres?: { dataDir: string; server: EmbeddedPostgres } };

export default async function globalSetup(): Promise<void> {
  process.env["TZ"] = "UTC";
  // As it is shipped: elsewhere graphql checks at every step what it needs to check only while one develops with it.
  process.env["NODE_ENV"] = "production";
  if (process.env["TEST_DATABASE_URL"]) return;
  const dataDir = mkdtempSync(join(tmpdir(), "afterglow-test-"));
  // What only matters after a power cut is given up for speed.
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "100",
  };
  const server = await startEmbeddedPostgres({ dataDir, settings });
  (globalThis as RunGlobals).testPostgres = { dataDir, server };
  process.env["TEST_DATABASE_URL"] = server.url;
  // A run that is cut off must not leave a server behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.stop().finally(() => process.exit(1)));
  }
}
