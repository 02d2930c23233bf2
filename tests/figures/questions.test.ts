// What the figures of the Questions page say: their fixed groups, what of the page they set aside, what they are not.
import {
  figureById,
  questionFigures,
  type ExploreState,
  type Figure,
  type FigureId,
} from "@afterglow/shared";
import { notEstimable } from "./answers";
import { figureOf, results, stateOf } from "./ask";
import { suicidality, worsening } from "./questionAnswers";

const textOf = (figure: Figure) => figure.reading.map(({ text }) => text).join("");
const noteOf = (figure: Figure, name: string) => figure.notes.find((note) => note.name === name)?.text ?? "";
const free: ExploreState = { ...stateOf({}, "sex"), cohort: { sex: ["FEMALE"], courseNumber: ["FIRST"] } };
const variablesOf = (id: FigureId, state: ExploreState) => figureById(id)?.variables(state, "demo.3");

it.each([
  ["protocol-onset", { by: "PROTOCOL", where: { protocol: ["INTENSIVE", "STANDARD"] }, clock: "DAY" }],
  ["ect-sessions", { by: "MODALITY", where: { modality: ["KETAMINE_IV", "ECT"] }, clock: "SESSION" }],
  [
    "bipolar-safety",
    { by: "CONDITION", where: { condition: ["TRD", "MDD", "BIPOLAR"] }, together: ["TRD", "MDD"] },
  ],
  ["anxiety-durability", { by: "CONDITION", outcome: { measure: "OWN", response: "INSTRUMENT" } }],
] as const)("%s asks of its own groups, and keeps what else the page chose", (id, expected) => {
  const variables = variablesOf(id, { ...free, options: { ...free.options, clock: "SESSION" } });
  expect(variables).toMatchObject(expected);
  expect(variables).toMatchObject({ where: { sex: ["FEMALE"], courseNumber: "FIRST" } });
});

it("says which choices of the page it sets aside, and only those", () => {
  expect(figureOf("protocol-onset").definition).toContain("the page's choice of protocol is set aside here");
  expect(figureOf("ect-onset").definition).toContain(
    "the page's choice of modality and protocol is set aside here",
  );
  expect(figureOf("protocol-onset", free).definition).not.toContain("set aside");
  expect(variablesOf("ect-onset", stateOf())).not.toHaveProperty(["where", "protocol"]);
  expect(figureOf("ect-onset").caption.origin.find(({ name }) => name === "Cohort")?.text).not.toContain(
    "standard",
  );
});

it("reads both groups of a contrast at one time, and says that they were not drawn by lot", () => {
  const figure = figureOf("protocol-durability");
  expect(textOf(figure)).toMatch(
    /^At week 12, of 100 responders with an intensive induction \d+ were still in response \(95% interval, .*\); of 100 with a standard one, \d+/,
  );
  expect(noteOf(figure, "Not adjusted")).toContain("not assigned to a protocol by lot");
  expect(figure.caption.text).toContain("Not adjusted: patients were not assigned to a protocol by lot");
});

it("counts sessions, not infusions, where ECT is among the treatments", () => {
  expect(figureOf("ect-sessions").table.columns.map(({ header }) => header)).toContain("Session");
  expect(figureOf("infusions-to-response").table.columns.map(({ header }) => header)).toContain("Infusion");
});

it("calls the two unipolar conditions by one name, and puts bipolar first", () => {
  const { table, key } = figureOf("bipolar-safety");
  expect(table.rows.slice(0, 2).map(([term, group]) => [term?.text, group?.text])).toEqual([
    ["Hypomania or mania", "Bipolar depression"],
    ["Hypomania or mania", "Unipolar depression"],
  ]);
  expect(key.map(({ label }) => label)).toEqual(["Bipolar depression", "Unipolar depression"]);
});

it("says wherever the suicidality item goes that it is no assessment of risk", () => {
  const figure = figureOf("suicidality");
  const said = "not an assessment of risk";
  expect([textOf(figure), figure.caption.text].every((text) => text.includes(said))).toBe(true);
  expect(noteOf(figure, "Not a risk assessment")).toContain("nothing of the safety of any one patient");
});

it("does not take an item that was not derived for one that nobody has", () => {
  const none = { value: null, hidden: "NOT_ESTIMABLE" } as const;
  const share = { patients: none, share: notEstimable };
  const before = {
    ...suicidality,
    groups: suicidality.groups.map((group) => ({
      ...group,
      patients: none,
      visits: group.visits.map(({ visit }) => ({
        visit,
        scores: none,
        mean: notEstimable,
        none: share,
        worse: share,
      })),
    })),
  };
  const figure = figureOf("suicidality", stateOf(), { suicidality: before });
  expect(textOf(figure)).toBe("Not derived in this release: it was published before the item was derived.");
  expect(figure.table.rows.flat().some((cell) => cell.hidden)).toBe(false);
});

it("reads worsening and late response in the released numbers, and leaves out what is hidden", () => {
  expect(textOf(figureOf("worsening"))).toBe(
    "Of 100 patients with treatment-resistant depression, 8 were worse at a visit, 54 responded by week 4 and 17 only in weeks 6 to 12.",
  );
  const late = {
    ...worsening,
    groups: worsening.groups.map((group) => ({
      ...group,
      parts: group.parts.map((part) => (part.part === "LATER" ? { ...part, share: notEstimable } : part)),
    })),
  };
  expect(textOf(figureOf("worsening", stateOf(), { worsening: late }))).not.toContain("weeks 6 to 12");
});

it("gives every figure of the page its question, and its file a title that is its own", () => {
  const definitions = questionFigures;
  for (const { id, title, question } of definitions) {
    expect(question).toMatch(/\?$/);
    const figure = figureOf(id, stateOf(), results[id]);
    expect([figure.id, figure.title]).toEqual([id, title]);
  }
  expect(new Set(definitions.map(({ title }) => title)).size).toBe(definitions.length);
});
