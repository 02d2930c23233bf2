// The data dictionary: every column of the source and analysis tables that the database really has, with its meaning, and
// the codes that really stand in it.
import { parse } from "csv-parse/sync";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";
import { seed } from "./seed";

let test_: TestDatabase;
let door: Door;
beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  door = await openDoor(test_.database, "publish");
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

type Line = Record<"table" | "kind" | "column" | "type" | "required" | "meaning" | "codes", string>;
interface Schemas {
  readonly resources: readonly {
    readonly name: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly description: string;
        readonly constraints: { readonly enum?: readonly unknown[] };
      }[];
    };
  }[];
}

const lines = async (): Promise<Line[]> =>
  parse(await (await fetch(`${door.address}/dictionary.csv`)).text(), { columns: true }) as unknown as Line[];

test("every column that the database has is in it, with a meaning, and no other", async () => {
  const columns = await test_.database.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and (table_name like 'analysis%' and table_name <> 'analysis_bitmap'
       or table_name in ('course', 'session', 'score', 'side_effect') and column_name <> 'dataset_id')`,
  );
  const found = await lines();
  expect(found.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
    columns.map(({ name }) => name).sort(),
  );
  expect(
    found.filter(({ meaning }) => meaning === "").map(({ table, column }) => `${table}.${column}`),
  ).toEqual([]);
});

test.each([
  ["course", "condition"],
  ["score", "instrument"],
  ["analysis_course", "condition"],
  ["analysis_course", "age"],
  ["analysis_measure", "instrument"],
])("what stands in %s.%s is among its codes", async (table, column) => {
  const codes = (await lines()).find((line) => line.table === table && line.column === column)?.codes ?? "";
  const rows = await test_.database.query<{ value: string | number }>(
    `select distinct ${column} as value from ${table} where ${column} is not null`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { value } of rows) expect(`; ${codes}`).toContain(`; ${value} = `);
});

test("the same as Table Schemas, with codes as an enum", async () => {
  const response = await fetch(`${door.address}/dictionary.json`);
  expect(response.headers.get("content-disposition")).toContain("afterglow-dictionary.json");
  const { resources } = (await response.json()) as Schemas;
  const csv = await lines();
  expect(resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name))).toEqual(
    csv.map(({ column }) => column),
  );
  const course = resources.find(({ name }) => name === "course");
  const condition = course?.schema.fields.find(({ name }) => name === "condition");
  expect(condition?.constraints.enum).toContain("TRD");
});
