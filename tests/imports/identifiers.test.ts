// Identifiers at the door: one among 100,000 rows refuses the file, whichever it is, and a clean file of as many
// different texts passes.
import { createHash } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { identifierDetector } from "../../server/src/imports/detectIdentifier";
import { detectors } from "../../server/src/imports/identifierDetectors";
import { importPackage } from "../../server/src/imports/importPackage";
import { receiptText } from "../../server/src/imports/receipt";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => test_.drop());

const ROWS = 100_000;
const random = (nth: number) => createHash("sha256").update(String(nth)).digest("hex");
/** Ids as registries make them: hexadecimal, UUID, numbers, a site and a number, base 36. */
const ids: readonly ((nth: number) => string)[] = [
  (nth) => random(nth).slice(0, 16),
  (nth) => random(nth).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5"),
  (nth) => String(10_000_000 + nth),
  (nth) => `sub-${String(nth).padStart(6, "0")}`,
  (nth) => `s${nth % 12}_${nth}`,
  (nth) =>
    BigInt(`0x${random(nth).slice(0, 15)}`)
      .toString(36)
      .toUpperCase(),
];
const clinics = [
  ...[
    "north",
    "Clinic 3",
    "Ketamine Wellness Centers of the Pacific Northwest",
    "St Mary",
    "Site 04-B",
    "Zürich Süd",
  ],
  ...[
    "Praxis am Park",
    "The Mind & Body Institute",
    "Outpatient unit 12/A",
    "Centre hospitalier Sainte-Anne",
    "NW7",
  ],
];

function files(clinicAt: (nth: number) => string, idAt = (nth: number) => `p${nth}`): Record<string, string> {
  const rows = Array.from({ length: ROWS }, (_, nth) => `${idAt(nth)},1,"${clinicAt(nth)}",TRD,KETAMINE_IV`);
  const headOf = (file: string) => `${(validFiles[file] ?? "").split("\n")[0] ?? ""}\n`;
  return {
    "courses.csv": `patient,course,clinic,condition,modality\n${rows.join("\n")}\n`,
    "sessions.csv": headOf("sessions.csv"),
    "scores.csv": headOf("scores.csv"),
    "side_effects.csv": headOf("side_effects.csv"),
  };
}

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

test.each(detectors.map((detector) => [detector.name, detector] as const))(
  "one among 100,000 rows is refused: %s",
  async (name, { what }) => {
    const text = planted[name] ?? "";
    const at = 1 + (parseInt(random(name.length).slice(0, 8), 16) % (ROWS - 2));
    const folder = packageFolder(files((nth) => (nth === at ? text : (clinics[nth % clinics.length] ?? ""))));
    const receipt = await importPackage(test_.database, folder);
    expect(receipt.written).toBe(false);
    expect(receipt.problems).toMatchObject([
      { file: "courses.csv", row: at + 1, column: "clinic", count: 1 },
    ]);
    expect(receipt.problems[0]?.rule).toContain(`Looks like ${what} (45 CFR 164.514(b)(2)(i)(`);
    expect(JSON.stringify(receipt) + receiptText(receipt)).not.toContain(text);
    expect(await test_.database.query("select from course union all select from dataset")).toEqual([]);
  },
);

test("100,000 clean rows, their ids of every kind, give no alarm", async () => {
  const folder = packageFolder(
    files(
      (nth) => clinics[nth % clinics.length] ?? "",
      (nth) => ids[nth % ids.length]?.(nth) ?? "",
    ),
  );
  const receipt = await importPackage(test_.database, folder, { dryRun: true });
  expect(receipt.problems).toEqual([]);
  expect(receipt.files[0]).toMatchObject({ rows: ROWS, inserted: ROWS });
});

test.each<[string, readonly string[]]>([
  ["e-mail", ["ada@byron.co.uk", "<ada.b+x@ex-ample.org>"]],
  ["web address", ["www.x.org/a", "see clinic-north.com"]],
  ["IP address", ["10.0.0.1", "host 2001:db8::ff00:42:8329"]],
  ["social security number", ["078 05 1120", "SSN: 078-05-1120"]],
  ["record number", ["mrn:12345", "Acct No. 4471", "chart #A1234", "nhs 943 476"]],
  [
    "date",
    [
      ...["2024-03-14", "2024/3/4", "14.03.2024", "3-14-24", "14 March 2024", "March 14, 2024", "14-Mar-24"],
      ...[
        "20240314",
        "2024-03-14T10:30:00Z",
        "Mar 2024",
        "03/2024",
        "14. März 2024",
        "14 août 2024",
        "4th of July 2024",
      ],
    ],
  ],
  ["age over 89", ["aged 90", "101 y/o", "92yo", "age: 95"]],
  ["postcode", ["97201-1234", "OR 97201", "SW1A 1AA", "K1A 0B1", "97201"]],
  ["street address", ["1600 Pennsylvania Ave", "Hauptstraße 12", "12 rue de la Paix", "P.O. Box 77"]],
  ["phone number", ["+44 20 7946 0958", "503-555-0177", "555-0177", "030 123 45 67", "+1 (503) 555 0177"]],
  ["long number", ["1234567", "A12345678"]],
  ["person's name", ["Byron, Ada", "Prof Canary", "Frau Müller"]],
])("%s is recognised in its spellings", (name, texts) => {
  const detect = identifierDetector("text");
  for (const text of texts) {
    const { what } = detectors.find((detector) => detector.name === name) ?? {};
    expect([text, detect(text)?.rule ?? "nothing"]).toEqual([text, expect.stringContaining(what ?? "?")]);
  }
});

test.each(["key", "text", "code"] as const)("what is usual in a %s is left alone", (place) => {
  const detect = identifierDetector(place);
  const usual = {
    key: [
      "a1",
      "sub-MOA101",
      "12345678",
      "9f86d081884c7d65",
      "P-0001",
      "550e8400-e29b-41d4-a716-446655440000",
    ],
    text: [...clinics, "Clinic 1", "Site 104", "A/B", "1st floor", "may", "March unit", "Ward 7"],
    code: [
      "15/27",
      "120/80",
      "0.5",
      "1,75",
      "KETAMINE_IV",
      "ses-d10",
      "week 12",
      "0.123456789012",
      "1/2",
      "-14",
      "2023",
    ],
  };
  expect(usual[place].filter((text) => detect(text) !== null)).toEqual([]);
});
