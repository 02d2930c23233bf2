// The words of figures: sentences of cohorts, numbers, provenance, colours that belong to categories.
import {
  citationOf,
  cohortClauses,
  cohortSentence,
  markOf,
  numberText,
  textColourOf,
  lightInk,
  type Cohort,
} from "@afterglow/shared";
import { provenance, shown, tooFew } from "./answers";
import { figureOf, stateOf } from "./ask";

const first = { courseNumber: ["FIRST"] } as const;

it.each<[string, Cohort]>([
  ["Patients with any condition, given any treatment, first course", first],
  [
    "Patients with treatment-resistant depression, given ketamine IV under the standard protocol, first course",
    { ...first, condition: ["TRD"], modality: ["KETAMINE_IV"], protocol: ["STANDARD"] },
  ],
  [
    "Patients with PTSD or OCD, aged 30 to 49, first course".replace(
      "PTSD or OCD",
      "post-traumatic stress disorder or obsessive-compulsive disorder, given any treatment",
    ),
    { ...first, condition: ["PTSD", "OCD"], age: ["AGE_30_39", "AGE_40_49"] },
  ],
  [
    "Patients with any condition, given any treatment, aged 60 and over, sex: female, first course",
    { ...first, sex: ["FEMALE"], age: ["AGE_60_69", "AGE_70_PLUS"] },
  ],
])("says a cohort: %s", (sentence, cohort) => expect(cohortSentence(cohort)).toBe(sentence));

it("says the number of patients first, and hides it by the profile's own number", () => {
  expect(cohortClauses(first, shown(2345), 11)[0]).toEqual({
    before: "",
    text: "2,345 patients",
    dimension: null,
  });
  expect(cohortClauses(first, tooFew, 11)[0]?.text).toBe("Fewer than 11 patients");
  expect(cohortClauses(first, tooFew, 5)[0]?.text).toBe("Fewer than 5 patients");
  expect(cohortClauses(first, shown(1), 5)[0]?.text).toBe("1 patient");
});

it("names the dimension of every clause", () => {
  const cohort: Cohort = { ...first, condition: ["TRD", "PTSD", "OCD"], protocol: ["STANDARD"] };
  const clauses = cohortClauses(cohort, shown(100), 11);
  expect(clauses.map(({ dimension }) => dimension)).toEqual([
    null,
    "condition",
    "modality",
    "protocol",
    "courseNumber",
  ]);
  expect(clauses[1]?.text).toBe("one of three conditions");
});

it("reads onset and durability in the released numbers", () => {
  const text = (id: "onset" | "durability") =>
    figureOf(id)
      .reading.map((word) => word.text)
      .join("");
  expect(text("onset")).toMatch(
    /^Half of patients with treatment-resistant depression had responded by day 22/,
  );
  expect(text("durability")).toMatch(
    /^Of responders with treatment-resistant depression, \d\d in 100 were still/,
  );
});

it("sets numbers with separators and a true minus, and never a minus zero", () => {
  expect([numberText(12345), numberText(-2.46, 1), numberText(-0.01, 1)]).toEqual(["12,345", "−2.5", "0.0"]);
});

it("cites the release with number, day and checksum", () => {
  expect(citationOf(provenance)).toBe(
    "Demo registry (synthetic), release 3, 2 March 2026, demo.3, checksum 9f2c 41d7. Afterglow demo registry, synthetic patients. Computed with Afterglow 0.1.",
  );
});

it("gives a condition its own colour and dash, whatever else is drawn", () => {
  expect(markOf("condition", "TRD")).toEqual({ palette: "series", step: 0, dash: 0 });
  expect(markOf("condition", "MDD")).toEqual({ palette: "series", step: 6, dash: 6 });
  expect(textColourOf(lightInk, markOf("condition", "PTSD"))).toBe("#0F5E4A");
  expect(markOf("sex", "MALE")).toEqual({ palette: "series", step: 1, dash: 1 });
  expect(markOf("severity", "SEVERE")).toEqual({ palette: "heat", step: 6, dash: 3 });
  expect(markOf("age", "UNKNOWN")).toEqual({ palette: "series", step: 7, dash: 7 });
  expect(markOf(null, "ALL").palette).toBe("whole");
});

it("reads the missing data: how many came, and a response by each way that is shown", () => {
  const words = figureOf("missing-data")
    .reading.map(({ text }) => text)
    .join("");
  expect(words).toBe(
    "Of 100 patients with treatment-resistant depression whose score was expected at week 4, 66 have one. 52 in 100 had responded among those seen, 34 in 100 if nobody missing had and 47 in 100 if each stayed as last seen.",
  );
});

it.each([
  ["RATES", /^Wilson .* t intervals/, true],
  ["INFUSION", /^Wilson [^t]*intervals from the counts shown\.$/, true],
  ["RESOLUTION", /median and quartiles/, true],
  ["VITALS", /^Rise: .* t intervals/, false],
] as const)("says of side effects, view %s, the method of what is drawn", (harms, method, ascertained) => {
  const { notes } = figureOf("side-effects", stateOf({ harms }));
  expect(notes.find(({ name }) => name === "Method")?.text).toMatch(method);
  expect(notes.some(({ name }) => name === "Ascertained")).toBe(ascertained);
});

it("draws times to resolution from the power of ten under the shortest", () => {
  const [chart] = figureOf("side-effects", stateOf({ harms: "RESOLUTION" })).charts;
  const axis = chart?.configure(lightInk, 320).options?.scales?.["x"] as { min: number; max: number };
  expect([axis.min, axis.max]).toEqual([10, 100]);
});
