// What identifies a person, as HIPAA's Safe Harbor lists it, and how its forms are recognised in a text. One table;
// each entry names its paragraph. Not here: who is asked about what (detectIdentifier.ts), and headers
// (identifierHeaders.ts). Source of all: 45 CFR 164.514(b)(2)(i), whose letters stand at each.
import { isIP } from "node:net";
import { findPhoneNumbersInText } from "libphonenumber-js";
import { looksLikeDate } from "./checkCell";

/**
 * Where a text stands. key: a patient's id, of which random letters and digits are expected. text: a clinic's name or
 * another free column. code: a column of numbers, codes or dates, in which words are not expected.
 */
export type Place = "key" | "text" | "code";

export interface Detector {
  readonly name: string;
  /** Said after "Looks like". */
  readonly what: string;
  readonly paragraph: string;
  readonly found: (text: string, place: Place) => boolean;
}

const digits = (text: string): number => text.replace(/\D/g, "").length;

const EMAIL = /[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}/u;
const URL = /\b(?:https?|ftp):\/\/\S|\bwww\.\S|\b[a-z0-9-]+\.(?:com|org|net|edu|gov|info|health|io)\b/i;
const SSN = /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/;
const RECORD =
  /(?<![a-z])(?:mrn|med(?:ical)?[ _.-]?rec(?:ord)?|chart|acct|account|nhs|ssn|pid|dob|policy|member)(?:[ _.-]?(?:no|nr|num|number|id))?[ .:#_-]*[a-z]{0,3}\d{3,}/i;
const RECORD_AS_KEY = /^(?:mrn|ssn|nhs|pid|dob|acct|chart)[-:#_ ]*[a-z]?\d+$/i;

const MONTH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jän|mär|mai|okt|dez|ene|abr|ago|dic|fév|avr|juin|juil|août|déc)\\p{L}*\\.?";
const DATE = new RegExp(
  [
    "(?<!\\d)(?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?!\\d)",
    "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\1(?:(?:19|20)\\d{2}|\\d{2})(?![\\d.])",
    "(?<!\\d)(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\.?[ -]?(?:of )?${MONTH}[ ,-]*(?:\\d{4}|\\d{2})(?!\\d)`,
    `(?<!\\p{L})${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)`,
    `(?<!\\p{L})${MONTH}[ ,-]*(?:19|20)\\d{2}(?!\\d)`,
    "(?<![\\d/])(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}(?!\\d)",
  ].join("|"),
  "iu",
);

const OLD =
  /(?<!\d)(?:9\d|1[01]\d)[ -]?(?:years?|yrs?|y\.?[ /]?o|jahre|ans|años)(?!\p{L})|(?<!\p{L})age[d:]?[ :]*(?:9\d|1[01]\d)(?!\d)/iu;
const STATES =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]";
const POSTCODE = new RegExp(
  [
    "(?<![\\d-])\\d{5}-\\d{4}(?![\\d-])",
    `(?<!\\p{L})(?:${STATES})\\.?,? \\d{5}(?!\\d)`,
    "(?<![\\p{L}\\d])[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}(?![\\p{L}\\d])",
    "(?<![\\p{L}\\d])[A-Z]\\d[A-Z] \\d[A-Z]\\d(?![\\p{L}\\d])",
    "(?<!\\p{L})(?:zip|postcode|plz|postal code)[ :]*\\d{4,5}",
  ].join("|"),
  "u",
);
const STREET =
  "street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|parkway|pkwy|terrace|highway|hwy|square|way";
const ADDRESS = new RegExp(
  [
    `(?<!\\d)\\d{1,5}[a-z]? (?:[\\p{L}.]+ ){1,3}(?:${STREET})\\.?(?![\\p{L}])`,
    "\\p{L}{2,}(?:straße|strasse|str\\.|weg|platz|gasse|allee) ?\\d{1,4}",
    "(?<!\\p{L})\\d{1,4},? (?:rue|avenue|boulevard|calle|via) \\p{L}",
    "(?<!\\p{L})p\\.? ?o\\.? box \\d",
  ].join("|"),
  "iu",
);
const PERSON =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme)\.? \p{Lu}\p{Ll}+|^\p{Lu}\p{Ll}+, ?\p{Lu}\p{Ll}+( \p{Lu}\.?)?$/u;
// One or more capitalised words, or two small ones with a dot between: Ada, Ada.Byron, ada.byron.
const NAME_AS_KEY = /^\p{Lu}\p{Ll}+([ ,'._-]+\p{Lu}?\p{Ll}+)*$|^\p{Ll}{2,}[.]\p{Ll}{2,}$/u;
const MOST_WORDS = 8;

export const detectors: readonly Detector[] = [
  { name: "e-mail", what: "an e-mail address", paragraph: "F", found: (text) => EMAIL.test(text) },
  { name: "web address", what: "a web address", paragraph: "N", found: (text) => URL.test(text) },
  {
    name: "IP address",
    what: "an IP address",
    paragraph: "O",
    found: (text) => /[.:].*[.:]/.test(text) && text.split(/[\s,;()[\]]+/).some((word) => isIP(word) !== 0),
  },
  {
    name: "social security number",
    what: "a social security number",
    paragraph: "G",
    found: (text) => SSN.test(text),
  },
  {
    name: "record number",
    what: "a record number",
    paragraph: "H",
    found: (text, place) => (place === "key" ? RECORD_AS_KEY : RECORD).test(text),
  },
  {
    name: "date",
    what: "a calendar date",
    paragraph: "C",
    // Eight digits as a key may well be random: only a written date is taken for one.
    found: (text, place) =>
      place === "key" ? looksLikeDate(text) && !/^\d+$/.test(text) : DATE.test(text) || looksLikeDate(text),
  },
  { name: "age over 89", what: "an age over 89", paragraph: "C", found: (text) => OLD.test(text) },
  {
    name: "postcode",
    what: "a postcode of more than three digits",
    paragraph: "B",
    found: (text, place) =>
      place !== "key" && (POSTCODE.test(text) || (place === "text" && /^\d{5}$/.test(text))),
  },
  {
    name: "street address",
    what: "a street address",
    paragraph: "B",
    found: (text) => ADDRESS.test(text),
  },
  { name: "phone number", what: "a telephone number", paragraph: "D", found: isPhone },
  {
    name: "long number",
    what: "an account, insurance or record number",
    paragraph: "H to M",
    found: (text, place) =>
      place === "key"
        ? /^\d{9,}$/.test(text)
        : (place === "text" ? /\d{7,}/ : /^\d{9,}$|[^\d.]\d{9,}/).test(text),
  },
  {
    name: "person's name",
    what: "the name of a person or place",
    paragraph: "A, B",
    found: (text, place) => (place === "key" ? NAME_AS_KEY : PERSON).test(text),
  },
  {
    name: "free text",
    what: "free text, which may say anything",
    paragraph: "R",
    found: (text, place) => text.split(/\s+/).length > (place === "key" ? 1 : MOST_WORDS),
  },
];

/** Numbers with their country, those of North America without, and others as they are written with a leading 0. */
function isPhone(text: string, place: Place): boolean {
  if (digits(text) < 7) return false;
  if (place !== "text" && !/^[+\d\s()./-]+$/.test(text)) return false;
  if (/^\d+$/.test(text)) return false;
  if (/(?<![\d-])0\d{1,4}[ /-]\d{2,}(?:[ -]?\d{2,})+(?!\d)/.test(text) && digits(text) >= 8) return true;
  if (/(?<![\d.-])\d{3}[-. ]\d{4}(?![\d.-])/.test(text)) return true;
  return findPhoneNumbersInText(text, { defaultCountry: "US", extended: false }).length > 0;
}
