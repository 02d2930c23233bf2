// The releases of a dataset that came before one of them, the newest first, with what the analyses need to know of each.
import { ask, sql, type Query } from "./sql";

export interface EarlierRelease {
  readonly id: string;
  readonly number: number;
  readonly releaseId: number;
  /** The day of publishing, UTC: 2026-01-31. */
  readonly publishedOn: string;
  readonly checksum: string;
  readonly clinics: number[];
  readonly startYears: number[];
  readonly measures: string[];
}

export function earlierReleases(query: Query, releaseId: number): Promise<EarlierRelease[]> {
  return ask<EarlierRelease>(
    query,
    sql`select d.name || '.' || r.number as id, r.number, r.id as "releaseId",
        to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn", r.checksum, r.clinics, r.start_years as "startYears",
        r.measures
      from release asked join release r on r.dataset_id = asked.dataset_id and r.number < asked.number and r.everywhere
        join dataset d on d.id = r.dataset_id
      where asked.id = ${releaseId} order by r.number desc`,
  );
}
