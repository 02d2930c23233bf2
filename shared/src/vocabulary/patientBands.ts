// Bands of a patient's history: age at start, number of prior adequate trials. Each holds its limits, since
// publishing sorts patients into them.
import { byCode, byNumber, type Entry } from "./entry";

export interface PatientBandEntry extends Entry {
  /** First and last value, both included; to is null in the open band at the end. */
  readonly from: number;
  readonly to: number | null;
}

/** The import refuses anyone younger. */
export const YOUNGEST_AGE_YEARS = 18;
/** Ages from here on are sent and stored as this one value, since very old patients are few enough to be known. */
export const OLDEST_AGE_YEARS = 90;

const decades = "Decades, the first begun at adulthood: convention of this registry.";

function ageBand<const Code extends string>(code: Code, number: number, from: number, to: number) {
  return {
    code,
    number,
    label: `${from} to ${to}`,
    short: `${from}-${to}`,
    definition: `Aged ${from} to ${to} years at the first session.`,
    source: decades,
    from,
    to,
  };
}

export const ageBands = [
  ageBand("AGE_18_29", 1, 18, 29),
  ageBand("AGE_30_39", 2, 30, 39),
  ageBand("AGE_40_49", 3, 40, 49),
  ageBand("AGE_50_59", 4, 50, 59),
  ageBand("AGE_60_69", 5, 60, 69),
  {
    code: "AGE_70_PLUS",
    number: 6,
    label: "70 and over",
    short: "70+",
    definition: "Aged 70 years or more at the first session. 90 and over is sent as one value.",
    source: decades,
    from: 70,
    to: null,
  },
] as const satisfies readonly PatientBandEntry[];

const trials =
  "Steps of staging by failed adequate trials: Rush AJ, et al. Am J Psychiatry 2006;163:1905-1917 (STAR*D); two or more is treatment resistance.";

export const priorTrialBands = [
  {
    code: "NONE_OR_ONE",
    number: 1,
    label: "None or one",
    short: "0-1",
    definition: "At most one adequate medicine trial before the course.",
    source: trials,
    from: 0,
    to: 1,
  },
  {
    code: "TWO",
    number: 2,
    label: "Two",
    short: "2",
    definition: "Two adequate medicine trials before the course.",
    source: trials,
    from: 2,
    to: 2,
  },
  {
    code: "THREE_OR_FOUR",
    number: 3,
    label: "Three or four",
    short: "3-4",
    definition: "Three or four adequate medicine trials before the course.",
    source: trials,
    from: 3,
    to: 4,
  },
  {
    code: "FIVE_OR_MORE",
    number: 4,
    label: "Five or more",
    short: "5+",
    definition: "Five or more adequate medicine trials before the course.",
    source: trials,
    from: 5,
    to: null,
  },
] as const satisfies readonly PatientBandEntry[];

export type AgeBandCode = (typeof ageBands)[number]["code"];
export type AgeBand = PatientBandEntry & { readonly code: AgeBandCode };
export const ageBandByCode = byCode<AgeBand>(ageBands, "age band");
export const ageBandByNumber = byNumber<AgeBand>(ageBands, "age band");

export type PriorTrialBandCode = (typeof priorTrialBands)[number]["code"];
export type PriorTrialBand = PatientBandEntry & { readonly code: PriorTrialBandCode };
export const priorTrialBandByCode = byCode<PriorTrialBand>(priorTrialBands, "prior trials band");
export const priorTrialBandByNumber = byNumber<PriorTrialBand>(priorTrialBands, "prior trials band");

/** The band of a whole number; null under the first band. */
export function bandOf<B extends PatientBandEntry>(bands: readonly B[], value: number): B | null {
  return bands.find(({ from, to }) => from <= value && (to === null || value <= to)) ?? null;
}
