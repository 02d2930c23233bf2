// Dates of an export, in memory only: days to count from, and moments where a time stands beside.
import { dayNumber } from "../recipeDates";

export interface When {
  /** The calendar day as it was written, where the patient was. */
  readonly day: number;
  /** In milliseconds; null: no time, or none that can be held against another. */
  readonly moment: number | null;
}

/** A birth date without its day or month counts from the middle, so that the age is at most half a year wrong. */
export function birthDay(text: string): number | null {
  if (/^\d{4}$/.test(text)) return dayNumber("YYYY-MM-DD", `${text}-07-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return dayNumber("YYYY-MM-DD", `${text}-15`);
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? dayNumber("YYYY-MM-DD", text) : null;
}
