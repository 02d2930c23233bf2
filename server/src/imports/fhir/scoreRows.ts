// The rows of scores: Observations and QuestionnaireResponses are read a second time and streamed, each placed in its
// course; forms whose items were observed one by one follow.
import { instrumentByCode, totalOfItems, type InstrumentCode } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import { courseAt } from "./courses";
import { NO_CONDITION } from "./courseRows";
import { whenOf, type When } from "./dates";
import type { Cells, FhirExport, FhirRow, Known } from "./fhirExport";
import { textAt, type Json } from "./json";
import { NO_PATIENT, type Person } from "./people";
import { toldByObservation, toldByResponse, type Assessment } from "./questionnaires";
import { readResources } from "./readResources";
import { keyOf, referenceAt } from "./references";
import { formKey, observedAt, type ItemForm } from "./survey";
import { NO_DAY } from "./tellings";

export const scoreElements: Cells = {
  ...{ patient: "subject.reference", instrument: "code", day: "effective or authored" },
  ...{ hour: "effective or authored", total: "value of the total", suicidality: "value of the item" },
};
const CONFLICT = "The items add up to another total.";
const FIRST_DAY = -365;
const LAST_DAY = 3650;
const HOUR = 3_600_000;

type Told = { readonly type: string; readonly row: number; readonly subject: string; readonly date: string };

export async function* scoreRows(whole: FhirExport, known: Known): AsyncGenerator<FhirRow> {
  const rows = new ScoreRows(whole, known);
  for (const file of whole.files.all) {
    if (!file.types.has("Observation") && !file.types.has("QuestionnaireResponse")) continue;
    for await (const found of readResources(file.path))
      if ("type" in found && found.type !== null)
        yield* rows.of(found.type, found.row + file.offset, found.resource);
  }
  yield* rows.ofItems();
}

class ScoreRows {
  private readonly forms = new Map<string, ItemForm>();
  private readonly used = new Set<ItemForm>();

  constructor(
    private readonly whole: FhirExport,
    private readonly known: Known,
  ) {
    for (const form of known.survey.forms.values()) {
      const person = known.people.of(form.subject);
      const day = whenOf(form.date)?.day;
      if (person && day !== undefined) this.forms.set(formKey(person.key, form.instrument, day), form);
    }
  }

  *of(type: string, row: number, resource: Json): Generator<FhirRow> {
    if (type !== "Observation" && type !== "QuestionnaireResponse") return;
    const isObservation = type === "Observation";
    const told = isObservation ? toldByObservation(resource) : toldByResponse(resource);
    if ("leftOut" in told) return this.whole.leaveOut("score", row, told.leftOut);
    const date = isObservation ? observedAt(resource) : textAt(resource, "authored");
    const place = { type, row, subject: referenceAt(resource, "subject"), date };
    const where = this.placed(place);
    if (where === null) return;
    if ("item" in told) {
      const { answer, item } = told.item;
      if (answer instanceof Refusal)
        this.whole.refuse("score", row, `${type}.value (item ${item})`, answer.rule);
      else this.whole.leaveOut("score", row, "An item: read with its form");
      return;
    }
    for (const assessment of told.assessments) yield* this.assessed(place, where, assessment);
  }

  /** Forms without a total that somebody wrote down. */
  *ofItems(): Generator<FhirRow> {
    for (const form of this.forms.values()) {
      if (form.isWhole || this.used.has(form)) continue;
      const place = { ...form, type: "Observation" };
      const where = this.placed(place, true);
      const { instrument, answers } = form;
      const total = totalOfItems(instrument, answers);
      if (where !== null && total !== null)
        yield this.row(place, where, { instrument, total: String(total) }, answers);
    }
  }

  private *assessed(place: Told, where: Where, assessment: Assessment): Generator<FhirRow> {
    const { instrument, ofPanel } = assessment;
    const { type, row } = place;
    const form = this.forms.get(formKey(where.person.key, instrument, where.when.day));
    if (form) this.used.add(form);
    const answers = assessment.answers ?? form?.answers ?? null;
    const refuse = (element: string, rule: string) =>
      this.whole.refuse("score", row, `${type}.${element}`, rule);
    if (answers instanceof Refusal) return refuse("item", answers.rule);
    if (assessment.total instanceof Refusal) return refuse("value", assessment.total.rule);
    const added = answers === null ? null : totalOfItems(instrument, answers);
    const total = assessment.total ?? (added === null ? null : String(added));
    if (total === null) return this.whole.leaveOut("score", row, "Too few items for a total");
    // Where an item is missing the total is an estimate, and the written one may have been made otherwise.
    const isFull = answers !== null && answers.every((answer) => answer !== null);
    if (isFull && added !== null && Number(total) !== added) return refuse("value", CONFLICT);
    if (ofPanel) this.whole.note(row, `${type}.code`, "A panel's code with a value, taken for the total.");
    yield this.row(place, where, { ...assessment, total }, answers);
  }

  private row(
    { row }: Told,
    { person, course, when, day }: Where,
    { instrument, total }: { readonly instrument: InstrumentCode; readonly total: Assessment["total"] },
    answers: readonly (number | null)[] | null,
  ): FhirRow {
    const item = instrumentByCode(instrument).suicidalityItem;
    const suicidality = item === null ? null : (answers?.[item.item - 1] ?? null);
    return {
      row,
      cells: {
        patient: person.key,
        course: String(course.number),
        instrument,
        day: String(day),
        hour: String(hourOf(course.start, when, day)),
        total: typeof total === "string" ? total : "",
        suicidality: suicidality === null ? "" : String(suicidality),
      },
    };
  }

  /** null: said why it makes no row. `quietly`: that was said of each of its items. */
  private placed({ type, row, subject, date }: Told, quietly = false): Where | null {
    const say = (because: string): null => {
      if (!quietly) this.whole.leaveOut("score", row, because);
      return null;
    };
    const person = this.known.people.of(keyOf(subject));
    const when = whenOf(date);
    if (person === undefined || when === null) {
      const element =
        person === undefined ? "subject.reference" : type === "Observation" ? "effective" : "authored";
      const rule = person === undefined ? NO_PATIENT : NO_DAY.rule;
      if (!quietly) this.whole.refuse("score", row, `${type}.${element}`, rule);
      return null;
    }
    const course = courseAt(person.courses, when.day);
    if (course === undefined) return say("Of a patient without a treatment that is read");
    if (course.condition === undefined) return say(NO_CONDITION);
    const day = when.day - course.start.day;
    if (day < FIRST_DAY || day > LAST_DAY)
      return say("A year before the course, or ten years after its start");
    return { person, course, when, day };
  }
}

interface Where {
  readonly person: Person;
  readonly course: Person["courses"][number];
  readonly when: When;
  readonly day: number;
}

/** Hours since the first session, for three days, where both have a time; 0 before it. */
function hourOf(start: When, when: When, day: number): number {
  if (start.moment === null || when.moment === null || day < 0 || day > 3) return 0;
  const hours = Math.max(1, Math.round((when.moment - start.moment) / HOUR));
  return when.moment <= start.moment || hours > 72 || Math.abs(day * 24 - hours) > 24 ? 0 : hours;
}
