// What an import of a sample has left in the source tables, as lines to compare, with the patients' replaced ids as they
// were sent.
import type { Receipt } from "@afterglow/shared";
import type { PatientKey } from "../../server/src/imports/patientKey";
import type { TestDatabase } from "../testDatabase";

export const COURSE =
  "course, clinic, condition, comorbid_conditions, modality, age_years, sex, start_year" as const;
export const SESSION = "course, number, day, dose_mg_per_kg, duration_min" as const;
export const SCORE = "course, instrument, day, hour, total, suicidality" as const;
export const EVENT = "course, session, term, severity, serious" as const;

export async function sampleRows(
  { database }: TestDatabase,
  dataset: string,
  table: string,
  columns: string,
  patients: readonly string[],
  by: PatientKey,
): Promise<string[]> {
  const sent = new Map(patients.map((patient) => [by.idOf(dataset, patient), patient]));
  const found = await database.query<Record<string, string | number | null>>(
    `select patient, ${columns} from ${table} where dataset_id = (select id from dataset where name = '${dataset}')`,
  );
  return found
    .map(({ patient, ...row }) => [
      sent.get(String(patient)) ?? "?",
      ...Object.values(row).map((cell) => cell ?? "-"),
    ])
    .map((row) => row.join(" "))
    .sort();
}

export const counts = ({ files }: Receipt): string[] =>
  files.map((f) => [f.table, f.rows, f.inserted, f.unchanged, f.rejected, f.leftOut].join(" "));

export const leftOut = (receipt: Receipt): string[] =>
  receipt.leftOut.map(({ table, because, rows }) => `${table}: ${because}: ${rows}`);

/** All that the database keeps of a dataset's patients and receipts, as one text without the times of import. */
export async function kept({ database }: TestDatabase): Promise<string> {
  const found = await database.query<{ row: unknown }>(
    "select to_jsonb(c) as row from course c union all select to_jsonb(s) from session s union all select to_jsonb(s) from score s union all select to_jsonb(e) from side_effect e union all select to_jsonb(r) - 'received_at' from import_receipt r",
  );
  return JSON.stringify(found.map(({ row }) => row)).replaceAll(/"\w+_at": ?"[^"]*"/g, "");
}
