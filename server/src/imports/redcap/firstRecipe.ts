// A first recipe from a REDCap data dictionary and, where there is one, an export: complete, so that it can be tried at
// once; what could not be guessed is named, and the import refuses it until someone has filled it in.
import { courses, sessions } from "../tableSchemas";
import type { RedcapField } from "./dictionary";
import { Draft, TO_FILL, type JsonObject } from "./draft";
import { ACCESS_GROUP, EVENT, exportColumns, REPEAT_FORM } from "./exportColumns";
import { ENROLMENT, EXPORT, filesOf, TREATED } from "./recipeFiles";
import { isBirth } from "./guessDays";
import { guessFields } from "./guessFields";
import { guessInstruments } from "./guessInstruments";
import { guessSessions, guessSideEffects, isSession, type SessionPlace } from "./guessSessions";
import type { RowSort, Survey } from "./survey";

export interface FirstRecipe {
  readonly recipe: JsonObject;
  readonly guessed: readonly string[];
  readonly unknown: readonly string[];
}

const CHECKLIST = { ascertained_by: { constant: "CHECKLIST" } };

export function firstRecipe(
  name: string,
  dictionary: string,
  fields: readonly RedcapField[],
  survey: Survey,
): FirstRecipe {
  const draft = new Draft(fields, exportColumns(fields), survey);
  if (survey.path === null)
    draft.unknown.push(
      "Events and repeating forms: put the export beside the dictionary, and run this again.",
    );
  const places = guessSessions(draft);
  const sort = courseSort(draft);
  const ofCourse = { patient: { column: fields[0]?.name ?? TO_FILL }, course: { constant: "1" } };
  const tables = {
    course: courseTable(draft, ofCourse, places, sort),
    ...(places.length > 0 ? { session: sessionTable(draft, ofCourse, places, sort) } : {}),
    ...longTable("score", ofCourse, guessInstruments(draft), places, "total"),
    ...longTable("side_effect", { ...ofCourse, ...CHECKLIST }, guessSideEffects(draft, places), places),
  };
  draft.guessed.push(
    "Record ids are replaced by random ones: --patient-key keeps them the same in the next import",
  );
  draft.unknown.push("dataset: its title, licence and citation.");
  const recipe = {
    dataset: { name, title: "", kind: "REGISTRY", licence: "", citation: "", sourceNote: "REDCap" },
    replacePatients: true,
    files: filesOf(draft, dictionary, tables, isSession(places), sort),
    tables,
  };
  return { recipe, guessed: draft.guessed, unknown: draft.unknown };
}

/** The rows that hold a course: those of the field that tells its condition. */
function courseSort({ fields, survey }: Draft): RowSort | null {
  const field = fields.find(({ name }) => /(^|_)(diagnosis|dx|condition|indication)/.test(name)) ?? fields[0];
  return survey.filled.get(field?.name ?? "")?.find(({ repeats }) => repeats === "") ?? null;
}

function courseTable(
  draft: Draft,
  ofCourse: JsonObject,
  places: readonly SessionPlace[],
  sort: RowSort | null,
): JsonObject {
  const here = ofSort(draft, sort);
  const columns = guessFields(
    draft,
    courses,
    here.map((field) => ({ field, name: field.name })),
    null,
  );
  const birth = here.find((field) => isBirth(field) && /^date/.test(field.validation));
  const age = columns["age_years"] === undefined && birth && places.length > 0;
  if (age) draft.guessed.push(`age_years: from the date ${birth.name}, which is not kept`);
  for (const column of ["condition", "modality"].filter((one) => columns[one] === undefined))
    draft.unknown.push(`${column}: no field was found. Fill in tables.course.columns.${column}.`);
  const events = draft.survey.names.includes(EVENT);
  const repeats = draft.survey.names.includes(REPEAT_FORM);
  const leaveOut = [
    ...(events && sort
      ? [{ where: { not: { column: EVENT, is: [sort.event] } }, because: "Another event" }]
      : []),
    ...(repeats ? [{ where: { column: REPEAT_FORM, missing: false }, because: "A form that repeats" }] : []),
  ];
  return {
    rows: EXPORT,
    ...(places.length > 0 ? { join: [TREATED] } : {}),
    ...(leaveOut.length > 0 ? { leaveOut } : {}),
    columns: {
      ...ofCourse,
      ...(draft.survey.names.includes(ACCESS_GROUP) ? { clinic: { column: ACCESS_GROUP } } : {}),
      ...{ condition: { constant: TO_FILL }, modality: { constant: TO_FILL } },
      ...(age ? { age_years: draft.date(birth) } : {}),
      ...columns,
    },
  };
}

function sessionTable(
  draft: Draft,
  ofCourse: JsonObject,
  places: readonly SessionPlace[],
  sort: RowSort | null,
): JsonObject {
  let join = false;
  const weightOf = () => {
    const weight = ofSort(draft, sort).find(
      ({ name, label }) => /(^|_)(weight|wt)(_|$)/.test(name) || /^weight/i.test(label),
    );
    if (weight === undefined) return null;
    join = isSplit(draft);
    const unit = /lb|pound/i.test(`${weight.name} ${weight.label}`) ? "lb" : "kg";
    return { ...(join ? { file: ENROLMENT } : {}), ...draft.numbers(weight.name, 20, 400), unit };
  };
  const rows = places.map(({ number, date, fields }) => {
    const columns = guessFields(draft, sessions, fields, weightOf);
    return { number, day: draft.date(date), ...columns };
  });
  return {
    rows: EXPORT,
    ...(join ? { join: [ENROLMENT] } : {}),
    columns: ofCourse,
    each: { needs: "day", rows },
  };
}

/** Of patients without a session nothing is taken: there is no course that it could belong to. */
function longTable(
  table: string,
  columns: JsonObject,
  rows: readonly JsonObject[],
  places: readonly SessionPlace[],
  needs?: string,
): JsonObject {
  if (rows.length === 0) return {};
  const join = places.length > 0 ? { join: [TREATED] } : {};
  return { [table]: { rows: EXPORT, ...join, columns, each: { needs, rows } } };
}

/** The fields of a sort of row; all, where rows are all of a sort. */
const ofSort = (draft: Draft, sort: RowSort | null): RedcapField[] =>
  draft.fields.filter(
    (field) =>
      draft.has(field) &&
      (sort === null ||
        !draft.survey.filled.has(field.name) ||
        draft.survey.filled
          .get(field.name)
          ?.some((one) => one.event === sort.event && one.repeats === sort.repeats)),
  );

const isSplit = ({ survey }: Draft): boolean =>
  survey.names.includes(EVENT) || survey.names.includes(REPEAT_FORM);
