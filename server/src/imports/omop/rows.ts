// The rows of scores and side effects of an extract. Measurements and observations are read a second time and streamed.
import type { ClinicalExport, ClinicalRow, Known } from "../clinical/clinicalExport";
import { courseAt } from "../clinical/courses";
import { ScoreRows } from "../clinical/scoreRows";
import { sideEffectRows } from "../clinical/sideEffectRows";
import type { ToldSideEffect } from "../clinical/tellings";
import type { CdmFiles } from "./cdmFiles";
import { cdmTables } from "./cdmTables";
import type { Concepts } from "./concepts";
import { assessmentOf, meaningOfRow, placeOfRow } from "./events";
import { readCdm } from "./readCdm";

export const scoreRows = (files: CdmFiles, concepts: Concepts) =>
  async function* (whole: ClinicalExport, known: Known): AsyncGenerator<ClinicalRow> {
    const rows = new ScoreRows(whole, known);
    for (const file of files.all) {
      const { table } = file;
      if (!file.hasScores || table === "person") continue;
      const { columns, required } = cdmTables[table];
      const reading = { ...file, columns, required, notes: null, onBadRow: () => undefined };
      for await (const row of readCdm<string>(reading)) {
        const meaning = meaningOfRow(table, row, concepts);
        if (typeof meaning === "string" || meaning.questionnaire === undefined) continue;
        const told = assessmentOf(row, meaning.questionnaire, concepts);
        yield* rows.of(placeOfRow(table, row, file.offset), told);
      }
    }
    yield* rows.ofItems();
  };

const OTHER_DAY = "A symptom that did not begin on the day of a session";
const BEFORE = "A symptom that was there before the course";

/**
 * OMOP does not say that a treatment is suspected. A symptom is taken for a side effect where it begins on the day of a
 * session, and was not recorded before the course: what emerges under treatment (ICH E9, glossary).
 */
export function* emergentRows(whole: ClinicalExport, known: Known): Generator<ClinicalRow> {
  const { sideEffects } = known.gathered;
  const first = new Map<string, number>();
  const keyOf = ({ subject, term }: ToldSideEffect) => `${subject}\n${term}`;
  for (const told of sideEffects) {
    const day = told.when?.day ?? Number.POSITIVE_INFINITY;
    first.set(keyOf(told), Math.min(first.get(keyOf(told)) ?? day, day));
  }
  const emergent = sideEffects.filter((told) => {
    const person = known.people.of(told.subject);
    const day = told.when?.day;
    // Said by whoever makes the rows.
    if (person === undefined || person.courses.length === 0 || day === undefined) return true;
    const course = courseAt(person.courses, day);
    const isOnDay = course?.sessions.some((session) => session.day === day) === true;
    const isNew = (first.get(keyOf(told)) ?? day) >= (course?.start.day ?? day);
    if (!isOnDay || !isNew) whole.leaveOut("side_effect", told.row, isOnDay ? BEFORE : OTHER_DAY);
    return isOnDay && isNew;
  });
  yield* sideEffectRows(whole, known, emergent);
}
