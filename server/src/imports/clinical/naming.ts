// How a form of export calls what rows are made of, for the receipt.
import type { TableName } from "../tableSchemas";

/** Cells by field; a field that is not named is empty. */
export type Cells = Readonly<Record<string, string>>;

/** What of an entry a fault or a note is about. */
export type Part = "subject" | "date" | "route" | "dose" | "value" | "items" | "code";

export interface Naming {
  /** Of each table, what stands behind which field. */
  readonly fields: Readonly<Record<TableName, Cells>>;
  /** A part of an entry of this type. */
  part(type: string, part: Part): string;
  readonly noPatient: string;
  readonly noId: string;
  readonly anotherPatient: string;
  readonly noTreatment: string;
  readonly toldTwice: string;
}
