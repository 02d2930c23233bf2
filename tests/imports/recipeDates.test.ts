// Dates of a recipe: each form read as it is written, what is none refused, ages as people count them.
import {
  dateForms,
  dayNumber,
  yearOf,
  yearsBetween,
  type DateForm,
} from "../../server/src/imports/recipeDates";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test.each<[DateForm, string]>([
  ["YYYY-MM-DD", "2024-02-29"],
  ["YYYY-MM-DD", "2024-02-29T23:59:00Z"],
  ["YYYYMMDD", "20240229"],
  ["MM/DD/YYYY", "2/29/2024"],
  ["MM/DD/YYYY", "02/29/2024 08:15"],
  ["DD/MM/YYYY", "29/02/2024"],
  ["DD.MM.YYYY", "29.2.2024"],
  ["DD-MM-YYYY", "29-02-2024"],
  ["DD-MMM-YYYY", "29-FEB-2024"],
  ["EXCEL", "45351"],
  ["EXCEL", "45351.75"],
  ["EXCEL", "2024-02-29"],
])("%s: %s", (form, text) => {
  expect(dayNumber(form, text)).toBe(day("2024-02-29"));
});

test.each<[DateForm, string]>([
  ["YYYY-MM-DD", "2023-02-29"],
  ["MM/DD/YYYY", "29/02/2024"],
  ["DD/MM/YYYY", "02/29/2024"],
  ["MM/DD/YYYY", "2/29/24"],
  ["DD-MMM-YYYY", "29-XYZ-2024"],
  ["EXCEL", "5"],
  ["YYYY-MM-DD", "soon"],
  ["YYYYMMDD", "2024229"],
])("%s: %s is none", (form, text) => {
  expect(dayNumber(form, text)).toBeNull();
});

test("every form knows a day of every month, over a leap year", () => {
  for (const form of dateForms) {
    for (let nth = day("2023-12-31"); nth <= day("2025-01-01"); nth += 1) {
      const [year = "", month = "", date = ""] = new Date(nth * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .split("-");
      const name = new Date(nth * 86_400_000).toLocaleString("en-US", { month: "short", timeZone: "UTC" });
      const text = form
        .replace("EXCEL", String(nth - day("1899-12-30")))
        .replace("YYYY", year)
        .replace("MMM", name)
        .replace("MM", month)
        .replace("DD", date);
      expect([form, text, dayNumber(form, text)]).toEqual([form, text, nth]);
    }
  }
});

test("years and ages", () => {
  expect(yearOf(day("2023-12-31"))).toBe(2023);
  expect(yearsBetween(day("1980-03-15"), day("2024-03-14"))).toBe(43);
  expect(yearsBetween(day("1980-03-15"), day("2024-03-15"))).toBe(44);
  expect(yearsBetween(day("2004-02-29"), day("2024-02-28"))).toBe(19);
});
