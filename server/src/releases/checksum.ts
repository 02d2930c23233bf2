// The checksum of a release: MD5 over all its analysis rows, by which anyone can see that a frozen release stayed as
// it was, and that the same data gave the same rows in another database. Without release_id, dataset_id and time;
// in the order of the keys, so that the order of insertion leaves no trace. Over the tables and columns of the release's
// own version of the definitions: what came later is no part of what was published.
import { tablesOf, type AnalysisTable } from "./analysisColumns";
import type { Ask, Publication } from "./publication";

// Hashed in three steps (row, patient, table), so that no text grows with the number of patients but by 32 letters.
// Patients are sorted by bytes: the database's own language must not decide. The rows are hashed and sorted apart, which
// several processors can share, and stay in that order; the rest is little.
const digestOf = ({ name, columns, order }: AnalysisTable): string => `
  select md5(coalesce(string_agg(patient_digest, '' order by bytes), '')) as digest
  from (
    select bytes, md5(string_agg(row_digest, '' order by ${order})) as patient_digest
    from (
      select patient collate "C" as bytes, ${order}, md5(row(${columns.join(", ")})::text) as row_digest
      from ${name}
      where dataset_id = $1 and release_id = $2
      order by bytes, ${order}
    ) by_row
    group by bytes
  ) by_patient`;

export async function checksumOf(
  ask: Ask,
  { datasetId, releaseId }: Publication,
  definitions: string,
): Promise<string> {
  const digests = tablesOf(definitions)
    .map((table) => `(${digestOf(table)})`)
    .join(" || ");
  const [row] = await ask<{ checksum: string }>(`select md5(${digests}) as checksum`, [datasetId, releaseId]);
  if (row === undefined) throw new Error("The database gave no checksum");
  return row.checksum;
}
