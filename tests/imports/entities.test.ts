// The entities and the migrations describe the same tables, to the last comment; and the migrations can be undone.
import { createTestDatabase, type TestDatabase } from "../testDatabase";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

test("typeorm would change nothing about the migrated tables", async () => {
  const log = await test_.database.dataSource.driver.createSchemaBuilder().log();
  expect(log.upQueries.map(({ query }) => query)).toEqual([]);
});

test("every table and every column has a comment", async () => {
  const bare = await test_.database.query<{ name: string }>(
    `select c.relname || coalesce('.' || a.attname, '') as name
     from pg_class c
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
       and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)
     order by 1`,
  );
  expect(bare).toEqual([]);
});

test("the migrations go down to nothing and up again", async () => {
  const { dataSource, query } = test_.database;
  const tables = () =>
    query<{ n: number }>(
      "select count(*) as n from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
    );
  const [full] = await tables();
  for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
  expect(await tables()).toEqual([{ n: 1 }]);
  await dataSource.runMigrations();
  expect(await tables()).toEqual([full]);
});
