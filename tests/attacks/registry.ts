// The registry that is attacked: some 1,200 synthetic patients with all the structure of the demo's, brought in and
// published once a run, then copied for each test. Among those with PTSD every woman responds and no man does.
import { Client } from "pg";
import { migrate, openDatabase, type Database } from "../../server/src/database/dataSource";
import { importDemo } from "../../server/src/demo/importDemo";
import { publish } from "../../server/src/releases/publish";
import { createEmptyDatabase, testServer } from "../testDatabase";
import { readPeople, type Person } from "./people";

export const dataset = "attacked";
export const attacked = `${dataset}.1`;

export interface Registry {
  readonly database: Database;
  readonly url: string;
  /** Everyone in the release: what is true, kept by the test and not asked of the server. */
  readonly people: readonly Person[];
  readonly drop: () => Promise<void>;
}

export async function openRegistry(patients = 1_200): Promise<Registry> {
  const { url, drop } = await createEmptyDatabase(await templateOf(patients));
  const database = await openDatabase(url);
  return {
    database,
    url,
    people: await readPeople(database),
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

// Any number: test files run side by side, and the first one builds the template for all.
const TEMPLATE_LOCK = 724_611_099;

async function templateOf(patients: number): Promise<string> {
  const name = `attacked_${patients}`;
  const client = new Client({ connectionString: testServer() });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      const { url } = await createEmptyDatabase();
      await fill(url, patients);
      await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}

async function fill(url: string, patients: number): Promise<void> {
  const database = await openDatabase(url);
  try {
    await migrate(database);
    await importDemo(database, { patients, seed: 20_260, dataset });
    const later = "s.patient = c.patient and c.condition = 'PTSD' and s.day > 0 and s.instrument <> 'WHO5'";
    const write = (sql: string) => database.dataSource.query(sql);
    await write(
      `update score s set total = 0, suicidality = null from course c where ${later} and c.sex = 'FEMALE'`,
    );
    await write(`update score s set total = b.total, suicidality = null
      from course c, (select patient, instrument, max(total) as total from score group by 1, 2) b
      where ${later} and c.sex = 'MALE' and b.patient = s.patient and b.instrument = s.instrument`);
    await publish(database, { dataset });
  } finally {
    await database.close();
  }
}
