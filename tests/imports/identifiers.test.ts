// Identifiers at the door: how each is recognised. One planted among many rows, and as many without one, are in
// plantedIdentifiers.fault.test.ts.
import { identifierDetector } from "../../server/src/imports/detectIdentifier";
import { detectors } from "../../server/src/imports/identifierDetectors";
import { clinics } from "./manyCourses";

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
