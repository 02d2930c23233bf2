// What the session profile and the cost figure say, and do not say: of older releases, of hidden numbers, of prices that
// are made up, of months that maintenance may have lengthened.
import { lightInk, type Cost, type ExploreState, type Figure, type SessionProfile } from "@afterglow/shared";
import { hiddenEstimate, provenance } from "./answers";
import { figureOf, stateOf } from "./ask";
import { cost, sessionProfile } from "./sessionAnswers";

const textOf = (figure: Figure) => figure.reading.map(({ text }) => text).join("");
const noteOf = (figure: Figure, name: string) => figure.notes.find((note) => note.name === name)?.text ?? "";
const costFigure = (state: ExploreState, result: Cost = cost, from = provenance) =>
  figureOf("cost", state, { cost: result }, from);

it("says of an older release that it has no such numbers, and that they are not hidden", () => {
  const older = [
    figureOf("session-profile", stateOf(), { sessionProfile: { ...sessionProfile, derived: false } }),
    costFigure(stateOf(), { ...cost, derived: false }),
  ];
  for (const figure of older) {
    expect(textOf(figure)).toMatch(/^This release was published before releases described sessions/);
    expect(figure.notes.map(({ name }) => name)).toEqual(["Missing"]);
  }
});

it("reads a session and a responder in the released numbers", () => {
  expect(textOf(figureOf("session-profile"))).toBe(
    "Patients with treatment-resistant depression: a session took 40 minutes (95% interval, 39 to 41) and recovery 67 more. Systolic pressure went from 123 to 136 mmHg at its peak. An ECG was done in 10 of 100 sessions.",
  );
  expect(textOf(costFigure(stateOf()))).toMatch(
    /^Among patients with treatment-resistant depression, induction cost 5,0\d0 US dollars for each responder \(95% interval, .*\); with the 26 weeks after it, a month in response cost 1,8\d0\.$/,
  );
});

it("holds months in response against the cost that they may be owed to, and says which", () => {
  const censored: Cost = { ...cost, monthsCostOf: "INDUCTION" };
  const state = stateOf();
  const relapse = { ...state, outcome: { ...state.outcome, relapse: "RELAPSE" as const } };
  expect(noteOf(costFigure(state), "Per month in response")).toContain(
    "the cost of induction and the 26 weeks after it of the same patients",
  );
  const figure = costFigure(relapse, censored);
  expect(noteOf(figure, "Per month without relapse")).toMatch(
    /^the cost of induction of the same patients, over the months that responders stayed without relapse without maintenance/,
  );
  expect(textOf(figure)).toContain("a month without relapse before any maintenance cost");
});

it("warns of groups that are formed by what was given later", () => {
  expect(noteOf(costFigure(stateOf({}, "maintenance")), "Groups")).toContain("too low");
  expect(noteOf(costFigure(stateOf()), "Groups")).toBe("");
});

it("says US dollars and made-up prices where they are, and not of real data", () => {
  const { release } = provenance;
  const trial = {
    ...provenance,
    release: { ...release, dataset: { ...release.dataset, kind: "TRIAL", title: "Trial" } },
  };
  expect(costFigure(stateOf()).definition).toBe(
    "What sessions cost, in US dollars as the clinics state them; the prices are synthetic",
  );
  expect(costFigure(stateOf()).caption.text).toContain("synthetic prices");
  const real = costFigure(stateOf(), cost, trial);
  expect(`${real.definition} ${real.caption.text} ${noteOf(real, "Synthetic")}`).not.toMatch(/synthetic/i);
});

it("joins before and peak, both with their intervals, and nothing where one is hidden", () => {
  const figure = figureOf("session-profile");
  const chart = figure.charts.find(({ id }) => id === "session-systolic");
  const setsOf = (one: typeof chart) => one?.configure(lightInk, 400).data.datasets ?? [];
  // Peak, hollow point and interval of six groups; the seventh is hidden.
  expect(setsOf(chart)).toHaveLength(18);
  const hidden: SessionProfile = {
    ...sessionProfile,
    groups: sessionProfile.groups.map((group) => ({
      ...group,
      vitals: group.vitals.map((each) => ({ ...each, before: hiddenEstimate, peak: hiddenEstimate })),
    })),
  };
  const none = figureOf("session-profile", stateOf(), { sessionProfile: hidden });
  expect(setsOf(none.charts.find(({ id }) => id === "session-systolic"))).toEqual([]);
  expect(textOf(none)).not.toContain("mmHg");
});

it("shows of side effects the one that is chosen", () => {
  const figure = figureOf("session-profile", stateOf({ effect: "NAUSEA" }));
  expect(figure.charts.at(-1)?.title).toBe("Nausea until gone, minutes");
  expect(figure.table.rows.filter((row) => row[1]?.text === "Nausea until gone")).toHaveLength(7);
});
