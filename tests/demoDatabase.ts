// A small demo registry, brought in and published once a run and copied for each test that looks at it.
import { importDemo } from "../server/src/demo/importDemo";
import { publish } from "../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "./testDatabase";

/** Enough patients that the common cohorts are shown, and few enough to bring in within seconds. */
const demo = { dataset: "demo", patients: 2_000, seed: 1 };

export const createDemoDatabase = (): Promise<TestDatabase> =>
  createTestDatabase("demo", async (database) => {
    await importDemo(database, demo);
    await publish(database, { dataset: demo.dataset });
  });
