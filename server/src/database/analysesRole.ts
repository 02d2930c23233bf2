// The role that the analyses run as: it may read the analysis tables and what names a release, and nothing of the
// source tables. It is made, and its rights are set anew, after the migrations: rights are no part of the schema, since
// a role belongs to the whole Postgres and not to one database.
import type { QueryRunner } from "typeorm";
import { codeOf } from "./asUnavailable";
import { isCitus } from "./citus/isCitus";
import { DatabaseUnavailable } from "./databaseUnavailable";

export const ANALYSES_ROLE = "afterglow_analyses";

/** What a reader may know of a dataset; a column that comes later is not theirs until it is named here. */
const DATASET_COLUMNS = ["id", "name", "title", "kind", "licence", "citation", "source_note"];

export async function settleAnalysesRole(runner: QueryRunner): Promise<void> {
  await makeRole(runner);
  await letIntoWorkers(runner);
  const tables = (await runner.query(
    "SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace " +
      "AND c.relkind IN ('r', 'p') AND c.relname LIKE 'analysis\\_%'",
  )) as { name: string }[];
  const readable = ["release", ...tables.map(({ name }) => name)].join(", ");
  await runner.startTransaction();
  try {
    await runner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${ANALYSES_ROLE}`);
    await runner.query(`REVOKE SELECT (${DATASET_COLUMNS.join(", ")}) ON dataset FROM ${ANALYSES_ROLE}`);
    await runner.query(`GRANT SELECT ON ${readable} TO ${ANALYSES_ROLE}`);
    await runner.query(`GRANT SELECT (${DATASET_COLUMNS.join(", ")}) ON dataset TO ${ANALYSES_ROLE}`);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** Makes the role where it is missing, and sees that we may act as it. */
async function makeRole(runner: QueryRunner): Promise<void> {
  const may = async (statement: string) => {
    try {
      await runner.query(statement);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
  const actAs = async () => {
    const able = await may(`SET ROLE ${ANALYSES_ROLE}`);
    await runner.query("RESET ROLE");
    return able;
  };
  if (await actAs()) return;
  const [user] = (await runner.query("SELECT quote_ident(current_user) AS name")) as { name: string }[];
  const statements = [
    `CREATE ROLE ${ANALYSES_ROLE} NOLOGIN`,
    `GRANT ${ANALYSES_ROLE} TO ${user?.name ?? "CURRENT_USER"}`,
  ];
  for (const statement of statements) {
    await may(statement);
    if (await actAs()) return;
  }
  throw new DatabaseUnavailable(
    `The user of DATABASE_URL may not make the role that the analyses run as. Have an administrator run, once: ${statements.join("; ")};`,
  );
}

/**
 * On Citus the coordinator asks the workers as the role that asked it, so that the role has to be let in there. It is given
 * no password: whoever can come in as it comes from the coordinator, which the workers trust (docs/scale.md).
 */
async function letIntoWorkers(runner: QueryRunner): Promise<void> {
  if (!(await isCitus((text) => runner.query(text) as Promise<unknown[]>))) return;
  const kept = (await runner.query("SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin", [
    ANALYSES_ROLE,
  ])) as unknown[];
  if (kept.length > 0) return;
  const statement = `ALTER ROLE ${ANALYSES_ROLE} LOGIN`;
  try {
    await runner.query(statement);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new DatabaseUnavailable(
      `On Citus the role that the analyses run as has to be let into the workers. Have an administrator run, once: ${statement};`,
    );
  }
}

// There already (also by a moment), not allowed, or not there.
const refusals = ["42710", "23505", "42501", "22023", "42704"];
const isRefusal = (error: unknown): boolean => refusals.includes(codeOf(error) ?? "");
