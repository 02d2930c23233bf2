// Stops the Postgres that globalSetup started, and removes its folder.
import { rmSync } from "node:fs";
import type { RunGlobals } from "./globalSetup";

export default async function globalTeardown(): Promise<void> {
  const { testPostgres } = globalThis as RunGlobals;
  if (!testPostgres) return;
  await testPostgres.server.stop();
  rmSync(testPostgres.dataDir, { recursive: true, force: true });
}
