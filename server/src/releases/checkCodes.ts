// Before anything is derived: does this version know every code that the source rows hold? A code that it does not
// know was imported by a newer version; leaving its rows out silently would publish wrong numbers.
import { conditions, instruments, modalities, sideEffects } from "@afterglow/shared";
import { CannotPublish, type Ask } from "./publication";

const coded = [
  { table: "course", column: "condition", codes: conditions.map(({ code }) => code) },
  { table: "course", column: "modality", codes: modalities.map(({ code }) => code) },
  { table: "score", column: "instrument", codes: instruments.map(({ code }) => code) },
  { table: "side_effect", column: "term", codes: sideEffects.map(({ code }) => code) },
];

export async function checkCodes(ask: Ask, datasetId: number): Promise<void> {
  for (const { table, column, codes } of coded) {
    // Counted, which several processors share, and not looked for, which one does: most often there is none.
    const [strangers] = await ask<{ rows: number }>(
      `select count(*)::integer as rows from ${table} where dataset_id = $1 and ${column} <> all ($2::text[])`,
      [datasetId, codes],
    );
    if (strangers?.rows !== 0) {
      throw new CannotPublish(
        `The column ${column} of the source table ${table} holds a code that this version of Afterglow does not know. Nothing was published.`,
      );
    }
  }
}
