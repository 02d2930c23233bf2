// On a Citus every table of patients is spread by patient, all in one way, and what their rows are joined to is on every
// node: also the tables that a later migration adds.
import { copiedTables, SPREAD_BY, spreadTables } from "../../server/src/database/citus/spreadTables";
import { migrate } from "../../server/src/database/dataSource";
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(() => place.drop());

it("spreads every table with a column patient by it, over the same shards", async () => {
  const holding = await place.database.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t
       using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = $1 order by 1`,
    [SPREAD_BY],
  );
  const spread = await place.database.query<{ name: string; by: string; together: number }>(
    `select table_name::text as name, distribution_column as by, colocation_id as together
     from citus_tables where citus_table_type = 'distributed' order by 1`,
  );
  expect(spread.map(({ name }) => name)).toEqual(holding.map(({ name }) => name));
  expect(spread.map(({ name }) => name)).toEqual([...spreadTables].sort());
  expect(new Set(spread.map(({ by }) => by))).toEqual(new Set([SPREAD_BY]));
  expect(new Set(spread.map(({ together }) => together)).size).toBe(1);
});

it("copies to every node what they are joined to, and nothing else", async () => {
  const copied = await place.database.query<{ name: string }>(
    "select table_name::text as name from citus_tables where citus_table_type = 'reference' order by 1",
  );
  expect(copied.map(({ name }) => name)).toEqual([...copiedTables].sort());
});

it("settles nothing twice, and keeps the references among what is spread", async () => {
  const references = () =>
    place.database.query(
      `select conrelid::regclass::text as table, conname as name from pg_constraint
       where contype = 'f' and conrelid = any($1::text[]::regclass[]) order by 1, 2`,
      [[...spreadTables]],
    );
  const before = await references();
  expect(before.length).toBeGreaterThan(3);
  await migrate(place.database);
  expect(await references()).toEqual(before);
});

it("lets the analyses read where they may, on the workers too, and nowhere else", async () => {
  expect(await place.database.ask("select count(*) as n from analysis_course")).toEqual([{ n: 0 }]);
  await expect(place.database.ask("select count(*) from score")).rejects.toThrow(/permission denied/);
});
