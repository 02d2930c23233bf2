// What one column of the import format may hold. Kinds, limits and rules only: checkCell.ts applies them, and
// dataPackage.ts writes them down as a Frictionless Table Schema.
import type { Entry } from "@afterglow/shared";

export type FieldKind =
  | { readonly kind: "patient" }
  | { readonly kind: "text" }
  | { readonly kind: "whole"; readonly min: number; readonly max: number }
  | { readonly kind: "decimal"; readonly min: number; readonly max: number; readonly decimals: number }
  | { readonly kind: "yesNo" }
  | { readonly kind: "code"; readonly entries: readonly Entry[]; readonly what: string }
  | { readonly kind: "codes"; readonly entries: readonly Entry[]; readonly what: string };

export type Field = FieldKind & {
  readonly name: string;
  /** The column's comment in the database. */
  readonly meaning: string;
  readonly required: boolean;
  /** What an absent value stands for, where that is not "not known". */
  readonly whenMissing?: string;
  /** Said instead of "Outside x to y", where the likely mistake is known. */
  readonly belowRule?: string;
  readonly aboveRule?: string;
  /** Said where a calendar date stands: a day is expected, unless this says another thing. */
  readonly dateRule?: string;
};

export interface TableSchema {
  /** The source table. */
  readonly table: "course" | "session" | "score" | "side_effect";
  readonly file: string;
  /** One row per … */
  readonly rowIs: string;
  readonly key: readonly string[];
  readonly fields: readonly Field[];
}

/** Between the codes of a cell that holds several. */
export const CODES_SEPARATOR = ";";
/** A data package writes a missing value as an empty cell. */
export const TEXT_MAX_LENGTH = 200;
export const PATIENT_MAX_LENGTH = 64;
export const YES = ["true", "TRUE", "True", "1"] as const;
export const NO = ["false", "FALSE", "False", "0"] as const;
