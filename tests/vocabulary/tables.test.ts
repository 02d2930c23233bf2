// Every vocabulary table: codes and numbers unique and storable, nothing left without words or a source.
// The rules that work on the instruments are tested in endpointRules.test.ts.
import {
  ageBandByNumber,
  ageBands,
  answers,
  ascertainments,
  bandOf,
  bodySystems,
  changeCategories,
  conditionByCode,
  conditions,
  datasetKinds,
  endReasons,
  inSentence,
  instrumentByCode,
  instrumentByNumber,
  instruments,
  isCodeOf,
  maintenances,
  modalities,
  phases,
  priorTrialBands,
  protocols,
  psychotherapies,
  settings,
  severities,
  sexes,
  sideEffectActions,
  sideEffects,
  sideEffectSeverities,
  visits,
  YOUNGEST_AGE_YEARS,
  type Condition,
  type ConditionCode,
  type Entry,
} from "@afterglow/shared";

const tables: Record<string, readonly Entry[]> = {
  ageBands,
  answers,
  ascertainments,
  bodySystems,
  changeCategories,
  conditions,
  datasetKinds,
  endReasons,
  instruments,
  maintenances,
  modalities,
  phases,
  priorTrialBands,
  protocols,
  psychotherapies,
  settings,
  severities,
  sexes,
  sideEffectActions,
  sideEffects,
  sideEffectSeverities,
  visits,
};

describe.each(Object.entries(tables))("%s", (_name, table) => {
  test("codes are unique GraphQL enum values", () => {
    const codes = table.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(codes).not.toContain("UNKNOWN");
  });

  test("numbers are unique positive smallints; 0 stays free for UNKNOWN", () => {
    const numbers = table.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(Number.isInteger(number)).toBe(true);
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThanOrEqual(32767);
    }
  });

  test("labels tell entries apart, and every entry has a definition and a source", () => {
    expect(new Set(table.map(({ label }) => label)).size).toBe(table.length);
    expect(new Set(table.map(({ short }) => short)).size).toBe(table.length);
    for (const { label, short, definition, source } of table) {
      expect(label.trim()).toBe(label);
      expect(label).toMatch(/^[A-Z0-9]/);
      expect(short).not.toBe("");
      expect(definition.length).toBeGreaterThan(10);
      expect(definition.endsWith(".")).toBe(true);
      expect(source.length).toBeGreaterThan(10);
    }
  });
});

// Numbers are stored in published releases. A changed one here rewrites history: add, never renumber.
test("stored numbers stay what they were", () => {
  const numbersOf = (table: readonly Entry[]) => Object.fromEntries(table.map((e) => [e.code, e.number]));
  expect(
    Object.fromEntries(Object.entries(tables).map(([name, t]) => [name, numbersOf(t)])),
  ).toMatchSnapshot();
});

describe("conditions", () => {
  test("each names an instrument, and ICD-10-CM codes or why there are none", () => {
    for (const condition of conditions as readonly Condition[]) {
      expect(instruments.some(({ code }) => code === condition.ownInstrument)).toBe(true);
      for (const code of condition.icd10cm) expect(code).toMatch(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
      if (condition.icd10cm.length === 0) expect(condition.icd10cmNote).toMatch(/^No /);
    }
  });

  test("series 1 to 7 belong to one condition each; 8 is any other", () => {
    const bySeries = (wanted: number) =>
      conditions.filter(({ series }) => series === wanted).map(({ code }) => code);
    expect([1, 2, 3, 4, 5, 6, 7].map(bySeries)).toEqual([
      ["TRD"],
      ["BIPOLAR"],
      ["PTSD"],
      ["OCD"],
      ["GAD"],
      ["SOCIAL_ANXIETY"],
      ["MDD"],
    ]);
    expect(bySeries(8)).toEqual(["PANIC", "ILLNESS_ANXIETY", "HEALTHY_CONTROL"]);
  });
});

describe("instruments", () => {
  test.each(instruments.map((instrument) => [instrument.code]))(
    "%s: bands, cut-offs and items agree",
    (code) => {
      const { bands, min, max, caseness, remission, higherIsBetter, ...rest } = instrumentByCode(code);
      expect(min).toBe(0);
      const scores = Array.from({ length: max - min + 1 }, (_, i) => min + i);
      for (const score of scores) {
        const holding = bands.filter(({ from, to }) => from <= score && score <= to);
        expect(holding).toHaveLength(1);
        const isCase = caseness !== null && (higherIsBetter ? score <= caseness : score >= caseness);
        expect(holding[0]?.severity === "BELOW_CASENESS").toBe(!isCase);
      }
      expect(bands[0]?.from).toBe(min);
      expect(bands.at(-1)?.to).toBe(max);
      expect(new Set(bands.map(({ label }) => label)).size).toBe(bands.length);
      // Severity never falls as the burden rises.
      const rank = (severity: string) => severities.find((s) => s.code === severity)?.number ?? NaN;
      const ranks = bands.map(({ severity }) => rank(severity));
      const rising = higherIsBetter ? ranks.reverse() : ranks;
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      // Nobody is a case and in remission at once.
      if (remission !== null && caseness !== null) {
        expect(higherIsBetter ? remission - caseness : caseness - remission).toBeGreaterThan(0);
      }
      expect(rest.smallestImportantChange).toBeGreaterThan(0);
      expect(rest.smallestImportantChange).toBeLessThanOrEqual(max / 2);
      expect(rest.thresholdsSource.length).toBeGreaterThan(20);
      if (rest.suicidalityItem !== null) expect(rest.suicidalityItem.item).toBeLessThanOrEqual(rest.items);
      const sizes = rest.response.kind === "share" ? rest.response.percent : rest.response.points;
      expect(Number.isInteger(sizes)).toBe(true);
      for (const loinc of Object.values(rest.loinc))
        if (loinc !== null) expect(loinc).toMatch(/^\d{4,6}-\d$/);
    },
  );

  test("the PHQ-9 codes are not confused", () => {
    const { loinc } = instrumentByCode("PHQ9");
    expect(loinc).toEqual({ total: "44261-6", suicidalityItem: "44260-8", panel: "44249-1" });
  });

  // LOINC's own check digit: mod 10, doubled from the right.
  test("every LOINC code has its check digit", () => {
    for (const { loinc } of instruments) {
      for (const code of Object.values(loinc) as (string | null)[]) {
        if (code === null) continue;
        const [body = "", check] = code.split("-");
        const sum = [...body].reverse().reduce((total, digit, i) => {
          const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
          return total + (value > 9 ? value - 9 : value);
        }, 0);
        expect((10 - (sum % 10)) % 10).toBe(Number(check));
      }
    }
  });
});

describe("bands of age and prior trials", () => {
  test("ages 18 to 90 and trials from 0 up fall in one band each", () => {
    for (let age = YOUNGEST_AGE_YEARS; age <= 90; age++) {
      expect(ageBands.filter(({ from, to }) => from <= age && (to === null || age <= to))).toHaveLength(1);
    }
    expect(bandOf(ageBands, 17)).toBeNull();
    expect([18, 29, 30, 69, 70, 90].map((age) => bandOf(ageBands, age)?.number)).toEqual([1, 1, 2, 5, 6, 6]);
    const trials = [0, 1, 2, 3, 4, 5, 40].map((n) => bandOf(priorTrialBands, n)?.number);
    expect(trials).toEqual([1, 1, 2, 3, 3, 4, 4]);
  });
});

test("side effects stand grouped by body system, in the order of the systems", () => {
  const places = sideEffects.map(({ bodySystem }) =>
    bodySystems.findIndex(({ code }) => code === bodySystem),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("look-ups find, and refuse a stranger without repeating it", () => {
  expect(conditionByCode("PTSD").ownInstrument).toBe("PCL5");
  expect(instrumentByNumber(16).short).toBe("WHO-5");
  expect(ageBandByNumber(6).short).toBe("70+");
  expect(() => conditionByCode("GOUT" as ConditionCode)).toThrow("Unknown condition code");
  expect(() => instrumentByNumber(99)).toThrow("Unknown instrument number");
  expect(isCodeOf(conditions, "OCD")).toBe(true);
  expect(isCodeOf(conditions, "toString")).toBe(false);
});

test.each([
  ["Treatment-resistant depression", "treatment-resistant depression"],
  ["Ketamine IV", "ketamine IV"],
  ["ECT course, 6 to 12", "ECT course, 6 to 12"],
  ["Standard, 5 to 8 in 28 days", "standard, 5 to 8 in 28 days"],
  ["PTSD", "PTSD"],
])("inside a sentence: %s", (label, expected) => expect(inSentence(label)).toBe(expected));
