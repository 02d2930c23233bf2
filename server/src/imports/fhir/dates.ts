// Dates of FHIR, in memory only: days to count from, and moments where a time with its zone stands beside.
import { dayNumber } from "../recipeDates";
import { textAt, type Json } from "./json";

export interface When {
  /** The calendar day as it was written, where the patient was. */
  readonly day: number;
  /** In milliseconds; null: no time, or none with a zone. */
  readonly moment: number | null;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** null: no date that tells the day. */
export function whenOf(text: string): When | null {
  const [, date, time, zone] = DATE.exec(text) ?? [];
  const day = date === undefined ? null : dayNumber("YYYY-MM-DD", date);
  if (day === null) return null;
  const moment = time !== undefined && zone !== undefined ? Date.parse(text) : Number.NaN;
  return { day, moment: Number.isNaN(moment) ? null : moment };
}

/** The first of these elements that stands there. */
export function firstText(resource: Json, ...paths: readonly (readonly string[])[]): string {
  return paths.map((path) => textAt(resource, ...path)).find((text) => text !== "") ?? "";
}

/** A birth date without its day or month counts from the middle, so that the age is at most half a year wrong. */
export function birthDay(text: string): number | null {
  if (/^\d{4}$/.test(text)) return dayNumber("YYYY-MM-DD", `${text}-07-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return dayNumber("YYYY-MM-DD", `${text}-15`);
  return whenOf(text)?.day ?? null;
}
