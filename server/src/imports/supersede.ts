// Corrections: a staged row takes the place of the one that was imported before under the same key with other values. Of
// what was there nothing is kept but which course it was of, for the next release to tell how many were corrected.
import type { PoolClient } from "pg";
import type { TableSchema } from "./field";
import { keyColumns, otherColumns, otherFields } from "./schemaColumns";
import { stagedTable } from "./stageRows";
import { makeStagingTable } from "./stagingTable";

/** The courses of which this import superseded rows; it ends with the transaction. */
export async function beginSuperseding(client: PoolClient): Promise<void> {
  await makeStagingTable(
    client,
    "superseding",
    "select source_table, patient, course from superseded where false",
  );
}

/** How many rows of the table were superseded. Of a row that stands twice in the file, the same, one. */
export async function supersede(client: PoolClient, datasetId: number, schema: TableSchema): Promise<number> {
  const { table } = schema;
  const { rowCount: held } = await client.query(`select from ${table} where dataset_id = $1 limit 1`, [
    datasetId,
  ]);
  // A first import has nothing to look up, be it of millions of rows.
  if (held === 0) return 0;
  const { rows } = await client.query<{ superseded: number }>(
    `with changed as (
       update ${table} t set ${otherFields(schema)
         .map((name) => `${name} = s.${name}`)
         .join(", ")} from ${stagedTable(schema)} s
       where t.dataset_id = $1 and (${keyColumns(schema, "t")}) = (${keyColumns(schema, "s")})
         and (${otherColumns(schema, "t")}) is distinct from (${otherColumns(schema, "s")})
       returning t.patient, t.course
     ), told as (
       insert into superseding (source_table, patient, course) select distinct '${table}', patient, course from changed
     )
     select count(*)::int as superseded from changed`,
    [datasetId],
  );
  return rows[0]?.superseded ?? 0;
}

/** Under the number of the import's receipt. */
export async function keepSuperseded(client: PoolClient, datasetId: number, importId: number): Promise<void> {
  await client.query(
    `insert into superseded (dataset_id, patient, course, source_table, import_id)
     select $1::int, patient, course, source_table, $2::int from superseding`,
    [datasetId, importId],
  );
}
