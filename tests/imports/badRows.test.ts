// Rows that are wrong: a cell, a row, or two rows against each other.
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { CANARY, changed, expectRefused, type Case, type Place } from "./expectRefused";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => test_.drop());

// The sessions still name the patient as before.
const orphaned: Place = ["sessions.csv", 3, "course", /No such course/];

const values: Case[] = [
  [
    "an unknown condition",
    changed("courses.csv", "p2,1,south,PTSD", `p2,1,south,${CANARY}`),
    ["courses.csv", 3, "condition", /Not a condition/],
  ],
  [
    "an unknown comorbidity",
    changed("courses.csv", "PTSD;OCD", `PTSD;${CANARY}`),
    ["courses.csv", 1, "comorbid_conditions", /Not a condition/],
  ],
  [
    "an unknown instrument",
    changed("scores.csv", "GAD7", CANARY),
    ["scores.csv", 3, "instrument", /instrument in the vocabulary/],
  ],
  ["an empty key", changed("scores.csv", "p1,1,GAD7", ",1,GAD7"), ["scores.csv", 3, "patient", /empty/]],
  [
    "a name",
    changed("courses.csv", "p1,2", "Canary Smith,2"),
    ["courses.csv", 2, "patient", /name of a person/],
    orphaned,
  ],
  [
    "a record number",
    changed("courses.csv", "p1,2", "MRN00123,2"),
    ["courses.csv", 2, "patient", /Looks like a record number/],
    orphaned,
  ],
  [
    "an e-mail",
    changed("courses.csv", "p1,2", `${CANARY}@example.org,2`),
    ["courses.csv", 2, "patient", /e-mail address/],
    orphaned,
  ],
  [
    "a long id",
    changed("courses.csv", "p1,2", `${"x".repeat(65)},2`),
    ["courses.csv", 2, "patient", /Longer than 64/],
    orphaned,
  ],
  [
    "age 91",
    changed("courses.csv", "90,OTHER", "91,OTHER"),
    ["courses.csv", 3, "age_years", /Over 89: send 90/],
  ],
  ["age 17", changed("courses.csv", "90,OTHER", "17,OTHER"), ["courses.csv", 3, "age_years", /Under 18/]],
  [
    "a calendar date",
    changed("scores.csv", "PHQ9,7", "PHQ9,2023-04-01"),
    ["scores.csv", 2, "day", /calendar date. Send days since the first session/],
  ],
  [
    "a year as a date",
    changed("courses.csv", "2023,20", "1/4/2023,20"),
    ["courses.csv", 3, "start_year", /Send the year/],
  ],
  [
    "a date as a clinic",
    changed("courses.csv", "south", "2023-04-01"),
    ["courses.csv", 3, "clinic", /calendar date/],
  ],
  ["half a point", changed("scores.csv", "7,,9,0", "7,,9.5,0"), ["scores.csv", 2, "total", /whole number/]],
  [
    "a score out of range",
    changed("scores.csv", "7,,9,0", "7,,28,0"),
    ["scores.csv", 2, "total", /PHQ-9 is a whole number from 0 to 27/],
  ],
  [
    "an item out of range",
    changed("scores.csv", "7,,9,0", "7,,9,4"),
    ["scores.csv", 2, "suicidality", /Item 9 of the PHQ-9 is from 0 to 3/],
  ],
  [
    "an item that is not there",
    changed("scores.csv", "GAD7,0,,12,", "GAD7,0,,12,1"),
    ["scores.csv", 3, "suicidality", /GAD-7 has no suicidality item/],
  ],
  [
    "a score too early",
    changed("scores.csv", "PHQ9,-3", "PHQ9,-366"),
    ["scores.csv", 1, "day", /Outside -365/],
  ],
  [
    "hours against days",
    changed("scores.csv", "CADSS,0,1", "CADSS,0,60"),
    ["scores.csv", 4, "hour", /Does not fit the day/],
  ],
  [
    "a session before day 0",
    changed("sessions.csv", "p1,1,2,3", "p1,1,2,-1"),
    ["sessions.csv", 2, "day", /Before day 0/],
  ],
  [
    "no session on day 0",
    changed("sessions.csv", "p1,2,1,0", "p1,2,1,1"),
    ["sessions.csv", 3, "day", /no session on day 0/],
  ],
  [
    "sessions out of order",
    changed("sessions.csv", "p1,1,1,0,", "p1,1,3,0,"),
    ["sessions.csv", 1, "day", /in the order of their days/],
    ["side_effects.csv", 1, "session", /No such session/],
  ],
  [
    "a dose in mg",
    changed("sessions.csv", "0,0.75", "0,40"),
    ["sessions.csv", 3, "dose_mg_per_kg", /Is it in mg/],
  ],
  [
    "a comma of thousands, or of decimals",
    changed("sessions.csv", "0,0.75", '0,"1,750"'),
    ["sessions.csv", 3, "dose_mg_per_kg", /decimal point/],
  ],
  [
    "a mark of missing that may be a number",
    changed("courses.csv", "44,FEMALE,3,", "44,FEMALE,999,"),
    [
      "courses.csv",
      1,
      "prior_trials",
      /Outside 0 to 50. Where it marks a missing value, name it in a recipe/,
    ],
  ],
  [
    "a date as Excel stores it",
    changed("scores.csv", "PHQ9,7", "PHQ9,45017"),
    ["scores.csv", 2, "day", /as Excel stores it/],
  ],
  [
    "a total out of another number",
    changed("scores.csv", "7,,9,0", "7,,9/21,0"),
    ["scores.csv", 2, "total", /out of another number/],
  ],
  [
    "pressures swapped",
    changed("sessions.csv", "120,140,80,90", "80,140,120,90"),
    ["sessions.csv", 1, "diastolic_before", /Not below the systolic/],
  ],
  [
    "neither yes nor no",
    changed("sessions.csv", "450.50,true", `450.50,${CANARY}`),
    ["sessions.csv", 1, "vitals_monitored", /Neither true nor false/],
  ],
];

const between: Case[] = [
  [
    "a course twice",
    changed("courses.csv", "p1,2", "p1,1"),
    ["courses.csv", 2, null, /same patient and course/],
    ["sessions.csv", 3, "course", /No such course/],
  ],
  [
    "a session twice",
    changed("sessions.csv", "p1,1,2,3", "p1,1,1,3"),
    ["sessions.csv", 2, null, /session number as an earlier row/],
  ],
  [
    "a side effect twice",
    changed("side_effects.csv", "p2,1,1,DIZZINESS", "p1,1,1,NAUSEA"),
    ["side_effects.csv", 2, null, /term as an earlier row/],
  ],
  [
    "a score twice with another total",
    changed("scores.csv", "p2,1,PCL5,0,,50,\np2", "p2,1,PCL5,0,,51,\np2"),
    ["scores.csv", 6, "total", /Another total/],
  ],
  [
    "a score without its course",
    changed("scores.csv", "p1,1,GAD7", `${CANARY},1,GAD7`),
    ["scores.csv", 3, "course", /No such course/],
  ],
  [
    "a side effect without its session",
    changed("side_effects.csv", "p2,1,1,", "p2,1,2,"),
    ["side_effects.csv", 2, "session", /No such session/],
  ],
  [
    "no row at all",
    Object.fromEntries(
      Object.entries(validFiles).map(([file, text]) => [
        file,
        file.endsWith("csv") ? `${text.split("\n")[0]}\n` : text,
      ]),
    ),
    ["datapackage.json", null, null, /None of the files holds a row/],
  ],
];

test.each([...values, ...between])("%s is refused", (...refused: Case) => expectRefused(test_, refused));

test("neighbouring rows with the same fault are one entry, and the list is capped", async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, nth) => `p1,1,PHQ9,${nth % 2 === 0 ? "soon" : nth % 300},,9,`,
  );
  const run = Array.from({ length: 18 }, () => "p1,1,PHQ9,2023-01-05,,9,");
  const header = (validFiles["scores.csv"] ?? "").split("\n")[0] ?? "";
  const folder = packageFolder({ "scores.csv": [header, ...run, ...rows].join("\n") });
  const receipt = await importPackage(test_.database, folder);
  expect(receipt.problems[0]).toMatchObject({ row: 1, lastRow: 18, column: "day", count: 18 });
  expect(receipt.problems).toHaveLength(1_000);
  expect(receipt.problemCount).toBe(2_518);
  expect(receiptText(receipt)).toContain("and 1,501 more");
});
