// Quality reports, counted once for each state of a dataset: on a million courses counting takes half a minute, and the
// Data page asks each time that it is opened. Imports and withdrawals alone change source rows, and both leave a number.
import type { QualityReport } from "@afterglow/shared";
import type { Database } from "../database/dataSource";
import { qualityReport } from "./qualityReport";

const STATE = `select concat_ws(' ', d.id,
    (select max(i.id) from import_receipt i where i.dataset_id = d.id),
    (select count(*) from withdrawn w where w.dataset_id = d.id)) as state
  from dataset d where d.name = $1`;

export function rememberQuality(query: Database["query"]): (dataset: string) => Promise<QualityReport> {
  const known = new Map<string, { readonly state: string; readonly report: Promise<QualityReport> }>();
  return async (dataset) => {
    const state = (await query<{ state: string }>(STATE, [dataset]))[0]?.state;
    if (state === undefined) return qualityReport(query, dataset);
    const before = known.get(dataset);
    if (before?.state === state) return before.report;
    // Two who ask at once wait for the same counting; one that failed is not kept.
    const report = qualityReport(query, dataset);
    known.set(dataset, { state, report });
    report.catch(() => known.delete(dataset));
    return report;
  };
}
