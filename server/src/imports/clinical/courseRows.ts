// The rows of courses and sessions: people with their sessions, as calendar dates become days of the course.
import { OLDEST_AGE } from "../recipeValue";
import { yearOf, yearsBetween } from "../recipeDates";
import { doseOf } from "./courses";
import type { ClinicalExport, ClinicalRow, Known } from "./clinicalExport";
import { birthDay } from "./dates";
import type { Person, PersonCourse } from "./people";
import { NO_CONDITION } from "./tellings";

const NO_DOSE = "Doses in another unit than mg/kg, left empty.";
const SEVERAL_DOSES = "Several doses on one day, added up.";
const CHOSEN =
  "Several conditions, and no session gives its reason: bipolar before major depression, then in the order of the vocabulary.";
/** Ids that servers make up would be clinics that nobody knows. */
const MADE_UP = /^[0-9a-f-]{32,36}$/i;

export function* courseRows(whole: ClinicalExport, { people }: Known): Generator<ClinicalRow> {
  const { naming } = whole;
  for (const person of people.all) {
    const { row, sex, birth: born, clinic } = person.told;
    if (person.courses.length === 0) whole.leaveOut("course", row, naming.noTreatment);
    const birth = birthDay(born);
    if (born !== "" && birth === null)
      whole.note(row, naming.fields.course["age_years"] ?? "", "Is no date, left empty.");
    for (const course of person.courses) {
      if (course.condition === undefined) {
        whole.leaveOut("course", row, NO_CONDITION);
        continue;
      }
      if (course.isChosen) whole.note(row, naming.fields.course["condition"] ?? "", CHOSEN);
      yield {
        row,
        cells: {
          patient: person.key,
          course: String(course.number),
          clinic: MADE_UP.test(clinic) ? "" : clinic,
          condition: course.condition,
          comorbid_conditions: course.others.join(";"),
          modality: course.sessions[0]?.modality ?? "",
          age_years:
            birth === null ? "" : String(Math.min(OLDEST_AGE, yearsBetween(birth, course.start.day))),
          sex,
          start_year: String(yearOf(course.start.day)),
        },
      };
    }
  }
}

export function* sessionRows(whole: ClinicalExport, { people }: Known): Generator<ClinicalRow> {
  for (const person of people.all) {
    for (const { row } of person.anaesthetics)
      whole.leaveOut("session", row, "Ketamine on a day of ECT: its anaesthetic");
    for (const course of person.courses) yield* rowsOfCourse(whole, person, course);
  }
}

function* rowsOfCourse(whole: ClinicalExport, person: Person, course: PersonCourse): Generator<ClinicalRow> {
  for (const [at, session] of course.sessions.entries()) {
    const [first, ...others] = session.told;
    if (first === undefined) continue;
    if (course.condition === undefined) {
      for (const { row } of session.told) whole.leaveOut("session", row, NO_CONDITION);
      continue;
    }
    for (const { row } of others) whole.leaveOut("session", row, whole.naming.toldTwice);
    for (const { row, type, hasOtherDose } of session.told)
      if (hasOtherDose) whole.note(row, whole.naming.part(type, "dose"), NO_DOSE);
    if (session.told.filter(({ doseMgPerKg }) => doseMgPerKg !== null).length > 1)
      whole.note(first.row, whole.naming.part(first.type, "dose"), SEVERAL_DOSES);
    const dose = doseOf(session);
    const minutes = session.told.map((told) => told.minutes).find((found) => found !== null);
    yield {
      row: first.row,
      cells: {
        patient: person.key,
        course: String(course.number),
        number: String(at + 1),
        day: String(session.day - course.start.day),
        dose_mg_per_kg: dose === null ? "" : String(dose),
        duration_min: minutes === undefined ? "" : String(minutes),
      },
    };
  }
}
