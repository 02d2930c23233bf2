// What stands in the source tables of a dataset, in a form that can be held against another dataset's: rows and the sum
// of their hashes for each table, and its receipts.
import type { RowCounts } from "@afterglow/shared";
import type { Client } from "pg";
import { tableSchemas } from "../../server/src/imports/tableSchemas";

export async function sourceFingerprint(client: Client, dataset: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { table, fields } of tableSchemas) {
    const columns = fields.map(({ name }) => name).join(", ");
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ' rows, ' || coalesce(sum(hashtextextended(row::text, 0)::numeric), 0) as print
       from (select ${columns} from ${table}
         where dataset_id = (select id from dataset where name = $1)) row`,
      [dataset],
    );
    found[table] = rows[0]?.print ?? "";
  }
  return found;
}

export type KeptSums = Omit<RowCounts, "leftOut">;

export async function receiptsOf(client: Client, dataset: string): Promise<KeptSums[]> {
  const { rows } = await client.query<KeptSums>(
    `select inserted::int, superseded::int, unchanged::int, rejected::int from import_receipt
     where dataset_id = (select id from dataset where name = $1) order by id`,
    [dataset],
  );
  return rows;
}
