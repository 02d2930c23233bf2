// Was a release published under a version of the definitions or a later one? What an earlier version did not derive is
// not there for ever, since a release stays as it was.
import { ask, sql, type Query } from "./sql";

export async function hasDefinitions(query: Query, releaseId: number, version: number): Promise<boolean> {
  const [row] = await ask<{ has: boolean }>(
    query,
    sql`select definitions::integer >= ${version} as has from release where id = ${releaseId}`,
  );
  return row?.has ?? false;
}
