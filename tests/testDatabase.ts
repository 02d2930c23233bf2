// A fresh, migrated database for one test file, in the Postgres of the run.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { migrate, openDatabase, type Database } from "../server/src/database/dataSource";

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createEmptyDatabase();
  const database = await openDatabase(url);
  await migrate(database);
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Without tables: for tests of the migrations and of connecting. `template`: a copy of that database instead. */
export async function createEmptyDatabase(
  template = "template1",
): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The Postgres of the run. */
export function testServer(): string {
  const server = process.env["TEST_DATABASE_URL"];
  if (!server) throw new Error("TEST_DATABASE_URL is not set: jest's globalSetup has not run.");
  return server;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
