// What each figure of a comparison draws: its words in order, in both inks and at every width, and what it draws when
// there is nothing to show.
import { createCanvas } from "@napi-rs/canvas";
import { compareFigureIds, darkInk, lightInk, type CompareFigureId, type Figure } from "@afterglow/shared";
import { drawFigure } from "@afterglow/server/src/figures/drawFigure";
import { hiddenEstimate, tooFew } from "./answers";
import { comparedFigure, readingOf } from "./askComparison";
import { compareState, comparison } from "./compareAnswers";
import { compareResults } from "./compareVisitAnswers";

interface Words {
  fillText(text: string, x: number, y: number): void;
}
const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext("2d")) as Words;

async function wordsOf(figure: Figure): Promise<{ words: string[]; svg: string }> {
  const spy = jest.spyOn(prototype, "fillText");
  const svg = (await drawFigure(figure, "svg")).toString("utf8");
  const words = spy.mock.calls.map(([text]) => text);
  spy.mockRestore();
  return { words, svg };
}

describe.each(compareFigureIds)("%s", (id: CompareFigureId) => {
  it("draws the same words as before, as outlines in a vector file", async () => {
    const { words, svg } = await wordsOf(comparedFigure(id));
    expect(words).toMatchSnapshot();
    expect(svg).not.toMatch(/<image|<text/);
    expect(words).toEqual(expect.arrayContaining(["Synthetic data", "Cohort A", "Cohort C", "Adjusted"]));
  });

  it("is configured in both inks at the widths of a phone and of a page", () => {
    for (const ink of [lightInk, darkInk])
      for (const width of [320, 560, 1090])
        for (const chart of comparedFigure(id).charts) {
          expect(chart.configure(ink, width).data.datasets).toBeDefined();
          expect(chart.height(width)).toBeGreaterThan(40);
        }
  });

  it("has a table with a cell under every header", () => {
    const { table } = comparedFigure(id);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it("shows no number when nothing may be shown, and says so", async () => {
    const hidden = JSON.parse(JSON.stringify(compareResults[id], hideNumbers)) as object;
    const figure = comparedFigure(id, compareState(), hidden);
    const shown = figure.table.rows.flat().filter(({ value }) => typeof value === "number" && value > 400);
    expect(shown).toEqual([]);
    expect(readingOf(figure)).not.toMatch(/\d in 100|\d points/);
    await expect(wordsOf(figure)).resolves.toBeDefined();
  });

  it("draws no adjusted estimate where nothing is adjusted for", async () => {
    const { words } = await wordsOf(
      comparedFigure(id, { ...compareState(), covariates: [] }, withoutAdjustment(id), {
        ...comparison,
        adjustment: { ...comparison.adjustment, covariates: [] },
      }),
    );
    expect(words).toContain("for nothing.");
    expect(words.filter((word) => word.startsWith("adjusted,"))).toEqual([]);
  });
});

/** Every count and estimate of a result as too few; curves without steps, tests without a statistic. */
function hideNumbers(key: string, value: unknown): unknown {
  if (key === "curve") return [];
  if (key === "endTime" || key === "tau") return null;
  if (typeof value !== "object" || value === null) return value;
  if ("statistic" in value) return { ...value, value: null, df: null, p: null, adjustedP: null };
  if (!("hidden" in value)) return value;
  return "lower" in value ? { ...hiddenEstimate, why: null } : tooFew;
}

/** As the server answers then: no adjusted arms, and every adjusted contrast says why. */
function withoutAdjustment(id: CompareFigureId): object {
  const strip = (key: string, value: unknown): unknown => {
    if (key === "adjusted" && Array.isArray(value)) return [];
    if (key === "covariates") return [];
    if (key !== "adjusted") return value;
    return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
      typeof each === "object" && each !== null && "why" in each && "hidden" in each
        ? { ...hiddenEstimate, hidden: "NOT_ESTIMABLE", why: "NOT_ADJUSTED" }
        : each,
    ) as unknown;
  };
  return JSON.parse(JSON.stringify(compareResults[id], strip)) as object;
}
