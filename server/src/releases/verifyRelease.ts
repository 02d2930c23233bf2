// Is a release still what was published? Hashes its analysis rows again and compares with the checksum it was
// published under. It repairs nothing.
import type { Database } from "../database/dataSource";
import { checksumOf } from "./checksum";
import { findRelease } from "./listReleases";

export interface Verification {
  readonly published: string;
  readonly recomputed: string;
  readonly unchanged: boolean;
}

/** null where there is no such release. */
export async function verifyRelease(query: Database["query"], id: string): Promise<Verification | null> {
  const release = await findRelease(query, id);
  if (release === null) return null;
  const { releaseId, checksum: published } = release;
  const [row] = await query<{ datasetId: number; definitions: string }>(
    `select dataset_id as "datasetId", definitions from release where id = $1`,
    [releaseId],
  );
  if (row === undefined) return null;
  const recomputed = await checksumOf(query, { datasetId: row.datasetId, releaseId }, row.definitions);
  return { published, recomputed, unchanged: published === recomputed };
}
