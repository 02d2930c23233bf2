// Which fields of an instrument are its items, for a first recipe: as many as it has, each with answers as it has them.
import { instrumentByCode, itemScorings, type InstrumentCode } from "@afterglow/shared";
import type { RedcapField } from "./dictionary";
import type { Draft, JsonObject } from "./draft";
import { UNKNOWN } from "./meanings";

interface Items {
  readonly fields: readonly string[];
  /** Where the codes are not the scores. */
  readonly answers: JsonObject | null;
}

/** Lowest and highest answer; null: it is no item. */
export function itemRange({
  type,
  choices,
  validation,
  min,
  max,
}: RedcapField): { min: number; max: number } | null {
  if (["radio", "dropdown"].includes(type)) {
    const codes = choices.filter(({ label }) => !UNKNOWN.test(label)).map(({ code }) => code);
    if (codes.length === 0 || !codes.every((code) => /^\d+$/.test(code))) return null;
    return { min: Math.min(...codes.map(Number)), max: Math.max(...codes.map(Number)) };
  }
  return validation === "integer" && min !== null && max !== null && max < 10 ? { min, max } : null;
}

/** null: there are none, or too many or few, or with other answers; all but the first is told. */
export function itemsOf(draft: Draft, code: InstrumentCode, fields: readonly RedcapField[]): Items | null {
  const { answers, hasFunctionalItem } = itemScorings[code];
  const { short } = instrumentByCode(code);
  const candidates = fields.filter((field) => itemRange(field) !== null);
  const isWhole =
    candidates.length === answers.length || (hasFunctionalItem && candidates.length === answers.length + 1);
  if (!isWhole) {
    if (candidates.length > 1)
      draft.unknown.push(
        `${short}: has ${answers.length} items, and ${candidates[0]?.form ?? ""} has ${candidates.length}.`,
      );
    return null;
  }
  const items = candidates.slice(0, answers.length);
  const by = shiftOf(items, answers);
  if (by === null) {
    draft.unknown.push(
      `${short}: the answers of ${items[0]?.name ?? ""} and its like go beyond those of the instrument.`,
    );
    return null;
  }
  if (by !== 0) draft.guessed.push(`${short}: answers are coded from ${by}, so ${by} is taken off each`);
  for (const { name, choices } of items) {
    const codes = choices.map((choice) => choice.code);
    draft.missing(
      name,
      (draft.survey.oddities.get(name) ?? []).filter((text) => !codes.includes(text)),
    );
  }
  return { fields: candidates.map(({ name }) => name), answers: answersOf(items, by) };
}

/** 0, or 1 where every item begins with 1 and has as many answers as the instrument's. */
function shiftOf(
  items: readonly RedcapField[],
  answers: readonly (readonly [number, number])[],
): number | null {
  const ranges = items.map(itemRange);
  const fits = (shift: number) =>
    ranges.every((range, nth) => {
      const [lowest, highest] = answers[nth] ?? [0, 0];
      return range !== null && range.min - shift >= lowest && range.max - shift <= highest;
    });
  if (fits(0) && !ranges.every((range) => range?.min === 1)) return 0;
  const isShifted = ranges.every((range, nth) => range?.min === 1 && range.max - 1 === answers[nth]?.[1]);
  return isShifted ? 1 : fits(0) ? 0 : null;
}

/** null: every code is its score. */
function answersOf(items: readonly RedcapField[], shift: number): JsonObject | null {
  const choices = items.flatMap((item) => item.choices);
  if (shift === 0 && choices.every(({ label }) => !UNKNOWN.test(label))) return null;
  return Object.fromEntries(
    choices.map(({ code, label }) => [code, UNKNOWN.test(label) ? null : String(Number(code) - shift)]),
  );
}
