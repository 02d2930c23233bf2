/** Is the database a Citus, whose tables of patients are spread over several machines? */
export const isCitus = async (ask: (sql: string) => Promise<readonly unknown[]>): Promise<boolean> =>
  (await ask("select from pg_extension where extname = 'citus'")).length > 0;
