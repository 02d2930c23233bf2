// What one row of an event table says: by its standard concept, or else by its source concept. The vocabularies decide
// which table a code goes to, so a concept means the same in whichever table it stands.
import type { LoincMeaning, Treatment } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import {
  ANOTHER,
  itemAnswer,
  minutesBetween,
  modalityOf,
  NO_DAY,
  NO_NUMBER,
  OTHER_TREATMENT,
  type Told,
  type ToldPlace,
  type ToldSession,
} from "../clinical/tellings";
import { cdmTables, type EventTableName } from "./cdmTables";
import type { Concepts } from "./concepts";
import { dayOf, whenOf } from "./dates";
import type { Meaning } from "./meanings";
import { conceptIdOf, idOf, type CdmRow } from "./readCdm";

export type EventRow = CdmRow<string>;

const UNKNOWN = "A concept id that the CONCEPT file does not hold";
const NO_CONCEPT = "No concept: its id is 0 or missing";
const OTHERS: Readonly<Record<EventTableName, string>> = {
  condition_occurrence: "Another condition",
  drug_exposure: OTHER_TREATMENT,
  procedure_occurrence: OTHER_TREATMENT,
  measurement: ANOTHER,
  observation: ANOTHER,
};
const NOT_GIVEN = "Ordered, prescribed, dispensed or told by the patient: no record that it was given";
const OVER_DAYS = "Over several days: no single session";
const NO_ANSWER = new Refusal("The answer's concept is no LOINC answer that is known.");
const TWO_ANSWERS = new Refusal("The answer's concept and its number differ.");

/** What the row means, or why nothing. */
export function meaningOfRow(table: EventTableName, row: EventRow, concepts: Concepts): Meaning | string {
  const { concept, source } = cdmTables[table].event;
  const ids = [concept, source].map((column) => conceptIdOf(row.cell(column))).filter((id) => id !== null);
  const meaning = ids.map((id) => concepts.of(id)).find((found) => found !== undefined);
  if (meaning !== undefined) return meaning;
  if (ids.length === 0) return NO_CONCEPT;
  return ids.some((id) => id < 0 || !concepts.has(id)) ? UNKNOWN : OTHERS[table];
}

/** Whose and of when the row is. */
export function placeOfRow(table: EventTableName, row: EventRow, offset: number): ToldPlace {
  const { date, datetime } = cdmTables[table].event;
  const when = whenOf(row.cell(date), row.cell(datetime));
  return { row: row.row + offset, type: table, subject: idOf(row.cell("person_id")), when };
}

/** The session, or why it is none. */
export function sessionOf(
  table: EventTableName,
  row: EventRow,
  place: ToldPlace,
  treatment: Treatment,
  concepts: Concepts,
): ToldSession | string {
  if (concepts.of(conceptIdOf(row.cell(cdmTables[table].event.type)))?.notGiven) return NOT_GIVEN;
  const [endDate, endTime] = endOf(table, row);
  const lastDay = dayOf(endDate) ?? dayOf(endTime);
  // A drip may go on past midnight.
  if (lastDay !== null && place.when !== null && lastDay > place.when.day + 1) return OVER_DAYS;
  const end = whenOf(endDate, endTime);
  const quantity = row.cell("quantity");
  const isPerKg = row.cell("dose_unit_source_value").toLowerCase() === "mg/kg";
  const dose = isPerKg && NUMBER.test(quantity) ? Number(quantity) : null;
  return {
    ...place,
    keys: [idOf(row.cell("drug_exposure_id"))].filter((id) => id !== ""),
    modality: modalityOf(treatment, concepts.of(conceptIdOf(row.cell("route_concept_id")))?.route),
    when: place.when ?? NO_DAY,
    doseMgPerKg: dose,
    hasOtherDose: quantity !== "" && dose === null,
    minutes: end?.day === place.when?.day ? minutesBetween(place.when ?? NO_DAY, end) : null,
    reasons: [],
  };
}

function endOf(table: EventTableName, row: EventRow): [date: string, datetime: string] {
  if (table === "drug_exposure")
    return [row.cell("drug_exposure_end_date"), row.cell("drug_exposure_end_datetime")];
  return [row.cell("procedure_end_date"), row.cell("procedure_end_datetime")];
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

export function assessmentOf(row: EventRow, { instrument, part }: LoincMeaning, concepts: Concepts): Told {
  const number = numberIn(row);
  const concept = conceptIdOf(row.cell("value_as_concept_id"));
  if (typeof part === "number") {
    const answer = answerOf(number, concept, concepts);
    const isPlain = typeof answer === "string";
    return {
      item: { instrument, item: part, answer: isPlain ? itemAnswer(instrument, part, answer) : answer },
    };
  }
  const total = number ?? (concept === null ? null : NO_NUMBER);
  if (total === null) return { leftOut: "No value" };
  return { assessments: [{ instrument, total, ofPanel: part === "PANEL", answers: null }] };
}

/** null: nothing stands there. */
function numberIn(row: EventRow): string | Refusal | null {
  const text = row.cell("value_as_number");
  if (text === "") return null;
  // Databases write 21 as 21.00000.
  return NUMBER.test(text) ? String(Number(text)) : NO_NUMBER;
}

function answerOf(
  number: string | Refusal | null,
  concept: number | null,
  concepts: Concepts,
): string | null | Refusal {
  if (concept === null) return number;
  const answer = concepts.of(concept)?.answer;
  // A concept that means nothing here stands beside many numbers, such as "yes" or a unit.
  if (answer === undefined) return number ?? NO_ANSWER;
  return number === null || number === String(answer) ? String(answer) : TWO_ANSWERS;
}
