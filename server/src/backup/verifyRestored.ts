// Is what was restored what was backed up? Every release still has the checksum it was published under, and the audit is
// whole and ends as it did.
import { verifyAudit } from "../audit/verifyAudit";
import { verifyRelease } from "../releases/verifyRelease";
import type { Ask } from "./ask";
import { CannotBackUp } from "./cannotBackUp";
import type { BackupHead } from "./manifest";

export async function verifyRestored(ask: Ask, { audit }: BackupHead): Promise<void> {
  const releases = await ask<{ id: string }>(
    `select d.name || '.' || r.number as id from release r join dataset d on d.id = r.dataset_id order by 1`,
  );
  for (const { id } of releases) {
    const found = await verifyRelease(ask, id);
    if (found?.unchanged !== true)
      throw new CannotBackUp(`Release ${id} is not what was published. Nothing was restored.`);
  }
  const { lines, last, broken } = await verifyAudit({ query: ask });
  if (broken !== null)
    throw new CannotBackUp(
      `Line ${broken.number} of the audit is broken: ${broken.why}. Nothing was restored.`,
    );
  if (lines !== audit.lines || last !== audit.last)
    throw new CannotBackUp("The audit does not end as it did. Nothing was restored.");
}
