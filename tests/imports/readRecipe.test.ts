// What a recipe may say of its values, and what is refused before a row is read.
import { Problems } from "../../server/src/imports/problems";
import { readRecipe } from "../../server/src/imports/readRecipe";

const one = { constant: "1" };
const patient = { column: "id" };
const base = {
  dataset: { name: "d", title: "D", kind: "TRIAL", licence: "CC0-1.0", citation: "D", sourceNote: "" },
  files: { f: { path: "f.csv" } },
};
const session = (more: object) => ({
  session: { rows: "f", columns: { patient, course: one, number: one, day: { constant: "0" }, ...more } },
});
const score = (more: object) => ({
  score: {
    rows: "f",
    columns: { patient, course: one, instrument: { constant: "PHQ9" }, day: one, ...more },
  },
});
const items = (count: number) => Array.from({ length: count }, (_, nth) => `q${nth + 1}`);

function problemsOf(tables: object): string[] {
  const problems = new Problems();
  readRecipe({ ...base, tables }, "recipe.json", problems);
  return problems.list().map(({ column, rule }) => `${column ?? ""}: ${rule}`);
}

test.each<[string, object]>([
  ["a date since another", session({ day: { column: "d", date: "YYYY-MM-DD", since: { column: "s" } } })],
  ["a date since the first session", session({ day: { column: "d", date: "EXCEL" } })],
  ["sessions numbered by their days", session({ number: { order: "day" }, day: { column: "d" } })],
  ["a dose by weight", session({ dose_mg_per_kg: { column: "mg", unit: "mg", weight: { column: "w" } } })],
  ["hours", session({ duration_min: { column: "h", unit: "hours" } })],
  ["nine items", score({ total: { items: items(9) } })],
  ["nine items and the question about functioning", score({ total: { items: items(10) } })],
])("%s is understood", (_, tables) => {
  expect(problemsOf(tables)).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ["two ways at once", session({ day: { column: "d", date: "EXCEL", values: {} } }), /one of values, date/],
  ["a date in a dose", session({ dose_mg_per_kg: { column: "d", date: "EXCEL" } }), /becomes a day/],
  ["a form of date that is unknown", session({ day: { column: "d", date: "MM/YY" } }), /one of: YYYY-MM-DD/],
  [
    "a date that counts from nothing",
    { ...session({}), ...score({ day: { column: "d", date: "EXCEL" }, total: { column: "t" } }) },
    /needs since, or a session table/,
  ],
  [
    "mg without a weight",
    session({ dose_mg_per_kg: { column: "mg", unit: "mg" } }),
    /needs the column of the patient's weight/,
  ],
  [
    "weeks of minutes",
    session({ duration_min: { column: "h", unit: "weeks" } }),
    /duration_min is not made of weeks/,
  ],
  ["items in a day", score({ day: { items: items(9) }, total: one }), /Only a score's total/],
  ["too few items", score({ total: { items: items(8) } }), /PHQ-9 has 9 items; the recipe lists 8/],
  ["a conflict without a total", score({ total: { items: items(9), conflict: "items" } }), /Without a total/],
  ["an order of scores", score({ total: { order: "day" } }), /Only a session's number/],
  [
    "a join without ids",
    { session: { rows: "f", join: ["f"], columns: { patient, course: one, number: one, day: one } } },
    /joined by their id/,
  ],
  [
    "a condition with two tests",
    {
      session: {
        ...session({}).session,
        leaveOut: [{ where: { column: "a", is: ["1"], above: 2 }, because: "x" }],
      },
    },
    /one of missing, is, above, below/,
  ],
  [
    "a bound that is no number",
    { session: { ...session({}).session, leaveOut: [{ where: { column: "a", above: "2" }, because: "x" }] } },
    /Has to be a number/,
  ],
])("%s is refused", (_, tables, rule) => {
  expect(problemsOf(tables).join("\n")).toMatch(rule);
});
