// The plot, the table, the grid and the CSV of a comparison carry the same numbers, and hide the same ones.
import { parse } from "csv-parse/sync";
import { compareFigureIds, lightInk, type CompareFigureId, type Figure } from "@afterglow/shared";
import { figureCsv, figureJson } from "@afterglow/server/src/figures/figureFile";
import { comparedFigure } from "./askComparison";
import { comparison } from "./compareAnswers";
import { compareResults } from "./compareVisitAnswers";

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** What the charts hold: shares and differences of curves upright, of rows along the scale. */
function plotted(figure: Figure): number[] {
  return figure.charts.flatMap((chart) =>
    chart.configure(lightInk, 560).data.datasets.flatMap((dataset) =>
      dataset.data.flatMap((point) => {
        if (point === null || typeof point !== "object" || Array.isArray(point)) return [];
        const { x, y } = point as Record<string, number | undefined>;
        return [chart.id.startsWith("compare-times") ? (y ?? NaN) : (x ?? NaN)];
      }),
    ),
  );
}

function inTable(figure: Figure): Set<number> {
  return new Set(figure.table.rows.flat().flatMap(({ value }) => (typeof value === "number" ? [value] : [])));
}

it.each<CompareFigureId>(["compare-times", "compare-subgroups", "compare-balance", "compare-side-effects"])(
  "%s: every number in the plot stands in the table",
  (id) => {
    const figure = comparedFigure(id);
    const table = inTable(figure);
    const shown = plotted(figure);
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((n) => !table.has(rounded(n)) && !table.has(rounded(n * 100)))).toEqual([]);
  },
);

it("every number in the grid of effects stands in its table", () => {
  const figure = comparedFigure("compare-effects");
  const texts = new Set(figure.table.rows.flat().map(({ text }) => text));
  const cells = figure.charts[0]?.grid?.rows.flatMap((row) => row.cells) ?? [];
  expect(cells.length).toBeGreaterThan(30);
  const missing = cells.filter(
    ({ text, hidden }) => text !== "" && hidden !== true && !texts.has(text.replace("%", "")),
  );
  expect(missing).toEqual([]);
});

it.each(compareFigureIds)("%s: the CSV is the table, and says why a number is missing", (id) => {
  const figure = comparedFigure(id);
  const csv = figureCsv(figure, comparison);
  const rows: string[][] = parse(csv, { comment: "#", comment_no_infix: true });
  expect(rows[0]).toEqual(figure.table.columns.map(({ header }) => header));
  expect(rows).toHaveLength(figure.table.rows.length + 1);
  figure.table.rows.forEach((row, line) =>
    row.forEach((cell, column) => {
      const written = rows[line + 1]?.[column] ?? "";
      if (cell.hidden) expect(written).toMatch(/^hidden: /);
      else if (cell.value === null) expect(written).toBe(cell.reason);
      else if (typeof cell.value === "number") expect(Number(written)).toBe(cell.value);
    }),
  );
});

it("begins a CSV with the cohorts, what was adjusted for and the release", () => {
  const comments = figureCsv(comparedFigure("compare-times"), comparison)
    .split("\n")
    .filter((line) => line.startsWith("#"));
  expect(comments).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Synthetic data"),
      expect.stringMatching(/^# Cohort A: Standard six: 640 patients with .* The reference\.$/),
      expect.stringMatching(/^# Cohort C: ECT course: 180 patients/),
      expect.stringMatching(
        /^# Adjusted: for baseline severity, age at start, .* inverse-probability weights/,
      ),
      expect.stringContaining(comparison.release.checksum),
    ]),
  );
});

it("gives the released result with cohorts and adjustment as JSON", () => {
  const json: unknown = JSON.parse(
    figureJson(comparedFigure("compare-balance"), comparison, compareResults["compare-balance"]),
  );
  expect(json).toMatchObject({
    figure: "compare-balance",
    mark: "Synthetic data",
    provenance: comparison,
    result: compareResults["compare-balance"],
  });
});
