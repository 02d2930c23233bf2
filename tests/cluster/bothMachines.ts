// The same registries on a single machine and on the cluster, brought in and published there, with a door to each that
// keeps what it asked of the database.
import { importDemo } from "../../server/src/demo/importDemo";
import type { Database } from "../../server/src/database/dataSource";
import { publish } from "../../server/src/releases/publish";
import { openDoor, type Door } from "../api/door";
import { seed, sizes } from "../api/seed";
import { createOnSingle, createTestDatabase, type TestDatabase } from "../testDatabase";

export interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface Machine {
  readonly place: TestDatabase;
  readonly door: Door;
  /** Every statement of the analyses, once by its text. */
  readonly asked: ReadonlyMap<string, Asked>;
}

async function fill(database: Database): Promise<void> {
  await seed(database, sizes, ["east", "north", "south", "west"]);
  await importDemo(database, { dataset: "demo", patients: 400, seed: 3 });
  await publish(database, { dataset: "demo" });
}

async function machine(place: TestDatabase, profile: "internal" | "publish"): Promise<Machine> {
  const asked = new Map<string, Asked>();
  const { database } = place;
  const ask: Database["ask"] = (sql, values = [], signal) => {
    asked.set(sql, { sql, values });
    return database.ask(sql, values, signal);
  };
  return { place, door: await openDoor({ ...database, ask }, profile), asked };
}

export interface BothMachines {
  readonly single: Machine;
  readonly cluster: Machine;
  readonly end: () => Promise<void>;
}

export async function bothMachines(profile: "internal" | "publish"): Promise<BothMachines> {
  const single = await machine(await createOnSingle("both", fill), profile);
  const cluster = await machine(await createTestDatabase("both", fill), profile);
  return {
    single,
    cluster,
    end: async () => {
      for (const { door, place } of [single, cluster]) {
        await door.stop();
        await place.drop();
      }
    },
  };
}
