// What an Observation or a QuestionnaireResponse says of an assessment: its total, its items, or one item. By LOINC codes
// alone; whose it is, and of which course, is decided in scoreRows.ts.
import {
  codeSystemOf,
  itemScorings,
  loincAnswers,
  loincMeaning,
  type InstrumentCode,
  type LoincMeaning,
} from "@afterglow/shared";
import { Refusal } from "../checkCell";
import { ANOTHER, itemAnswer, NO_NUMBER, type Assessment, type Told } from "../clinical/tellings";
import { meaningOf } from "./coded";
import { at, listAt, textAt, type Json } from "./json";

const NO_ANSWER = new Refusal(
  "The answer has neither a LOINC answer code that is known nor an ordinal value.",
);
const TWO_ANSWERS = new Refusal("The answer's code and its ordinal value differ.");
const TWICE = new Refusal("An item is answered twice.");
const ORDINAL = ["ordinalValue", "iso21090-CO-value"].map(
  (name) => `http://hl7.org/fhir/StructureDefinition/${name}`,
);

const loincIn = (concept: unknown): LoincMeaning | undefined =>
  meaningOf(concept, (system, code) => (system === "LOINC" ? loincMeaning(code) : undefined));

export function toldByObservation(resource: Json): Told {
  const meaning = loincIn(at(resource, "code"));
  if (meaning === undefined) return { leftOut: ANOTHER };
  if (!["final", "amended", "corrected"].includes(textAt(resource, "status")))
    return { leftOut: "Status is not final, amended or corrected" };
  const { instrument, part } = meaning;
  if (typeof part === "number")
    return { item: { instrument, item: part, answer: answerOf(resource, instrument, part) } };
  const forms = new Forms();
  for (const component of listAt(resource, "component")) forms.add(loincIn(at(component, "code")), component);
  const number = numberIn(resource);
  const of = forms.all().find((form) => form.instrument === instrument);
  const total = number === null ? (of?.total ?? null) : number;
  if (total === null && of === undefined)
    return { leftOut: "No value: members of a panel are read by themselves" };
  const ofPanel = part === "PANEL" && number !== null;
  return { assessments: [{ instrument, total, ofPanel, answers: of?.answers ?? null }] };
}

export function toldByResponse(resource: Json): Told {
  if (!["completed", "amended"].includes(textAt(resource, "status")))
    return { leftOut: "Status is not completed or amended" };
  const forms = new Forms();
  const walk = (items: readonly Json[]): void => {
    for (const item of items) {
      const answers = listAt(item, "answer");
      const meaning = codesIn(`${textAt(item, "linkId")} ${textAt(item, "definition")}`);
      if (answers.length > 0) forms.add(meaning, answers.length === 1 ? (answers[0] ?? {}) : TWICE);
      walk(listAt(item, "item"));
      for (const answer of answers) walk(listAt(answer, "item"));
    }
  };
  walk(listAt(resource, "item"));
  const assessments = forms.all();
  return assessments.length > 0 ? { assessments } : { leftOut: ANOTHER };
}

/** R4 has no codes in the items of a response: linkId or definition end in one. */
const codesIn = (text: string): LoincMeaning | undefined =>
  (text.match(/(?<![\d-])\d{4,6}-\d(?!\d)/g) ?? [])
    .map(loincMeaning)
    .find((meaning) => meaning !== undefined);

type Form = {
  total: string | Refusal | null;
  answers: (number | null)[];
  refusal: Refusal | null;
  given: number;
};

/** The forms of one resource, which may hold several questionnaires. */
class Forms {
  private readonly found = new Map<InstrumentCode, Form>();

  add(meaning: LoincMeaning | undefined, valued: Json | Refusal): void {
    if (meaning === undefined || meaning.part === "PANEL") return;
    const { instrument, part } = meaning;
    const answers = itemScorings[instrument].answers.map(() => null);
    const form = this.found.get(instrument) ?? { total: null, answers, refusal: null, given: 0 };
    this.found.set(instrument, form);
    if (part === "TOTAL") form.total = valued instanceof Refusal ? valued : numberIn(valued);
    else {
      const answer = valued instanceof Refusal ? valued : answerOf(valued, instrument, part);
      if (answer instanceof Refusal) form.refusal ??= answer;
      else if (form.answers[part - 1] !== null) form.refusal ??= TWICE;
      else form.answers[part - 1] = answer;
      form.given += 1;
    }
  }

  all(): Assessment[] {
    return [...this.found].map(([instrument, { total, answers, refusal, given }]) => ({
      instrument,
      total,
      ofPanel: false,
      answers: refusal ?? (given === 0 ? null : answers),
    }));
  }
}

/** null: nothing stands there. */
function numberIn(valued: Json): string | Refusal | null {
  const found = [
    at(valued, "valueInteger"),
    at(valued, "valueDecimal"),
    at(valued, "valueQuantity", "value"),
  ];
  const number = found.find((value) => value !== undefined);
  if (number === undefined) return valued["valueCodeableConcept"] === undefined ? null : NO_NUMBER;
  return typeof number === "number" ? String(number) : NO_NUMBER;
}

function answerOf(valued: Json, instrument: InstrumentCode, item: number): number | null | Refusal {
  const codings = [at(valued, "valueCoding"), ...listAt(valued, "valueCodeableConcept", "coding")];
  const coded = codings.filter((coding) => coding !== undefined).map(codedAnswer);
  const number =
    coded.length > 0 ? (coded.find((one) => typeof one === "number") ?? coded[0]) : numberIn(valued);
  if (number === null || number === undefined || number instanceof Refusal) return number ?? null;
  return itemAnswer(instrument, item, number);
}

function codedAnswer(coding: unknown): number | Refusal {
  const isLoinc = codeSystemOf(textAt(coding, "system")) === "LOINC";
  const code = isLoinc ? loincAnswers.get(textAt(coding, "code")) : undefined;
  const extension = listAt(coding, "extension").find((one) => ORDINAL.includes(textAt(one, "url")));
  const ordinal = at(extension, "valueDecimal");
  if (typeof ordinal !== "number") return code ?? NO_ANSWER;
  return code === undefined || code === ordinal ? ordinal : TWO_ANSWERS;
}
