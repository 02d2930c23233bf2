// Dates of OMOP: a date, and a time beside it that is often made up.
import type { When } from "../clinical/dates";
import { dayNumber } from "../recipeDates";

const DAY = 86_400_000;
const TIME = /[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/;
/** Written where the time is not known: the beginning of the day, or its end. */
const MADE_UP = ["0:00:00", "23:59:00", "23:59:59"];

export const dayOf = (text: string): number | null =>
  dayNumber("YYYY-MM-DD", text) ?? dayNumber("YYYYMMDD", text);

/**
 * null: no date that tells the day. The datetime counts for the time alone, and not where its day is another: somebody has
 * moved it to another zone. OMOP's times have no zone; those of one extract are taken to be of one.
 */
export function whenOf(date: string, datetime: string): When | null {
  const day = dayOf(date) ?? dayOf(datetime);
  if (day === null) return null;
  const [, hour, minute, second = "00"] = TIME.exec(datetime) ?? [];
  if (hour === undefined || minute === undefined || dayOf(datetime) !== day) return { day, moment: null };
  if (MADE_UP.includes(`${Number(hour)}:${minute}:${second}`)) return { day, moment: null };
  return { day, moment: day * DAY + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 };
}
