// What a column of the source or the analysis tables holds, as the data dictionary says it.

export interface DictionaryCode {
  /** As it stands in the column. */
  readonly value: string | number;
  readonly label: string;
}

export interface DictionaryColumn {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "array";
  readonly meaning: string;
  readonly required: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Empty: any value of the type. */
  readonly codes: readonly DictionaryCode[];
}

export interface DictionaryTable {
  readonly name: string;
  readonly meaning: string;
  /** Whether clinics send it, or a release derives it. */
  readonly kind: "SOURCE" | "ANALYSIS";
  readonly columns: readonly DictionaryColumn[];
}
