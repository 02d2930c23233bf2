// One identifier among many rows: the file is refused, whichever it is, by column, row and rule, never by the value.
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { detectors } from "../../server/src/imports/identifierDetectors";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { load } from "../load";
import { clinics, ids, manyCourses, random } from "./manyCourses";
import { packageFolder, removePackageFolders } from "./packageFolder";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterAll(() => test_.drop());

// One of each detector, as it comes in a text.
const planted: Readonly<Record<string, string>> = {
  "e-mail": "ask ada.byron@canary.org",
  "web address": "https://canary.example/p/77",
  "IP address": "seen from 192.168.10.77",
  "social security number": "078-05-1120",
  "record number": "MRN 00123",
  date: "moved on 3/14/2024",
  "age over 89": "a 93 year old",
  postcode: "Portland OR 97201",
  "street address": "12 Canary Wharf Road",
  "phone number": "(503) 555-0177",
  "long number": "ward 99123456",
  "person's name": "Dr. Canary",
  "free text": "she said that she felt much better after the second one",
};

test("every detector has a planted text", () => {
  expect(Object.keys(planted).sort()).toEqual(detectors.map(({ name }) => name).sort());
});

load(
  {
    load: "one identifier planted among 100,000 rows (5,000 where tests run side by side), one a detector",
    times: { short: detectors.length, long: detectors.length },
    passes: "refused by column, row and rule, the value nowhere, nothing kept",
  },
  async ({ alone }) => {
    const rows = alone ? 100_000 : 5_000;
    for (const { name, what } of detectors) {
      const text = planted[name] ?? "";
      const at = 1 + (parseInt(random(name.length).slice(0, 8), 16) % (rows - 2));
      const clinicAt = (nth: number) => (nth === at ? text : (clinics[nth % clinics.length] ?? ""));
      const receipt = await importPackage(test_.database, packageFolder(manyCourses(rows, clinicAt)));
      removePackageFolders();
      expect(receipt.written).toBe(false);
      expect(receipt.problems).toMatchObject([
        { file: "courses.csv", row: at + 1, column: "clinic", count: 1 },
      ]);
      expect(receipt.problems[0]?.rule).toContain(`Looks like ${what} (45 CFR 164.514(b)(2)(i)(`);
      expect(JSON.stringify(receipt) + receiptText(receipt)).not.toContain(text);
      expect(await test_.database.query("select from course union all select from dataset")).toEqual([]);
    }
    return `${detectors.length} of ${detectors.length} refused, each among ${rows} rows`;
  },
);

load(
  {
    load: "a clean file of different texts, ids of every kind among them: rows",
    times: { short: 5_000, long: 100_000 },
    passes: "no false alarm",
  },
  async ({ times }) => {
    const files = manyCourses(
      times,
      (nth) => clinics[nth % clinics.length] ?? "",
      (nth) => ids[nth % ids.length]?.(nth) ?? "",
    );
    const receipt = await importPackage(test_.database, packageFolder(files), { dryRun: true });
    removePackageFolders();
    expect(receipt.problems).toEqual([]);
    expect(receipt.files[0]).toMatchObject({ rows: times, inserted: times });
    return `${receipt.problems.length} alarms in ${times} rows`;
  },
);
