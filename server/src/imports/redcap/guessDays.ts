// When an assessment was made, for a first recipe: by a date on its row, else by the name of its event, else by a time
// in the name of its field or form.
import type { RedcapField } from "./dictionary";
import type { Draft, JsonObject } from "./draft";
import { EVENT } from "./exportColumns";
import type { RowSort } from "./survey";

const FIRST = /^(baseline|base|bl|screening|screen|scr|pre|enrol\w*|intake)$/;
const LATER = /^(day|d|week|wk|w|month|mon|mo|m)_?(\d{1,3})$/;
const TIME =
  /(?:^|_)(baseline|base|bl|screening|screen|scr|pre|enrol\w*|intake|(?:day|d|week|wk|w|month|mon|mo|m)_?\d{1,3})(?=_|$)/;
// Six months are 180 days, well within the visit of week 26.
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 };

/** The part of a name that says when: w4 in phq9_total_w4. */
export const timeIn = (name: string): string | null => TIME.exec(name)?.[1] ?? null;

/** The day of a time, or null where the words name none. */
export function dayOf(words: string): number | null {
  if (FIRST.test(words)) return 0;
  const [, unit = "", count = ""] = LATER.exec(words) ?? [];
  const days = DAYS[unit[0] ?? ""];
  return days === undefined ? null : days * Number(count);
}

export const isBirth = ({ name, label }: RedcapField): boolean =>
  /(^|_)(dob|birth)/.test(name) || /birth/i.test(label);
export const isDate = (field: RedcapField): boolean => /^date/.test(field.validation) && !isBirth(field);

/** `columns`: those that the assessment is in; `time`: of its field or form. null: no guess is possible. */
export function guessDay(
  draft: Draft,
  form: string,
  columns: readonly string[],
  time: string | null,
): JsonObject | null {
  const sorts = sortsOf(draft, columns);
  const date = draft.fields.filter(
    (field) => isDate(field) && draft.has(field) && covers(draft, field, sorts) && isOfTime(field, time),
  );
  const found =
    date.find((field) => field.form === form) ?? (time === null && sorts.length > 0 ? date[0] : undefined);
  if (found !== undefined) {
    draft.guessed.push(`Day of ${columns[0] ?? ""}: the date ${found.name}`);
    return draft.date(found);
  }
  const day = time === null ? null : dayOf(time);
  if (day !== null) {
    draft.guessed.push(`Day of ${columns[0] ?? ""}: ${day}, by its name`);
    return { constant: String(day) };
  }
  return byEvent(draft, columns[0] ?? "", sorts);
}

function byEvent(draft: Draft, column: string, sorts: readonly RowSort[]): JsonObject | null {
  const events = [...new Set(sorts.map(({ event }) => event))].filter((event) => event !== "");
  const days = events.map((event) => [event, dayOfEvent(event)] as const);
  const known = days.filter(([, day]) => day !== null).map(([event, day]) => [event, String(day)]);
  if (known.length === 0) return null;
  draft.guessed.push(`Day of ${column}: by the event (${known.map((pair) => pair.join(" = ")).join(", ")})`);
  const others = days.filter(([, day]) => day === null).map(([event]) => event);
  if (others.length > 0)
    draft.unknown.push(
      `${column}: the day of the event ${others.join(", ")}. Its rows are refused until the recipe says.`,
    );
  return { column: EVENT, values: Object.fromEntries(known) as JsonObject };
}

/** "Week 4 (Arm 1: Ketamine)" and week_4_arm_1 are the same. */
function dayOfEvent(event: string): number | null {
  const words = event
    .toLowerCase()
    .replace(/ \(arm.*$|_arm_\d+[a-z]?$/, "")
    .replace(/[^a-z0-9]+/g, "_");
  const time = timeIn(words);
  return time === null ? null : dayOf(time);
}

const sortsOf = ({ survey }: Draft, columns: readonly string[]): RowSort[] =>
  columns.flatMap((column) => survey.filled.get(column) ?? []);

const covers = ({ survey }: Draft, { name }: RedcapField, sorts: readonly RowSort[]): boolean =>
  sorts.every(({ event, repeats }) =>
    (survey.filled.get(name) ?? []).some((one) => one.event === event && one.repeats === repeats),
  );

const isOfTime = (field: RedcapField, time: string | null): boolean =>
  (timeIn(field.name) ?? timeIn(field.form)) === time;
