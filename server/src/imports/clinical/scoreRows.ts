// The rows of scores: what is told of assessments, each placed in its course. Totals come by one at a time and are not
// held; forms whose items were told one by one follow.
import { instrumentByCode, totalOfItems, type InstrumentCode } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { ClinicalExport, ClinicalRow, Known } from "./clinicalExport";
import { courseAt } from "./courses";
import type { When } from "./dates";
import { formKey, type ItemForm } from "./gathered";
import type { Part } from "./naming";
import type { Person } from "./people";
import { NO_CONDITION, NO_DAY, type Answers, type Assessment, type Told, type ToldPlace } from "./tellings";

const CONFLICT = "The items add up to another total.";
const FIRST_DAY = -365;
const LAST_DAY = 3650;
const HOUR = 3_600_000;

export class ScoreRows {
  private readonly forms = new Map<string, ItemForm>();
  private readonly used = new Set<ItemForm>();

  constructor(
    private readonly whole: ClinicalExport,
    private readonly known: Known,
  ) {
    for (const form of known.gathered.forms.values()) {
      const { subject, when } = form.place;
      const person = known.people.of(subject);
      if (person) this.forms.set(formKey(person.key, form.instrument, when.day), form);
    }
  }

  *of(place: ToldPlace, told: Told): Generator<ClinicalRow> {
    const { row } = place;
    if ("leftOut" in told) return this.whole.leaveOut("score", row, told.leftOut);
    const where = this.placed(place);
    if (where === null) return;
    if ("item" in told) {
      const { answer, item } = told.item;
      if (answer instanceof Refusal) this.refuse(place, "value", answer.rule, ` (item ${item})`);
      else this.whole.leaveOut("score", row, "An item: read with its form");
      return;
    }
    for (const assessment of told.assessments) yield* this.assessed(place, where, assessment);
  }

  /** Forms without a total that somebody wrote down. */
  *ofItems(): Generator<ClinicalRow> {
    for (const form of this.forms.values()) {
      if (form.isWhole || this.used.has(form)) continue;
      const where = this.placed(form.place, true);
      if (where === null) continue;
      const { instrument, answers } = form;
      if (answers instanceof Refusal) {
        this.refuse(form.place, "items", answers.rule);
        continue;
      }
      const total = totalOfItems(instrument, answers);
      if (total !== null) yield this.row(form.place, where, { instrument, total: String(total) }, answers);
    }
  }

  private *assessed(place: ToldPlace, where: Where, assessment: Assessment): Generator<ClinicalRow> {
    const { instrument, ofPanel } = assessment;
    const { type, row } = place;
    const form = this.forms.get(formKey(where.person.key, instrument, where.when.day));
    if (form) this.used.add(form);
    const answers = assessment.answers ?? form?.answers ?? null;
    if (answers instanceof Refusal) return this.refuse(place, "items", answers.rule);
    if (assessment.total instanceof Refusal) return this.refuse(place, "value", assessment.total.rule);
    const added = answers === null ? null : totalOfItems(instrument, answers);
    const total = assessment.total ?? (added === null ? null : String(added));
    if (total === null) return this.whole.leaveOut("score", row, "Too few items for a total");
    // Where an item is missing the total is an estimate, and the written one may have been made otherwise.
    const isFull = answers !== null && answers.every((answer) => answer !== null);
    if (isFull && added !== null && Number(total) !== added) return this.refuse(place, "value", CONFLICT);
    if (ofPanel)
      this.whole.note(
        row,
        this.whole.naming.part(type, "code"),
        "A panel's code with a value, taken for the total.",
      );
    yield this.row(place, where, { ...assessment, total }, answers);
  }

  private row(
    { row }: ToldPlace,
    { person, course, when, day }: Where,
    { instrument, total }: { readonly instrument: InstrumentCode; readonly total: Assessment["total"] },
    answers: Answers | null,
  ): ClinicalRow {
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
  private placed(place: ToldPlace, quietly = false): Where | null {
    const { row, subject, when } = place;
    const say = (because: string): null => {
      if (!quietly) this.whole.leaveOut("score", row, because);
      return null;
    };
    const person = this.known.people.of(subject);
    if (person === undefined || when === null) {
      if (quietly) return null;
      if (person === undefined) this.refuse(place, "subject", this.whole.naming.noPatient);
      else this.refuse(place, "date", NO_DAY.rule);
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

  private refuse({ type, row }: ToldPlace, part: Part, rule: string, of = ""): void {
    this.whole.refuse("score", row, this.whole.naming.part(type, part) + of, rule);
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
