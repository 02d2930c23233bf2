// Who has withdrawn from a dataset: how they are known again, and how an import leaves them out.
import type { LeftOut } from "@afterglow/shared";
import type { PoolClient } from "pg";
import { stagedTable, type TableSource } from "./stageRows";
import type { TableName } from "./tableSchemas";

/** SQL: what is kept of a patient, of whom the id may not be. `dataset`, `patient`: expressions of text. */
export const patientHash = (dataset: string, patient: string): string =>
  `encode(sha256(convert_to(${dataset} || E'\\n' || ${patient}, 'UTF8')), 'hex')`;

/** Takes their rows out of the staged tables, and says of how many rows of each. */
export async function leaveOutWithdrawn(
  client: PoolClient,
  datasetId: number,
  sources: readonly TableSource[],
): Promise<(LeftOut & { readonly table: TableName })[]> {
  const { rowCount } = await client.query("select from withdrawn where dataset_id = $1 limit 1", [datasetId]);
  // A hash of every row is only worth its time where somebody has withdrawn.
  if (rowCount === 0) return [];
  const leftOut: (LeftOut & { readonly table: TableName })[] = [];
  for (const { schema, file } of sources) {
    const removed = await client.query(
      `delete from ${stagedTable(schema)} s using withdrawn w, dataset d
       where d.id = $1 and w.dataset_id = d.id and w.patient_hash = ${patientHash("d.name", "s.patient")}`,
      [datasetId],
    );
    if (removed.rowCount !== null && removed.rowCount > 0)
      leftOut.push({
        file,
        table: schema.table,
        because: "The patient has withdrawn.",
        rows: removed.rowCount,
      });
  }
  return leftOut;
}
