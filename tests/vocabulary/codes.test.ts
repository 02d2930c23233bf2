// The code lists of records: each code is written as its system writes codes, means one thing, and what is often
// confused is told apart.
import {
  codeSystemOf,
  codeSystemOfOmop,
  codeSystems,
  conditionCodes,
  conditionOf,
  conditionOfIcd10cm,
  isNotGivenInOmop,
  instrumentByCode,
  itemScorings,
  ketamineRoutes,
  loincAnswers,
  loincItems,
  loincMeaning,
  sexOfOmop,
  sideEffectCodes,
  treatmentCodes,
  treatmentOf,
  type InstrumentCode,
} from "@afterglow/shared";

const forms: Record<string, RegExp> = {
  LOINC: /^\d{4,6}-\d$/,
  SNOMED: /^\d{6,18}$/,
  RXNORM: /^\d{3,8}$/,
  ATC: /^[A-Z]\d{2}[A-Z]{2}\d{2}$/,
  CPT: /^\d{5}$/,
  HCPCS: /^[A-Z]\d{4}$/,
  ICD10CM: /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/,
  ICD10PCS: /^[0-9A-Z]{7}$/,
};

/** The check digit of SNOMED CT: Verhoeff's. */
function holdsVerhoeff(code: string): boolean {
  const rotate = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const permuted = (digit: number, times: number): number =>
    times === 0 ? digit : permuted(rotate[digit] ?? 0, times - 1);
  const dihedral = (a: number, b: number) =>
    a < 5 ? (b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5)) : b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
  return (
    [...code].reverse().reduce((sum, digit, at) => dihedral(sum, permuted(Number(digit), at % 8)), 0) === 0
  );
}

/** The check digit of LOINC: mod 10. */
function holdsMod10(code: string): boolean {
  const [number = "", check = ""] = code.split("-");
  const digits = [...number].reverse().map(Number);
  const doubled = digits.map((digit, at) => (at % 2 === 0 ? digit * 2 : digit));
  const sum = doubled.reduce((total, part) => total + Math.floor(part / 10) + (part % 10), 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

test("a check of check digits that can fail", () => {
  expect([holdsVerhoeff("373464007"), holdsVerhoeff("373464008")]).toEqual([true, false]);
  expect([holdsMod10("44261-6"), holdsMod10("44261-7")]).toEqual([true, false]);
});

test("codes are written as their system writes them, and stand once", () => {
  const all = [...treatmentCodes, ...ketamineRoutes, ...conditionCodes, ...sideEffectCodes];
  for (const { system, code } of all) {
    expect(code).toMatch(forms[system] ?? /$^/);
    if (system === "SNOMED") expect({ code, holds: holdsVerhoeff(code) }).toEqual({ code, holds: true });
  }
  expect(new Set(all.map(({ system, code }) => `${system} ${code}`)).size).toBe(all.length);
  for (const code of Object.values(loincItems).flat())
    expect({ code, holds: holdsMod10(code) }).toEqual({ code, holds: true });
  for (const code of loincAnswers.keys()) expect(code).toMatch(/^LA\d{4,5}-\d$/);
  for (const { uris, code } of codeSystems) for (const uri of uris) expect(codeSystemOf(uri)).toBe(code);
});

test("a questionnaire has a code for each item, and its item about suicide is one of them", () => {
  for (const [code, items] of Object.entries(loincItems)) {
    const instrument = instrumentByCode(code as InstrumentCode);
    expect(items).toHaveLength(itemScorings[instrument.code].answers.length);
    const { suicidalityItem, loinc } = instrument;
    if (suicidalityItem) expect(items[suicidalityItem.item - 1]).toBe(loinc.suicidalityItem);
  }
});

test("item 9 is no total, and a panel is neither", () => {
  expect(loincMeaning("44261-6")).toEqual({ instrument: "PHQ9", part: "TOTAL" });
  expect(loincMeaning("44260-8")).toEqual({ instrument: "PHQ9", part: 9 });
  expect(loincMeaning("44249-1")).toEqual({ instrument: "PHQ9", part: "PANEL" });
  expect(loincMeaning("8480-6")).toBeUndefined();
});

test.each([
  ["F33.2", "MDD"],
  ["F322", "MDD"],
  ["f32.9", "MDD"],
  ["F32.81", undefined],
  ["F31.81", "BIPOLAR"],
  ["F31.2", undefined],
  ["F43.12", "PTSD"],
  ["F43.2", undefined],
  ["F42.3", undefined],
  ["F40.01", "PANIC"],
  ["F40.11", "SOCIAL_ANXIETY"],
])("%s is %s", (code, condition) => {
  expect(conditionOfIcd10cm(code)).toBe(condition);
});

test("a code is only known in its own system", () => {
  expect(treatmentOf("RXNORM", "6130")).toBe("KETAMINE");
  expect(treatmentOf("SNOMED", "6130")).toBeUndefined();
  expect(conditionOf("SNOMED", "47505003")).toBe("PTSD");
  expect(conditionOf("ICD10CM", "47505003")).toBeUndefined();
  for (const { omop, code } of codeSystems) expect(codeSystemOfOmop(omop)).toBe(code);
  expect(codeSystemOfOmop("RXNORM")).toBeUndefined();
});

test("of OMOP's own vocabularies a sex that is unknown is none, and a record of what was given no order", () => {
  expect(["F", "M", "O", "U", ""].map(sexOfOmop)).toEqual(["FEMALE", "MALE", "OTHER", undefined, undefined]);
  expect(["OMOP4976911", "OMOP4976906", "OMOP4976890", "OMOP4976891"].map(isNotGivenInOmop)).toEqual([
    ...[true, true, false, false],
  ]);
});
