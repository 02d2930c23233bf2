// The checksum of a release: MD5 over all its analysis rows, by which anyone can see that a frozen release stayed as
// it was, and that the same data gave the same rows in another database. Without release_id, dataset_id and time;
// in the order of the keys, so that the order of insertion leaves no trace.
import { courseColumns, measureColumns, sideEffectColumns } from "./analysisColumns";
import type { Ask, Publication } from "./publication";

const tables = [
  { name: "analysis_course", columns: courseColumns, order: "course" },
  { name: "analysis_side_effect", columns: sideEffectColumns, order: "course, session, term" },
  { name: "analysis_measure", columns: measureColumns, order: "course, instrument, rule" },
];

// Hashed in three steps (row, patient, table), so that no text grows with the number of patients but by 32 letters.
// Patients are sorted by bytes: the database's own language must not decide.
const digestOf = ({ name, columns, order }: (typeof tables)[number]): string => `
  select md5(coalesce(string_agg(patient_digest, '' order by patient collate "C"), '')) as digest
  from (
    select patient, md5(string_agg(md5(row(${columns.join(", ")})::text), '' order by ${order})) as patient_digest
    from ${name}
    where dataset_id = $1 and release_id = $2
    group by patient
  ) by_patient`;

export async function checksumOf(ask: Ask, { datasetId, releaseId }: Publication): Promise<string> {
  const digests = tables.map((table) => `(${digestOf(table)})`).join(" || ");
  const [row] = await ask<{ checksum: string }>(`select md5(${digests}) as checksum`, [datasetId, releaseId]);
  if (row === undefined) throw new Error("The database gave no checksum");
  return row.checksum;
}
