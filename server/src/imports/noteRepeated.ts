// Says how many rows of a file repeat an earlier one and were merged with it.
import type { PoolClient } from "pg";
import type { Notes } from "./notes";
import { stagedTable, type TableSource } from "./stageRows";
import type { TableName } from "./tableSchemas";

export async function noteRepeated(
  client: PoolClient,
  sources: readonly TableSource[],
  staged: ReadonlyMap<TableName, number>,
  inserted: Readonly<Record<TableName, number>>,
  notes: Notes,
): Promise<void> {
  for (const { schema, file } of sources) {
    // Only where some row was not new is there anything to count.
    if (staged.get(schema.table) === inserted[schema.table]) continue;
    const key = schema.key.join(", ");
    const { rows } = await client.query<{ repeated: string }>(
      `select coalesce(sum(times - 1), 0) as repeated
       from (select count(*) as times from ${stagedTable(schema)} group by ${key} having count(*) > 1) again`,
    );
    const repeated = Number(rows[0]?.repeated ?? 0);
    if (repeated > 0) notes.add(file, null, "Rows that repeat an earlier one, merged with it.", repeated);
  }
}
