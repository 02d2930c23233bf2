// On a Citus, the source rows of a dataset to the coordinator, once, under the same names in the publishing's own schema:
// the steps that derive a release number courses among all of them, and are the same as on a single machine. What they
// derive is written to the workers again. Without Citus nothing is done.
import { isCitus } from "../database/citus/isCitus";
import { SPREAD_BY } from "../database/citus/spreadTables";
import type { Ask } from "./publication";

const sourceTables = ["course", "session", "score", "side_effect"];

/** In the schema of the work tables. */
export async function bringHome(ask: Ask, datasetId: number): Promise<void> {
  if (!(await isCitus(ask))) return;
  for (const table of sourceTables) {
    await ask(`create unlogged table ${table} (like public.${table} including indexes)`);
    await ask(
      `insert into ${table} select * from public.${table} where dataset_id = $1 order by ${SPREAD_BY}, course`,
      [datasetId],
    );
    await ask(`analyze ${table}`);
  }
}
