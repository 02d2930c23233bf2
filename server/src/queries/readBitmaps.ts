// The bitmaps of a release, as publishing left them: those of some facts, or of every category of every dimension. As
// bytes: what is decided by them is disclosure's.
import { dimensions } from "@afterglow/shared";
import type { Fact } from "./denominator";
import { ask, sql, type Query, type Sql } from "./sql";

export interface ReadBitmap extends Fact {
  /** One bit a course, the first course in the highest bit of the first byte; a multiple of 8 bytes. */
  readonly bytes: Uint8Array;
}

/** Facts that no course of the release has are not among them. */
export function readBitmaps(query: Query, releaseId: number, facts: readonly Fact[]): Promise<ReadBitmap[]> {
  return read(
    query,
    sql`release_id = ${releaseId} and (fact, instrument, number) in (
      select * from unnest(${facts.map(({ fact }) => fact)}::text[],
        ${facts.map(({ instrument }) => instrument)}::smallint[], ${facts.map(({ number }) => number)}::smallint[])
    )`,
  );
}

export function readCategories(query: Query, releaseId: number): Promise<ReadBitmap[]> {
  return read(
    query,
    sql`release_id = ${releaseId} and fact = any(${dimensions.map(({ name }) => name)}::text[])`,
  );
}

/** The binary form of a bit string begins with its length, in four bytes. */
const LENGTH_BYTES = 4;

async function read(query: Query, where: Sql): Promise<ReadBitmap[]> {
  const rows = await ask<Fact & { readonly sent: Uint8Array }>(
    query,
    sql`select fact, instrument, number, varbit_send(courses) as sent from analysis_bitmap where ${where}`,
  );
  return rows.map(({ sent, ...fact }) => ({ ...fact, bytes: sent.subarray(LENGTH_BYTES) }));
}
