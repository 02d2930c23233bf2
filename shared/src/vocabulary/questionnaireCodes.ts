// LOINC codes of questionnaires: whole (panel), total, each item, each answer. Panel and total stand with the instrument.
// Items and answers are known for the PHQ-9 and the GAD-7 alone; for the others none were found with a source.
import { instruments, type InstrumentCode } from "./instruments";

/** In the order of the items; the question about daily life after them is no item. Source: LOINC, the panels' pages. */
export const loincItems: Readonly<Partial<Record<InstrumentCode, readonly string[]>>> = {
  PHQ9: [
    ...["44250-9", "44255-8", "44259-0", "44254-1", "44251-7"],
    ...["44258-2", "44252-5", "44253-3", "44260-8"],
  ],
  GAD7: ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"],
};

/** Of both. Source: LOINC answer list LL358-3. */
export const loincAnswers: ReadonlyMap<string, number> = new Map([
  ["LA6568-5", 0],
  ["LA6569-3", 1],
  ["LA6570-1", 2],
  ["LA6571-9", 3],
]);

export interface LoincMeaning {
  readonly instrument: InstrumentCode;
  /** What the code stands for; a number is an item's place, from 1. */
  readonly part: "TOTAL" | "PANEL" | number;
}

const meanings = new Map<string, LoincMeaning>(
  instruments.flatMap(({ code: instrument, loinc }) => [
    ...(loinc.total === null ? [] : [[loinc.total, { instrument, part: "TOTAL" }] as const]),
    ...(loinc.panel === null ? [] : [[loinc.panel, { instrument, part: "PANEL" }] as const]),
    ...(loincItems[instrument] ?? []).map((item, at) => [item, { instrument, part: at + 1 }] as const),
  ]),
);

/** undefined: another code than those of a questionnaire that is read. */
export const loincMeaning = (code: string): LoincMeaning | undefined => meanings.get(code);
