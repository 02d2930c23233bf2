// One cell: its text to what is stored, or the rule that it breaks. The rule never holds the value.
import { CODES_SEPARATOR, NO, PATIENT_MAX_LENGTH, TEXT_MAX_LENGTH, YES, type Field } from "./field";

export class Refusal {
  constructor(readonly rule: string) {}
}

/** Stored text, null for a missing value, or a refusal. */
export type CheckCell = (text: string) => string | null | Refusal;

const WHOLE = /^-?\d{1,9}$/;
const DECIMAL = /^-?\d{1,9}(\.\d{1,15})?$/;
const DAYS_RULE = "Looks like a calendar date. Send days since the first session.";
const NO_ID = new Refusal("An id has no spaces, commas or @. Send a random id.");
// 9, 99, 999 … below zero or beyond the range: what programs put where nothing is known.
const MISSING_NUMBER = /^-?9{2,4}$|^-9$|^-?(7{3}|8{3})$/;
// 1970 to 2119 as Excel counts days.
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 80_000;
const serial = new Refusal("Looks like a date as Excel stores it. Send days since the first session.");
const MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const DATE = new RegExp(
  `^(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})|(19|20)\\d{6}` +
    `|\\d{1,2}[ -]?(${MONTH})[a-z]*[ -]?\\d{2,4}|(${MONTH})[a-z]* \\d{1,2},? \\d{4})([T ].*)?$`,
  "i",
);

export const looksLikeDate = (text: string): boolean => DATE.test(text);

/** Makes the check of a field; missing values are the same for all. */
export function checkCell(field: Field): CheckCell {
  const check = checkPresent(field);
  const missing = field.required
    ? new Refusal("Is empty, and every row needs it.")
    : (field.whenMissing ?? null);
  return (text) => {
    const trimmed = text.trim();
    return trimmed === "" ? missing : check(trimmed);
  };
}

function checkPresent(field: Field): CheckCell {
  switch (field.kind) {
    case "patient":
      return checkPatient;
    case "text":
      return checkText;
    case "whole":
      return checkNumber(field, WHOLE, "Not a whole number.");
    case "decimal":
      return checkNumber(field, DECIMAL, "Not a number with a decimal point.");
    case "yesNo":
      return checkYesNo;
    case "code":
      return checkCode(field);
    case "codes":
      return checkCodes(field);
  }
}

function checkNumber(field: Field & { min: number; max: number }, form: RegExp, formRule: string): CheckCell {
  const { min, max } = field;
  const outside = `Outside ${min} to ${max}.`;
  const below = new Refusal(field.belowRule ?? outside);
  const above = new Refusal(field.aboveRule ?? outside);
  const notNumber = new Refusal(formRule);
  const date = new Refusal(
    field.dateRule ?? (/day$/.test(field.name) ? DAYS_RULE : "Looks like a calendar date."),
  );
  const perhapsMissing = [below, above].map(
    ({ rule }) => new Refusal(`${rule} Where it marks a missing value, name it in a recipe.`),
  );
  const isDay = /day$/.test(field.name);
  return (text) => {
    if (!form.test(text)) return looksLikeDate(text) ? date : notNumber;
    const value = Number(text);
    if (value >= min && value <= max) return String(value);
    if (MISSING_NUMBER.test(text)) return perhapsMissing[value < min ? 0 : 1] ?? below;
    if (value < min) return below;
    if (isDay && value >= FIRST_SERIAL && value <= LAST_SERIAL) return serial;
    return looksLikeDate(text) ? date : above;
  };
}

const tooLong = new Refusal(`Longer than ${TEXT_MAX_LENGTH} characters.`);
const control = new Refusal("Holds a control character.");

const checkText: CheckCell = (text) => {
  if (text.length > TEXT_MAX_LENGTH) return tooLong;
  if (/\p{Cc}/u.test(text)) return control;
  return text;
};

const patientTooLong = new Refusal(`Longer than ${PATIENT_MAX_LENGTH} characters. Send a random id.`);
const checkPatient: CheckCell = (text) => {
  if (text.length > PATIENT_MAX_LENGTH) return patientTooLong;
  // What identifies has been looked for (identifierDetectors.ts).
  if (/[\s@,\p{Cc}]/u.test(text)) return NO_ID;
  return text;
};

const answers = new Map<string, string>([
  ...YES.map((t) => [t, "t"] as const),
  ...NO.map((t) => [t, "f"] as const),
]);
const notAnswer = new Refusal("Neither true nor false.");
const checkYesNo: CheckCell = (text) => answers.get(text) ?? notAnswer;

function checkCode(field: Field & { kind: "code" }): CheckCell {
  const codes = new Map(field.entries.map(({ code }) => [code, code]));
  const stranger = strangerTo(field.what);
  return (text) => codes.get(text) ?? stranger;
}

function checkCodes(field: Field & { kind: "codes" }): CheckCell {
  const codes = new Set(field.entries.map(({ code }) => code));
  const stranger = strangerTo(field.what);
  const twice = new Refusal("The same code twice in one cell.");
  return (text) => {
    const given = text.split(CODES_SEPARATOR).map((code) => code.trim());
    if (given.some((code) => !codes.has(code))) return stranger;
    return new Set(given).size === given.length ? `{${given.join(",")}}` : twice;
  };
}

const strangerTo = (what: string): Refusal =>
  new Refusal(
    `Not ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} in the vocabulary. The codes are listed in datapackage.json of the template.`,
  );
