// Dates as FHIR writes them.
import type { When } from "../clinical/dates";
import { dayNumber } from "../recipeDates";
import { textAt, type Json } from "./json";

const DATE = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** null: no date that tells the day. A time without its zone tells no moment. */
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
