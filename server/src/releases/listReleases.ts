// Which datasets and releases there are, and what is known of each. For the inside: the number of patients of a
// release is not here, since it leaves only through the gate; what changed since the one before is, as it was counted.
import type { DatasetKindCode, InstrumentCode } from "@afterglow/shared";
import type { Database } from "../database/dataSource";
import type { CountedChange } from "./writeChanges";

export interface DatasetRecord {
  readonly name: string;
  readonly title: string;
  readonly kind: DatasetKindCode;
  readonly licence: string;
  readonly citation: string;
  readonly sourceNote: string;
}

export interface ReleaseRecord {
  /** As in addresses: `demo.1`. */
  readonly id: string;
  /** The number under which the analysis tables hold it. */
  readonly releaseId: number;
  readonly number: number;
  /** The day of publishing, UTC: 2026-01-31. */
  readonly publishedOn: string;
  readonly checksum: string;
  readonly note: string;
  /** Instruments with scores in it, in the vocabulary's order. */
  readonly measures: InstrumentCode[];
  /** Numbers of its clinics, ascending. */
  readonly clinics: number[];
  /** Start years in it, ascending. */
  readonly startYears: number[];
  /** Since the release before; null where none is, or where it was not kept. */
  readonly changes: readonly CountedChange[] | null;
  readonly dataset: DatasetRecord;
}

export interface DatasetWithReleases extends DatasetRecord {
  /** The newest first; none before the first publishing. */
  readonly releases: ReleaseRecord[];
}

type Query = Database["query"];
type ReleaseRow = Omit<ReleaseRecord, "id" | "dataset"> & { readonly datasetName: string };

const RELEASE = `
  select d.name as "datasetName", r.id as "releaseId", r.number,
    to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn",
    r.checksum, r.note, r.changes, r.measures, r.clinics, r.start_years as "startYears"
  from release r join dataset d on d.id = r.dataset_id and r.everywhere`;
const DATASET = `select name, title, kind, licence, citation, source_note as "sourceNote" from dataset`;

function asRecord({ datasetName, ...row }: ReleaseRow, dataset: DatasetRecord): ReleaseRecord {
  return { id: `${datasetName}.${row.number}`, ...row, dataset };
}

/** All datasets by name, each with its releases, the newest first. */
export async function listDatasets(query: Query): Promise<DatasetWithReleases[]> {
  const datasets = await query<DatasetRecord>(`${DATASET} order by name collate "C"`);
  const rows = await query<ReleaseRow>(`${RELEASE} order by r.number desc`);
  return datasets.map((dataset) => ({
    ...dataset,
    releases: rows
      .filter(({ datasetName }) => datasetName === dataset.name)
      .map((row) => asRecord(row, dataset)),
  }));
}

/** The release of this id (`demo.1`); null where there is none, whatever the text. */
export async function findRelease(query: Query, id: string): Promise<ReleaseRecord | null> {
  const [, name, number] = /^([a-z0-9-]+)\.([1-9]\d{0,8})$/.exec(id) ?? [];
  if (name === undefined || number === undefined) return null;
  const [found] = await query<{ release: ReleaseRow; dataset: DatasetRecord }>(
    `select to_json(release) as release, to_json(dataset) as dataset
    from (${RELEASE} where d.name = $1 and r.number = $2) release join (${DATASET}) dataset on name = "datasetName"`,
    [name, Number(number)],
  );
  return found === undefined ? null : asRecord(found.release, found.dataset);
}
