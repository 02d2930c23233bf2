// The shape of an instrument: plain whole numbers, so that the same rules can be run in TypeScript and in SQL.
// The instruments themselves stand in depressionInstruments.ts, anxietyInstruments.ts, otherInstruments.ts.
import type { Entry } from "./entry";
import type { SeverityCode } from "./severities";

export interface Band {
  readonly label: string;
  /** First and last score of the band, both included. */
  readonly from: number;
  readonly to: number;
  readonly severity: SeverityCode;
}

/**
 * What an improvement must reach to be a response.
 * share: at least so many percent of the baseline burden; points: at least so many points.
 */
export type InstrumentResponse =
  { readonly kind: "share"; readonly percent: number } | { readonly kind: "points"; readonly points: number };

export interface SuicidalityItem {
  /** The item's place in the questionnaire. */
  readonly item: number;
  readonly min: number;
  readonly max: number;
}

/** null: no code is given, because none is known with certainty. */
export interface Loinc {
  readonly total: string | null;
  readonly suicidalityItem: string | null;
  readonly panel: string | null;
}

export interface InstrumentEntry extends Entry {
  readonly items: number;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
  /** From the lowest score up, without gap or overlap. */
  readonly bands: readonly Band[];
  /** A case scores this or more (this or less where higher is better); null: the instrument finds no cases. */
  readonly caseness: number | null;
  readonly response: InstrumentResponse;
  /** In remission: this or less (this or more where higher is better); null: no agreed cut-off. */
  readonly remission: number | null;
  /** Points. A rise by this much (a fall where higher is better) is worsening. */
  readonly smallestImportantChange: number;
  readonly recallDays: number;
  readonly loinc: Loinc;
  readonly suicidalityItem: SuicidalityItem | null;
  /** Where the cut-offs come from; `source` cites the instrument itself. */
  readonly thresholdsSource: string;
}
