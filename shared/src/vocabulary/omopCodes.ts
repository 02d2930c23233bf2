// Codes of the vocabularies that OMOP itself keeps, beside those of codeSystems.ts: sexes, and where a record comes from.
// Source of all: the OMOP Standardized Vocabularies, Observational Health Data Sciences and Informatics (Athena).
import type { SexCode } from "./courseDetails";

const genders = new Map<string, SexCode>([
  ["F", "FEMALE"],
  ["M", "MALE"],
  ["O", "OTHER"],
  ["A", "OTHER"],
]);

/** By concept_code of the vocabulary Gender. undefined: unknown, or no sex. */
export const sexOfOmop = (code: string): SexCode | undefined => genders.get(code);

/** concept_code of the vocabulary Type Concept: records of what was asked for, handed out or told, and not of what was given. */
const notGiven = new Map([
  ["OMOP4976906", "EHR order"],
  ["OMOP4976911", "EHR prescription"],
  ["OMOP4976898", "EHR dispensing record"],
  ["OMOP4976942", "Pharmacy claim"],
  ["OMOP4976938", "Patient self-report"],
]);
export const isNotGivenInOmop = (typeCode: string): boolean => notGiven.has(typeCode);
