// The registry that is attacked: some 1,200 synthetic patients with all the structure of the demo's, brought in and
// published once a run, then copied for each test. Among those with PTSD every woman responds and no man does; and one
// patient with social anxiety has an id and numbers that nobody else has.
import type { Database } from "../../server/src/database/dataSource";
import { importDemo } from "../../server/src/demo/importDemo";
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase } from "../testDatabase";
import { readPeople, type Person } from "./people";

export const dataset = "attacked";
export const attacked = `${dataset}.1`;

export const canary = {
  id: "canary-7f3a9c51e2d84b06",
  score: 143,
  cost: 73_291,
  clinic: "canary-clinic-9b1e",
} as const;

export interface Registry {
  readonly database: Database;
  readonly url: string;
  /** Everyone in the release: what is true, kept by the test and not asked of the server. */
  readonly people: readonly Person[];
  readonly drop: () => Promise<void>;
}

export async function openRegistry(patients = 1_200): Promise<Registry> {
  const { database, url, drop } = await createTestDatabase(`attacked_${patients}`, (empty) =>
    fill(empty, patients),
  );
  return { database, url, people: await readPeople(database), drop };
}

async function fill(database: Database, patients: number): Promise<void> {
  await importDemo(database, { patients, seed: 20_260, dataset });
  const later = "s.patient = c.patient and c.condition = 'PTSD' and s.day > 0 and s.instrument <> 'WHO5'";
  const write = (sql: string) => database.dataSource.query(sql);
  await write(
    `update score s set total = 0, suicidality = null from course c where ${later} and c.sex = 'FEMALE'`,
  );
  await write(`update score s set total = b.total, suicidality = null
    from course c, (select patient, instrument, max(total) as total from score group by 1, 2) b
    where ${later} and c.sex = 'MALE' and b.patient = s.patient and b.instrument = s.instrument`);
  await seedCanary(database);
  await publish(database, { dataset });
}

async function seedCanary({ dataSource }: Database): Promise<void> {
  const { id, score, cost, clinic } = canary;
  await dataSource.query(
    `insert into course (dataset_id, patient, course, clinic, condition, modality, age_years, sex, prior_trials, start_year,
      setting, end_day, end_reason)
    select id, $1, 1, $2, 'SOCIAL_ANXIETY', 'KETAMINE_IV', 44, 'FEMALE', 2, 2023, 'CLINIC', 60, 'COMPLETED' from dataset`,
    [id, clinic],
  );
  await dataSource.query(
    `insert into session (dataset_id, patient, course, number, day, cost_usd)
    select id, $1, 1, n, 3 * (n - 1), $2 from dataset, generate_series(1, 6) n`,
    [id, cost],
  );
  await dataSource.query(
    `insert into score (dataset_id, patient, course, instrument, day, total)
    select id, $1, 1, 'LSAS', day, $2 from dataset, unnest(array[0, 7, 28, 84]) day`,
    [id, score],
  );
}
