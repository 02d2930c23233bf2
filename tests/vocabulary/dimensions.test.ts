// The dimensions and their categories: names that GraphQL and an address can carry, UNKNOWN last.
import {
  clinicCategory,
  dimensionByEnumName,
  dimensionByName,
  dimensions,
  isDimensionName,
  startYearCategory,
  type CategoryCode,
  type Dimension,
} from "@afterglow/shared";

const all = dimensions as readonly Dimension[];

test("in order of importance, the clinic last", () => {
  expect(all.map(({ name }) => name)).toEqual([
    "condition",
    "modality",
    "protocol",
    "psychotherapy",
    "maintenance",
    "severity",
    "age",
    "sex",
    "priorTrials",
    "priorEct",
    "antidepressant",
    "benzodiazepine",
    "moodStabiliser",
    "setting",
    "courseNumber",
    "startYear",
    "clinic",
  ]);
});

test("the enum name is the field name in capitals", () => {
  for (const { name, enumName } of all) {
    expect(enumName).toBe(name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
    expect(dimensionByName(name).enumName).toBe(enumName);
    expect(dimensionByEnumName(enumName).name).toBe(name);
  }
  expect(isDimensionName("priorEct")).toBe(true);
  expect(isDimensionName("PRIOR_ECT")).toBe(false);
});

test("grammars are as the contract has them", () => {
  const of = (grammar: string) => all.filter((d) => d.grammar === grammar).map(({ name }) => name);
  expect(of("range")).toEqual(["severity", "age", "priorTrials", "startYear"]);
  expect(of("one")).toEqual(["courseNumber", "clinic"]);
});

test.each(all.map((dimension) => [dimension.name, dimension] as const))("%s", (name, dimension) => {
  expect(dimension.definition.endsWith(".")).toBe(true);
  if (dimension.categories === null) {
    expect(["startYear", "clinic"]).toContain(name);
    return;
  }
  const { categories } = dimension;
  for (const key of ["code", "url", "number", "label"] as const) {
    expect(new Set(categories.map((category) => category[key])).size).toBe(categories.length);
  }
  for (const { code, url, number } of categories) {
    expect(code).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(url).toMatch(/^[A-Z0-9_+-]+$/); // a comma would split it
    if (name !== "age") expect(url).toBe(code);
    expect(number).toBeLessThanOrEqual(32767);
    expect(number === 0).toBe(code === "UNKNOWN");
  }
  expect(categories.at(-1)?.code).toBe(name === "courseNumber" ? "THIRD" : "UNKNOWN");
});

test("ages have the address form of the contract", () => {
  const urls = dimensionByName("age").categories?.map(({ code, url }) => `${code} ${url}`);
  expect(urls).toEqual([
    "AGE_18_29 18-29",
    "AGE_30_39 30-39",
    "AGE_40_49 40-49",
    "AGE_50_59 50-59",
    "AGE_60_69 60-69",
    "AGE_70_PLUS 70+",
    "UNKNOWN UNKNOWN",
  ]);
});

test("years and clinics make their own categories", () => {
  expect(startYearCategory(2021)).toMatchObject({ code: "2021", number: 2021, label: "2021" });
  expect(clinicCategory(3)).toMatchObject({ code: "3", url: "3", number: 3, label: "Clinic 3" });
  expect(startYearCategory(0).code).toBe("UNKNOWN");
  expect(clinicCategory(0).code).toBe("UNKNOWN");
});

test("category codes are types", () => {
  const condition: CategoryCode<"condition"> = "TRD";
  const age: CategoryCode<"age"> = "AGE_30_39";
  const year: CategoryCode<"startYear"> = "2021";
  // @ts-expect-error an unknown category does not compile
  const wrong: CategoryCode<"condition"> = "GOUT";
  expect([condition, age, year, wrong]).toHaveLength(4);
});
