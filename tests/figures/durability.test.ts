// Durability by its other rules: what is drawn, said and written where maintenance competes, where drop-outs count as
// losses, and where the clock of groups by maintenance starts at a landmark; and the warning where that is not so.
import { parse } from "csv-parse/sync";
import {
  defaultOptions,
  exploreFromSearch,
  exploreToSearch,
  lightInk,
  type ExploreState,
  type Figure,
  type TimeToEvent,
} from "@afterglow/shared";
import { figureCsv, figureJson } from "@afterglow/server/src/figures/figureFile";
import { provenance } from "./answers";
import { figureOf, stateOf } from "./ask";
import { byLandmark, competing, competingOfAll, durability, relapsed } from "./curveAnswers";
import { wordsOf } from "./drawnWords";

const readingOf = (figure: Figure): string => figure.reading.map(({ text }) => text).join("");
const noteOf = (figure: Figure, name: string): string =>
  figure.notes.find((note) => note.name === name)?.text ?? "";

function built(result: TimeToEvent, by: ExploreState["by"] = "condition", more: Partial<ExploreState> = {}) {
  const state = { ...stateOf({}, by), ...more };
  const maintenance = result.method === "AALEN_JOHANSEN" ? "COMPETING" : "IGNORED";
  return figureOf(
    "durability",
    { ...state, outcome: { ...state.outcome, maintenance } },
    { durability: result },
  );
}

const variants = {
  "competing by condition": () => built(competing),
  "competing, everyone": () => built(competingOfAll, null),
  "drop-outs as losses": () => built(relapsed),
  "by maintenance from the landmark": () => built(byLandmark, "maintenance"),
};

it.each(Object.entries(variants))("%s: draws the same words as before", async (_, build) => {
  expect((await wordsOf(build())).words).toMatchSnapshot();
});

it.each(Object.entries(variants))(
  "%s: the plot, the table and the CSV carry the same numbers",
  (_, build) => {
    const figure = build();
    const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
    const table = new Set(figure.table.rows.flat().map(({ value }) => value));
    const plotted = figure.charts.flatMap((chart) =>
      chart
        .configure(lightInk, 560)
        .data.datasets.flatMap(({ data }) => data.map((point) => (point as { y: number }).y)),
    );
    expect(plotted.filter((share) => !table.has(rounded(share * 100)))).toEqual([]);
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
    const rows: string[][] = parse(figureCsv(figure, provenance), { comment: "#", comment_no_infix: true });
    expect(rows).toHaveLength(figure.table.rows.length + 1);
  },
);

it("says how many lost response and how many had maintenance first", () => {
  expect(readingOf(built(competingOfAll, null))).toMatch(
    /^By week 12, of all responders, \d\d in 100 had lost response and \d\d in 100 had received maintenance first\.$/,
  );
  const grouped = readingOf(built(competing));
  expect(grouped).toContain("of responders with treatment-resistant depression, ");
  expect(grouped).toMatch(/Responders with bipolar depression: \d\d and \d\d\.$/);
});

it("draws the second curve beside one group alone, and gives all groups its row and its place in the table", () => {
  const sets = (figure: Figure) =>
    figure.charts.flatMap((chart) => chart.configure(lightInk, 560).data.datasets.map(({ label }) => label));
  expect(sets(built(competingOfAll, null))).toContain("All patients, Maintenance first");
  const grouped = built(competing);
  expect(sets(grouped).filter((label) => label?.includes("Maintenance"))).toEqual([]);
  const statistics = new Set(grouped.table.rows.map(([, statistic]) => statistic?.text));
  expect(statistics).toContain("Maintenance first, %, at a landmark");
  expect(grouped.table.columns.at(-1)?.header).toBe("Maintenance first so far");
});

it("names the estimate, and that 1 minus Kaplan-Meier is not shown", () => {
  const figure = built(competing);
  expect(figure.caption.text).toContain("Aalen-Johansen cumulative incidence");
  expect(figure.caption.text).not.toContain("Kaplan-Meier estimates");
  expect(noteOf(figure, "Method")).toMatch(/1 minus Kaplan-Meier .* not shown/);
  expect(figure.caption.origin.find(({ name }) => name === "Outcome")?.text).toContain(
    "Maintenance sessions a competing event",
  );
});

it("has drop-outs both ways side by side, and says so in reading, notes, caption and origin", () => {
  const figure = built(relapsed);
  expect(readingOf(figure)).toMatch(
    /Drop-outs count as having the event; with them censored it would be \d\d and \d\d\.$/,
  );
  expect(noteOf(figure, "Drop-outs")).toContain("on that visit's target day");
  expect(figure.caption.text).toContain("Drop-outs counted as having the event");
  expect(figure.caption.origin.find(({ name }) => name === "Outcome")?.text).toContain("Drop-outs counted");
  const rows = figure.table.rows.filter(([, statistic]) =>
    statistic?.text.endsWith("with drop-outs censored"),
  );
  expect(rows).toHaveLength(4 * relapsed.groups.length);
  expect(noteOf(built(durability), "Drop-outs")).toBe("");
});

it("starts the clock of groups by maintenance at the landmark, explains it, and needs no warning", () => {
  const figure = built(byLandmark, "maintenance");
  expect(figure.warning).toBeUndefined();
  expect(noteOf(figure, "Clock")).toMatch(/6 weeks after time zero \(landmark\).*immortal time/);
  expect(readingOf(figure)).toMatch(/^Of responders without maintenance by week 6, /);
  expect(figure.charts[0]?.configure(lightInk, 560).options?.scales?.["x"]).toMatchObject({ max: 26 });
});

it("warns where patients are grouped or chosen by maintenance that came later, in every file", async () => {
  const chosen = { cohort: { ...stateOf().cohort, maintenance: ["NONE"] } } as const;
  const whole: TimeToEvent = { ...durability, method: "KAPLAN_MEIER", fromDay: 0, dropouts: "CENSORED" };
  const figures = [
    [built(whole, "maintenance"), "Patients are grouped by what happened later."],
    [built(whole, "condition", chosen), "Patients are chosen by what happened later."],
    [built(byLandmark, "maintenance", chosen), "Patients are chosen by what happened later."],
    [built(whole, "maintenance", chosen), "Patients are grouped and chosen by what happened later."],
    ...(["onset", "trajectory", "cost"] as const).map(
      (id) =>
        [figureOf(id, stateOf({}, "maintenance")), "Patients are grouped by what happened later."] as const,
    ),
  ] as const;
  for (const [figure, says] of figures) {
    expect(figure.warning).toMatch(new RegExp(`^${says}.*immortal time`));
    expect(figureCsv(figure, provenance)).toContain(`# Warning: ${says}`);
    expect(JSON.parse(figureJson(figure, provenance, {}))).toMatchObject({ warning: figure.warning });
    expect((await wordsOf(figure)).words.join(" ")).toContain("Warning: patients are");
  }
  for (const figure of [built(whole), figureOf("onset"), figureOf("trajectory"), figureOf("cost")]) {
    expect(figure.warning).toBeUndefined();
    expect(figureCsv(figure, provenance)).not.toContain("Warning");
  }
});

it("keeps rule, drop-outs and grouping in the address, beside the dimension of the same name", () => {
  const search = "maintenance=NONE,COMPETING&dropouts=RELAPSED&maintained=WHOLE_COURSE&by=maintenance";
  const state = exploreFromSearch(new URLSearchParams(search), ["PHQ9"]);
  expect(state.outcome.maintenance).toBe("COMPETING");
  expect(state.cohort.maintenance).toEqual(["NONE"]);
  expect(state.options).toEqual({ ...defaultOptions, dropouts: "RELAPSED", maintained: "WHOLE_COURSE" });
  const again = exploreToSearch(state, ["PHQ9"]);
  expect(exploreFromSearch(again, ["PHQ9"])).toEqual(state);
  const refused = (words: string) => () => exploreFromSearch(new URLSearchParams(words), ["PHQ9"]);
  expect(refused("dropouts=IGNORED")).toThrow(/dropouts/);
  expect(refused("maintenance=CENSORED,COMPETING")).toThrow(/maintenance.*one rule/);
});

it("is written as a vector where both curves are drawn", async () => {
  const { svg } = await wordsOf(built(competingOfAll, null));
  expect(svg).not.toMatch(/<image|<text/);
});
