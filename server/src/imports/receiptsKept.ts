// The receipts of the imports that were committed, kept beside the rows that they brought in. A refused import leaves
// nothing in the database, not even its receipt.
import type { KeptReceipt, Receipt, RowFate } from "@afterglow/shared";
import type { PoolClient } from "pg";
import type { Database } from "../database/dataSource";

/** In the import's own transaction; answers its number. */
export async function keepReceipt(client: PoolClient, datasetId: number, receipt: Receipt): Promise<number> {
  const sum = (fate: RowFate) => receipt.files.reduce((total, file) => total + file[fate], 0);
  const sums = [sum("inserted"), sum("superseded"), sum("unchanged"), sum("rejected")];
  const { rows } = await client.query<{ id: number }>(
    `insert into import_receipt (dataset_id, source, inserted, superseded, unchanged, rejected, receipt)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [datasetId, receipt.source, ...sums, JSON.stringify(receipt)],
  );
  const [kept] = rows;
  if (kept === undefined) throw new Error("The database gave no number to the receipt.");
  return kept.id;
}

const MOST_LISTED = 50;

const KEPT = `select i.id, i.imported_at as "importedAt", i.source, i.inserted::float8 as inserted,
    i.superseded::float8 as superseded, i.unchanged::float8 as unchanged, i.receipt
  from import_receipt i join dataset d on d.id = i.dataset_id`;

type Row = Omit<KeptReceipt, "importedAt"> & { readonly importedAt: Date };
const kept = (row: Row): KeptReceipt => ({ ...row, importedAt: row.importedAt.toISOString() });

/** Of a dataset, the newest first. */
export async function listReceipts(query: Database["query"], dataset: string): Promise<KeptReceipt[]> {
  const rows = await query<Row>(`${KEPT} where d.name = $1 order by i.id desc limit ${MOST_LISTED}`, [
    dataset,
  ]);
  return rows.map(kept);
}

export async function findReceipt(query: Database["query"], id: number): Promise<KeptReceipt | undefined> {
  return (await query<Row>(`${KEPT} where i.id = $1`, [id])).map(kept)[0];
}
