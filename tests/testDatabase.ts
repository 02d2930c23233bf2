// A fresh, migrated database for one test file, in the Postgres of the run; on the cluster, where CLUSTER_URL names one.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { migrate, openDatabase, type Database } from "../server/src/database/dataSource";
import { clusterServer, createClusterDatabase } from "./clusterDatabase";

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** `kind` and `fill`: with what is made once a run for all tests of that kind; nothing, unless they are given. */
export async function createTestDatabase(
  kind = "migrated",
  fill: (database: Database) => Promise<unknown> = async () => {},
): Promise<TestDatabase> {
  const cluster = clusterServer();
  if (cluster !== undefined) return createOnCluster(cluster, fill);
  return createOnSingle(kind, fill);
}

/** On a single machine, wherever the others are. */
export async function createOnSingle(
  kind = "migrated",
  fill: (database: Database) => Promise<unknown> = async () => {},
): Promise<TestDatabase> {
  const { url, drop } = await createEmptyDatabase(await templateOf(kind, fill));
  const database = await openDatabase(url);
  await migrate(database); // The rights on a database are not copied with it.
  return testDatabase(database, url, drop);
}

/** Filled anew each time: a database that is spread cannot be copied. */
async function createOnCluster(
  server: string,
  fill: (database: Database) => Promise<unknown>,
): Promise<TestDatabase> {
  const { url, drop } = await createClusterDatabase(server);
  const database = await openDatabase(url);
  await migrate(database);
  await fill(database);
  return testDatabase(database, url, drop);
}

function testDatabase(database: Database, url: string, drop: () => Promise<void>): TestDatabase {
  return {
    database,
    url,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

// Any number: test files run side by side, and the first one builds the template for all.
const TEMPLATE_LOCK = 724_611_099;

async function templateOf(kind: string, fill: (database: Database) => Promise<unknown>): Promise<string> {
  const name = `template_${kind}`;
  const client = new Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext($1), $2)", [kind, TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      const { url } = await createEmptyDatabase();
      const database = await openDatabase(url);
      try {
        await migrate(database);
        await fill(database);
      } finally {
        await database.close();
      }
      await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
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
