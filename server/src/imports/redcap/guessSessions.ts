// The sessions of a project and their side effects, for a first recipe: a form that repeats, an event each, or fields
// with the session's number in their names.
import type { RedcapField } from "./dictionary";
import type { Draft, JsonObject } from "./draft";
import { boxColumn, EVENT, REPEAT_INSTANCE } from "./exportColumns";
import { isDate } from "./guessDays";
import type { Named } from "./guessFields";
import { meaningOf, NOTHING, severityWords, sideEffectWords } from "./meanings";

const WORDS =
  /(^|_)(infusions?|inf|sessions?|sess|treatments?|tx|dosing|ketamine|ket|esketamine|spravato|ect|administration)/;
const NUMBERED = /^(.*?)(\d{1,2})(.*)$/;

/** One way in which a row of the export tells a session. */
export interface SessionPlace {
  readonly number: JsonObject;
  readonly date: RedcapField;
  readonly fields: readonly Named[];
}

/** Empty: no session was found. */
export function guessSessions(draft: Draft): SessionPlace[] {
  const dates = draft.fields.filter(
    (field) => isDate(field) && draft.has(field) && !/end|stop|discontinu/.test(field.name),
  );
  const numbered = numberedDates(dates);
  if (numbered.length > 1) {
    draft.guessed.push(
      `Sessions: ${numbered.length} on a row, by ${numbered.map(({ name }) => name).join(", ")}`,
    );
    return numbered.map((date) => {
      const [, before = "", number = ""] = NUMBERED.exec(date.name) ?? [];
      const own = draft.fields.filter(
        ({ name }) =>
          name.startsWith(`${before}${number}`) && !/^\d/.test(name.slice(before.length + number.length)),
      );
      const fields = own.map((field) => ({ field, name: field.name.replace(`${before}${number}`, before) }));
      return { number: { constant: String(Number(number)) }, date, fields };
    });
  }
  const forms = [...new Set(draft.fields.map(({ form }) => form))].filter((form) => WORDS.test(form));
  const date = dates.find(({ form }) => forms.includes(form)) ?? dates.find(({ name }) => WORDS.test(name));
  if (date === undefined) {
    draft.unknown.push(
      "Sessions: no form or field of infusions, sessions or treatments with a date was found.",
    );
    return [];
  }
  draft.guessed.push(`Sessions: the form ${date.form}, by the date ${date.name}`);
  const fields = draft.fields
    .filter(({ form }) => form === date.form)
    .map((field) => ({ field, name: field.name }));
  return [{ number: numberOf(draft, date), date, fields }];
}

/** inf1_date, inf2_date …: dates that differ by a number alone. */
function numberedDates(dates: readonly RedcapField[]): RedcapField[] {
  const skeleton = ({ name }: RedcapField) => name.replace(NUMBERED, "$1#$3");
  const of = dates.filter(({ name }) => WORDS.test(name) && NUMBERED.test(name));
  return of.filter((date) => skeleton(date) === skeleton(of[0] ?? date));
}

function numberOf(draft: Draft, { name, form }: RedcapField): JsonObject {
  const sorts = draft.survey.filled.get(name) ?? [];
  const events = [...new Set(sorts.map(({ event }) => event))];
  const isRepeating = sorts.some(({ repeats }) => repeats !== "");
  if (isRepeating && events.length === 1) {
    draft.guessed.push(`A session's number: the instance of ${form}`);
    return { column: REPEAT_INSTANCE };
  }
  if (!isRepeating && events.length > 1) {
    const numbers = draft.survey.events
      .filter((event) => events.includes(event))
      .map((event, nth) => [event, String(nth + 1)] as const);
    draft.guessed.push(
      `A session's number: by its event (${numbers.map((pair) => pair.join(" = ")).join(", ")})`,
    );
    return { column: EVENT, values: Object.fromEntries(numbers) };
  }
  draft.guessed.push("A session's number: its place among the days of its course");
  return { order: "day" };
}

/** A row for each box of the side effects that belong to a session. */
export function guessSideEffects(draft: Draft, places: readonly SessionPlace[]): JsonObject[] {
  const rows: JsonObject[] = [];
  for (const { field, number } of places.flatMap(({ fields, number }) =>
    fields.map(({ field }) => ({ field, number })),
  )) {
    if (
      field.type !== "checkbox" ||
      !field.choices.some(({ label }) => meaningOf(sideEffectWords, label) !== null)
    )
      continue;
    if ("order" in number) {
      draft.unknown.push(`${field.name}: which session these side effects belong to. They are left behind.`);
      continue;
    }
    for (const { code, label } of field.choices) rows.push(...boxOf(draft, field, code, label, number));
  }
  const strays = draft.fields.filter(
    ({ name, type }) =>
      type === "checkbox" &&
      /(^|_)(ae|se|side_?eff|adverse)/.test(name) &&
      !places.some(({ fields }) => fields.some(({ field }) => field.name === name)),
  );
  for (const { name } of strays)
    draft.unknown.push(`${name}: which session these side effects belong to. They are left behind.`);
  return rows;
}

function boxOf(
  draft: Draft,
  field: RedcapField,
  code: string,
  label: string,
  number: JsonObject,
): JsonObject[] {
  const column = boxColumn(field.name, code);
  if (NOTHING.test(label) || !draft.survey.names.includes(column)) return [];
  const term = meaningOf(sideEffectWords, label);
  draft[term === null ? "unknown" : "guessed"].push(
    term === null ? `${column}: which side effect it is. It is left behind.` : `${column}: ${term}`,
  );
  if (term === null) return [];
  const grade = draft.fields.find(
    ({ name, form, choices }) =>
      form === field.form &&
      /sever|grade/.test(name) &&
      name.includes(term.toLowerCase().slice(0, 5)) &&
      choices.length > 0,
  );
  const severity = grade && draft.choices(grade, severityWords, "severity");
  return [
    {
      where: { column, is: ["1"] },
      session: number,
      term: { constant: term },
      ...(severity ? { severity } : {}),
    },
  ];
}

/** Rows that hold a session; null: nothing could be found. */
export const isSession = (places: readonly SessionPlace[]): JsonObject | null => {
  const dated = places.map(({ date }) => ({ column: date.name, missing: false }));
  return dated.length > 1 ? { any: dated } : (dated[0] ?? null);
};
