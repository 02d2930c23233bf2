// A schema of our own: for work tables, and for the parts of the analysis tables. Whoever may not make one is told what an
// administrator has to run.
import { DatabaseUnavailable } from "./databaseUnavailable";

type Ask = <Row extends object>(sql: string) => Promise<Row[]>;

export async function makeSchema(ask: Ask, name: string): Promise<void> {
  const [may] = await ask<{ create: boolean; user: string; database: string }>(
    `select has_database_privilege(current_database(), 'create') as create, quote_ident(current_user) as user,
      quote_ident(current_database()) as database`,
  );
  if (may?.create === false)
    throw new DatabaseUnavailable(
      `The user of DATABASE_URL may not make a schema, which imports and releases need. Have an administrator run, once: GRANT CREATE ON DATABASE ${may.database} TO ${may.user};`,
    );
  await ask(`create schema ${name}`);
}
