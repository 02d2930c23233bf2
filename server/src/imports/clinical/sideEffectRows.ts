// The rows of side effects: each event goes to the session that it names as suspected, or to the last one up to its
// day. Of the same side effect in the same session the worst counts.
import { courseAt } from "./courses";
import type { ClinicalExport, ClinicalRow, Known } from "./clinicalExport";
import type { Person, PersonCourse } from "./people";
import { NO_CONDITION, type ToldSideEffect } from "./tellings";

const SEVERITIES = ["", "MILD", "MODERATE", "SEVERE"];
/** A later one is not put down to the session. */
const LONGEST_AFTER_DAYS = 14;

interface Found {
  readonly person: Person;
  readonly course: PersonCourse;
  readonly session: number;
  worst: ToldSideEffect;
  serious: boolean | null;
}

export function* sideEffectRows(
  whole: ClinicalExport,
  { gathered, people }: Known,
  events: readonly ToldSideEffect[] = gathered.sideEffects,
): Generator<ClinicalRow> {
  const { naming } = whole;
  const found = new Map<string, Found>();
  for (const told of events) {
    const person = people.of(told.subject);
    if (person === undefined) {
      whole.refuse("side_effect", told.row, naming.part(told.type, "subject"), naming.noPatient);
      continue;
    }
    const place = sessionOf(told, person);
    if (typeof place === "string") {
      whole.leaveOut("side_effect", told.row, place);
      continue;
    }
    const key = `${person.key}\n${place.course.number}\n${place.session}\n${told.term}`;
    const before = found.get(key);
    if (told.term === "OTHER")
      whole.note(told.row, naming.part(told.type, "code"), "Codes without a term of their own: OTHER.");
    if (before === undefined) found.set(key, { person, ...place, worst: told, serious: told.serious });
    else {
      const rank = ({ severity }: ToldSideEffect) => SEVERITIES.indexOf(severity);
      if (rank(told) > rank(before.worst)) before.worst = told;
      if (told.serious !== null) before.serious = before.serious === true || told.serious;
      whole.leaveOut("side_effect", told.row, "The same side effect in the same session: the worst counts");
    }
  }
  for (const { person, course, session, worst, serious } of found.values())
    yield {
      row: worst.row,
      cells: {
        patient: person.key,
        course: String(course.number),
        session: String(session),
        term: worst.term,
        severity: worst.severity,
        serious: serious === null ? "" : String(serious),
      },
    };
}

/** A course and the number of its session, or why there is none. */
function sessionOf(
  { of, when }: ToldSideEffect,
  { courses }: Person,
): { readonly course: PersonCourse; readonly session: number } | string {
  const suspected = courses
    .flatMap((course) => course.sessions.map((one, at) => ({ course, session: at + 1, told: one.told })))
    .find(({ told }) => told.some(({ keys }) => keys.some((key) => of.includes(key))));
  if (suspected) return suspected.course.condition ? suspected : NO_CONDITION;
  if (when === null) return "Has neither a date nor a treatment that is suspected";
  const course = courseAt(courses, when.day);
  if (course === undefined) return "Of a patient without a treatment that is read";
  if (course.condition === undefined) return NO_CONDITION;
  const at = course.sessions.findLastIndex(({ day }) => day <= when.day);
  const before = course.sessions[at];
  return before === undefined || when.day - before.day > LONGEST_AFTER_DAYS
    ? "Not within two weeks after a session"
    : { course, session: at + 1 };
}
