// Calendar dates of a recipe's files, in memory only: what becomes of one is a number of days, a year or an age. No
// date is stored, said or logged.

export const dateForms = [
  "YYYY-MM-DD",
  "YYYYMMDD",
  "MM/DD/YYYY",
  "DD/MM/YYYY",
  "DD.MM.YYYY",
  "DD-MM-YYYY",
  "DD-MMM-YYYY",
  "EXCEL",
] as const;
export type DateForm = (typeof dateForms)[number];

const DAY = 86_400_000;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30) / DAY;
// 1900 to 2119.
const EXCEL_DAYS = { first: 61, last: 80_000 };

type Part = "YYYY" | "MM" | "MMM" | "DD";
interface Form {
  readonly pattern: RegExp;
  readonly parts: readonly Part[];
}

const forms = new Map<DateForm, Form>(
  dateForms
    .filter((form) => form !== "EXCEL")
    .map((form) => {
      const parts = form.match(/YYYY|MMM|MM|DD/g) as Part[];
      const digits = form === "YYYYMMDD" ? "\\d{2}" : "\\d{1,2}";
      const pattern = form
        .replace(/[./]/g, "\\$&")
        .replace(/YYYY|MMM|MM|DD/g, (part) =>
          part === "YYYY" ? "(\\d{4})" : part === "MMM" ? "([A-Za-z]{3})" : `(${digits})`,
        );
      // A time of the day may follow; the day is what counts.
      return [form, { pattern: new RegExp(`^${pattern}(?:[T ]+\\d{1,2}:\\d{2}.*)?$`), parts }];
    }),
);

/** Days since 1 January 1970, or null where the text is no date of this form. */
export function dayNumber(form: DateForm, text: string): number | null {
  if (form === "EXCEL") {
    const serial = Number(text);
    if (!/^\d{2,5}([.,]\d+)?$/.test(text)) return dayNumber("YYYY-MM-DD", text);
    const day = Math.floor(Number.isNaN(serial) ? Number(text.replace(",", ".")) : serial);
    return day >= EXCEL_DAYS.first && day <= EXCEL_DAYS.last ? day + EXCEL_DAY_0 : null;
  }
  const { pattern, parts } = forms.get(form) ?? { pattern: /$^/, parts: [] };
  const found = pattern.exec(text);
  if (!found) return null;
  const of = (part: Part) => found[parts.indexOf(part) + 1] ?? "";
  const year = Number(of("YYYY"));
  const month = parts.includes("MMM") ? MONTHS.indexOf(of("MMM").toLowerCase()) : Number(of("MM")) - 1;
  const day = Number(of("DD"));
  const date = new Date(Date.UTC(year, month, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month && date.getUTCDate() === day;
  return isReal && year >= 1900 ? date.getTime() / DAY : null;
}

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

/** Whole years from one day to another, as an age is counted. */
export function yearsBetween(from: number, to: number): number {
  const [born, then] = [new Date(from * DAY), new Date(to * DAY)];
  const years = then.getUTCFullYear() - born.getUTCFullYear();
  const before =
    then.getUTCMonth() < born.getUTCMonth() ||
    (then.getUTCMonth() === born.getUTCMonth() && then.getUTCDate() < born.getUTCDate());
  return before ? years - 1 : years;
}
