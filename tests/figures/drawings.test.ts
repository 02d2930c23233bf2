// What each figure draws: its words in order and the size of its files, so that a change of a figure is seen in a diff.
import { darkInk, figureIds, lightInk, type FigureId, type FigureOptions } from "@afterglow/shared";
import { drawFigure } from "@afterglow/server/src/figures/drawFigure";
import { everyoneGroup, hiddenEstimate, tooFew } from "./answers";
import { figureOf, results, stateOf } from "./ask";
import { wordsOf } from "./drawnWords";
import { onsetHidden, onsetOfAll } from "./curveAnswers";

describe.each(figureIds)("%s", (id: FigureId) => {
  it("draws the same words as before, as outlines in a vector file", async () => {
    const { words, svg } = await wordsOf(figureOf(id));
    expect(words).toMatchSnapshot();
    expect(svg).toMatch(/^<\?xml|^<svg/);
    expect(svg).toContain('width="760"');
    expect(svg).not.toMatch(/<image|<text/);
    expect(words).toContain("Synthetic data");
  });

  it("is configured in both inks at the widths of a phone and of a page", () => {
    for (const ink of [lightInk, darkInk])
      for (const width of [320, 560, 1090])
        for (const chart of figureOf(id).charts) {
          const config = chart.configure(ink, width);
          expect(config.data.datasets).toBeDefined();
          expect(chart.height(width)).toBeGreaterThan(80);
        }
  });

  it("has a table with a cell under every header", () => {
    const { table } = figureOf(id);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});

it.each<Partial<FigureOptions>>([
  { harms: "INFUSION" },
  { harms: "RESOLUTION" },
  { harms: "VITALS" },
  { per: "SESSION", effectSeverity: "SEVERE" },
])("draws the side effects with %j", async (options) => {
  const figure = figureOf("side-effects", stateOf(options));
  const { words } = await wordsOf(figure);
  expect(words.length).toBeGreaterThan(30);
  for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
});

it("draws the change in place of the score", async () => {
  const { words } = await wordsOf(figureOf("trajectory", stateOf({ value: "CHANGE" })));
  expect(words.some((word) => word.includes("mean change"))).toBe(true);
});

it("draws one curve without a direct label where nothing is grouped", async () => {
  const figure = figureOf("onset", stateOf({}, null), { onset: onsetOfAll });
  const { words } = await wordsOf(figure);
  expect(figure.key).toEqual([]);
  expect(words.filter((word) => word === everyoneGroup.short)).toHaveLength(3);
});

it("hatches and explains a plot in which every group is hidden", async () => {
  const figure = figureOf("onset", stateOf(), { onset: onsetHidden });
  const { words } = await wordsOf(figure);
  expect(words).toContain("Hidden: fewer than 11 patients or events");
  expect(figure.reading[0]?.text).toMatch(/^Too few patients to show/);
  expect(figure.table.rows.every((row) => row.some((cell) => cell.hidden))).toBe(true);
});

it("builds every figure when nothing at all is shown", () => {
  for (const id of figureIds) {
    const hidden = JSON.parse(JSON.stringify(results[id], hideNumbers)) as object;
    const figure = figureOf(id, stateOf(), hidden);
    const shown = figure.table.rows
      .flat()
      .filter((cell) => typeof cell.value === "number" && cell.value > 400);
    expect(shown).toEqual([]);
    for (const chart of figure.charts) chart.configure(lightInk, 560);
  }
});

/** Every count and estimate of a result as too few; curves without steps. */
function hideNumbers(key: string, value: unknown): unknown {
  if (key === "curve") return [];
  if (key === "endTime") return null;
  if (typeof value !== "object" || value === null || !("hidden" in value)) return value;
  return "lower" in value ? hiddenEstimate : tooFew;
}

it("writes a PDF with its fonts and a PNG of 300 dots an inch", async () => {
  const figure = figureOf("durability");
  const pdf = await drawFigure(figure, "pdf");
  expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  expect(pdf.toString("latin1")).toContain("/FontFile2");
  const png = await drawFigure(figure, "png");
  expect(png.subarray(37, 41).toString("latin1")).toBe("pHYs");
  expect(png.readUInt32BE(41)).toBe(11811);
  expect(png.readUInt32BE(16)).toBe(2376);
});
