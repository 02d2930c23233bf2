// The table of instruments, in order of their numbers. What each scores and means stands in the three files below.
import { gad7, hamA, lsas, pdssSr, spin } from "./anxietyInstruments";
import { bdi2, hamD17, madrs, phq9, qidsSr16 } from "./depressionInstruments";
import { byCode, byNumber } from "./entry";
import type { InstrumentEntry } from "./instrument";
import { asrm, cadss, pcl5, who5, ybocs, ymrs } from "./otherInstruments";
import type { SeverityCode } from "./severities";

export const instruments = [
  phq9,
  gad7,
  madrs,
  hamD17,
  qidsSr16,
  bdi2,
  hamA,
  pcl5,
  ybocs,
  lsas,
  spin,
  pdssSr,
  ymrs,
  asrm,
  cadss,
  who5,
] as const satisfies readonly InstrumentEntry[];

export type InstrumentCode = (typeof instruments)[number]["code"];
export type Instrument = InstrumentEntry & { readonly code: InstrumentCode };
export const instrumentByCode = byCode<Instrument>(instruments, "instrument");
export const instrumentByNumber = byNumber<Instrument>(instruments, "instrument");

/** The severity of a score: that of the band which holds it. A score out of the instrument's range is an error. */
export function severityOf(instrument: Instrument, score: number): SeverityCode {
  const band = instrument.bands.find(({ from, to }) => from <= score && score <= to);
  if (band === undefined) throw new RangeError(`Score outside the range of ${instrument.short}`);
  return band.severity;
}
