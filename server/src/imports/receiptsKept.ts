// The receipts of the imports that were committed, kept beside the rows that they brought in. A refused import leaves
// nothing in the database, not even its receipt.
import type { PoolClient } from "pg";
import type { Database } from "../database/dataSource";
import type { Receipt } from "./receipt";

export interface KeptReceipt {
  readonly id: number;
  /** UTC, as in 2026-01-31T10:00:00.000Z. */
  readonly importedAt: string;
  /** Name of the folder. */
  readonly source: string;
  readonly inserted: number;
  readonly unchanged: number;
  /** null: of an import before receipts were kept whole. */
  readonly receipt: Receipt | null;
}

/** In the import's own transaction. */
export async function keepReceipt(client: PoolClient, datasetId: number, receipt: Receipt): Promise<void> {
  const sum = (count: "inserted" | "unchanged" | "rejected") =>
    receipt.files.reduce((total, file) => total + file[count], 0);
  await client.query(
    `insert into import_receipt (dataset_id, source, inserted, unchanged, rejected, receipt)
     values ($1, $2, $3, $4, $5, $6)`,
    [datasetId, receipt.source, sum("inserted"), sum("unchanged"), sum("rejected"), JSON.stringify(receipt)],
  );
}

const MOST_LISTED = 50;

const KEPT = `select i.id, i.imported_at as "importedAt", i.source, i.inserted::float8 as inserted,
    i.unchanged::float8 as unchanged, i.receipt
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
