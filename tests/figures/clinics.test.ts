// The funnel plot: its points are those of the table and have no name, its shapes say where they lie, and it says in
// words what is shown, hidden and not estimable.
import { createCanvas } from "@napi-rs/canvas";
import { lightInk, type Clinics, type Figure, type FigureChart } from "@afterglow/shared";
import { drawFigure } from "@afterglow/server/src/figures/drawFigure";
import { figureCsv } from "@afterglow/server/src/figures/figureFile";
import { provenance, hiddenEstimate, notEstimable, tooFew } from "./answers";
import { figureOf, stateOf } from "./ask";
import { clinics } from "./clinicAnswers";

const of = (result: Clinics): Figure => figureOf("clinics", stateOf({}, null), { clinics: result });
const textOf = (figure: Figure) => figure.reading.map(({ text }) => text).join("");
const noteOf = (figure: Figure, name: string) => figure.notes.find((note) => note.name === name)?.text;

interface DrawnSet {
  label: string;
  data: { x: number; y: number }[];
  showLine?: boolean;
  pointStyle?: string;
  borderDash?: number[];
}
const setsOf = (chart: FigureChart | undefined): DrawnSet[] =>
  (chart?.configure(lightInk, 540).data.datasets ?? []) as unknown as DrawnSet[];
const pointsOf = (chart: FigureChart | undefined) =>
  setsOf(chart).filter(({ showLine }) => showLine !== true);

interface Words {
  fillText(text: string, x: number, y: number): void;
}

/** What is written on the sheet. */
async function wordsOf(figure: Figure): Promise<string[]> {
  const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext("2d")) as Words;
  const spy = jest.spyOn(prototype, "fillText");
  await drawFigure(figure, "svg");
  const words = spy.mock.calls.map(([text]) => text);
  spy.mockRestore();
  return words;
}

const nothing: Clinics = {
  ...clinics,
  points: [],
  limits: [],
  unadjusted: { phi: hiddenEstimate, widened: [] },
  adjusted: { phi: hiddenEstimate, widened: [] },
};
const notAdjusted: Clinics = {
  ...clinics,
  points: clinics.points.map((point) => ({
    ...point,
    expected: notEstimable,
    adjusted: notEstimable,
    adjustedPlace: null,
  })),
  adjusted: { phi: notEstimable, widened: [] },
};

it("draws the points of the table, each by where it lies", () => {
  const figure = of(clinics);
  const [share, adjusted] = [2, 10].map((column) =>
    figure.table.rows.map((row) => [row[0]?.value, Number(row[column]?.value).toFixed(2)]),
  );
  for (const [index, expected] of [share, adjusted].entries()) {
    const drawn = pointsOf(figure.charts[index]).flatMap(({ data }) =>
      data.map(({ x, y }) => [x, (100 * y).toFixed(2)]),
    );
    expect(drawn.toSorted()).toEqual(expected?.toSorted());
  }
  const shapes = pointsOf(figure.charts[0]).map(({ pointStyle, data }) => [pointStyle, data.length]);
  expect(shapes).toEqual([
    ["circle", 6],
    ["rectRot", 1],
    ["triangle", 1],
  ]);
  expect(figure.table.rows.map((row) => row[11]?.value)).toEqual(
    clinics.points.map(
      ({ place }) =>
        `${place === "OUTSIDE_998" ? "outside" : "within"} ${place === "WITHIN_95" ? "95%" : "99.8%"}`,
    ),
  );
});

it("draws dashed limits only beside clinics that differ by more than chance, and says by how much", () => {
  const figure = of(clinics);
  const dashed = figure.charts.map(
    (chart) => setsOf(chart).filter(({ borderDash }) => (borderDash ?? []).length > 0).length,
  );
  expect(dashed).toEqual([4, 0]);
  expect(figure.charts.map(({ title }) => title)).toEqual([
    "As observed; over-dispersion 2.3",
    "Adjusted for case mix; over-dispersion 0.9",
  ]);
});

it("says how many lie within the limits, before and after, and how many are hidden", () => {
  expect(textOf(of(clinics))).toBe(
    "Of 8 clinics shown, 7 lie within the 95% limits once case mix is adjusted for, 6 as observed; by chance alone " +
      "about 1 in 20 would lie outside. Clinics differ no more than chance makes them.",
  );
  expect(noteOf(of(clinics), "Hidden")).toMatch(/^2 clinics: /);
  const all = of({ ...clinics, clinics: 8, adjusted: { ...clinics.adjusted, phi: clinics.unadjusted.phi } });
  expect(textOf(all)).toMatch(/^Of 8 clinics, 7 lie .* differ by more than chance: over-dispersion 2\.3\.$/);
  expect(noteOf(all, "Hidden")).toBeUndefined();
});

it("says it cannot adjust, and why the second plot is empty, where the case mix tells the event apart", async () => {
  const figure = of(notAdjusted);
  expect(textOf(figure)).toMatch(
    /^Of 8 clinics shown, 6 lie within the 95% limits; .* over-dispersion 2\.3\.$/,
  );
  expect(noteOf(figure, "Case mix")).toMatch(/^not adjusted: .* is not estimable/);
  expect(figure.charts.map((chart) => pointsOf(chart).length)).toEqual([3, 0]);
  expect(await wordsOf(figure)).toContain("Not estimable");
  expect(figure.table.rows.every((row) => row[10]?.text === "not estimable")).toBe(true);
});

it("shows too few clinics as hidden, not as an empty plot", async () => {
  const figure = of(nothing);
  expect(textOf(figure)).toMatch(/^Too few clinics to show/);
  expect(figure.charts.map((chart) => setsOf(chart).length)).toEqual([0, 0]);
  expect(await wordsOf(figure)).toContain("Too few clinics to show");
  expect(figure.table.rows).toHaveLength(1);
  expect(figure.table.rows[0]?.filter(({ hidden }) => hidden)).toHaveLength(12);
  const few = of({ ...nothing, patients: tooFew, events: tooFew, overall: hiddenEstimate });
  expect(few.table.rows[0]?.every(({ hidden }) => hidden)).toBe(true);
});

it("names no clinic anywhere", () => {
  const figure = of(clinics);
  const everything = [figureCsv(figure, provenance), JSON.stringify(figure), JSON.stringify(clinics)].join(
    "\n",
  );
  expect(everything).not.toMatch(/clinic (?:no\. ?)?\d/i);
  expect(figure.key).toEqual([]);
});

it("marks the reader's own clinic, and says where it lies and that the figure tells it", async () => {
  const points = clinics.points.map((point, at) => ({ ...point, isOwn: at === 4 }));
  const figure = of({ ...clinics, points });
  expect(textOf(figure)).toMatch(/ Your clinic lies outside the 95% limits, within the 99.8% limits\.$/);
  expect(noteOf(figure, "Names")).toMatch(/^only your own clinic is marked/);
  expect(figure.caption.text).toContain("Ring, the clinic of whoever asked");
  expect((await wordsOf(figure)).filter((word) => word === "Your clinic")).toHaveLength(2);
  const whose = figure.table.rows.map((row) => row.at(-1)?.value);
  expect(whose).toEqual(points.map(({ isOwn }) => (isOwn ? "Your clinic" : "Another")));
  expect(await wordsOf(of(clinics))).not.toContain("Your clinic");
});
