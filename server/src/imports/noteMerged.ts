// Says how many rows of a file took the place of one imported before, and how many repeat one of the same file.
import type { PoolClient } from "pg";
import type { Merged } from "./mergeStaged";
import type { Notes } from "./notes";
import { stagedTable, type TableSource } from "./stageRows";
import type { TableName } from "./tableSchemas";

const SUPERSEDED = "Rows that take the place of one imported before, which had other values.";

export async function noteMerged(
  client: PoolClient,
  sources: readonly TableSource[],
  staged: ReadonlyMap<TableName, number>,
  merged: Readonly<Record<TableName, Merged>>,
  notes: Notes,
): Promise<void> {
  for (const { schema, file } of sources) {
    const { inserted, superseded } = merged[schema.table];
    if (superseded > 0) notes.add(file, null, SUPERSEDED, superseded);
    // Only where a row did neither is there anything to count.
    if (staged.get(schema.table) === inserted + superseded) continue;
    const key = schema.key.join(", ");
    const { rows } = await client.query<{ repeated: string }>(
      `select coalesce(sum(times - 1), 0) as repeated
       from (select count(*) as times from ${stagedTable(schema)} group by ${key} having count(*) > 1) again`,
    );
    const repeated = Number(rows[0]?.repeated ?? 0);
    if (repeated > 0) notes.add(file, null, "Rows that repeat an earlier one, merged with it.", repeated);
  }
}
