// The plot, the table and the CSV carry the same numbers, and hide the same ones.
import { parse } from "csv-parse/sync";
import { figureIds, lightInk, type Figure } from "@afterglow/shared";
import { figureCsv, figureJson } from "@afterglow/server/src/figures/figureFile";
import { provenance } from "./answers";
import { figureOf, results } from "./ask";

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** What the charts hold that stands in the table: shares as percent. */
function plotted(figure: Figure, width = 560): number[] {
  return figure.charts.flatMap((chart) =>
    chart.configure(lightInk, width).data.datasets.flatMap((dataset) =>
      dataset.data.flatMap((point) => {
        if (point === null) return [];
        if (typeof point === "number") return [point];
        const { y, x, v, xMin, yMin } = point as Record<string, number | undefined>;
        if (v !== undefined) return [v];
        return xMin !== undefined && yMin === undefined ? [x ?? NaN] : [y ?? NaN];
      }),
    ),
  );
}

function inTable(figure: Figure): Set<number> {
  const numbers = figure.table.rows.flat().flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  return new Set(numbers);
}

// The baseline table is drawn as it stands; the limits of a funnel are lines, not points.
it.each(figureIds.filter((id) => id !== "baseline" && id !== "clinics"))(
  "%s: every number in the plot stands in the table",
  (id) => {
    const figure = figureOf(id);
    const table = inTable(figure);
    const missing = plotted(figure).filter((n) => !table.has(rounded(n)) && !table.has(rounded(n * 100)));
    expect(missing).toEqual([]);
  },
);

it.each(figureIds)("%s: the CSV is the table, and hides what the table hides, with the reason", (id) => {
  const figure = figureOf(id);
  const csv = figureCsv(figure, provenance);
  const rows: string[][] = parse(csv, { comment: "#", comment_no_infix: true });
  expect(rows[0]).toEqual(figure.table.columns.map(({ header }) => header));
  expect(rows).toHaveLength(figure.table.rows.length + 1);
  figure.table.rows.forEach((row, line) =>
    row.forEach((cell, column) => {
      const written = rows[line + 1]?.[column] ?? "";
      if (cell.hidden) expect(written).toMatch(/^hidden: /);
      else if (typeof cell.value === "number") expect(Number(written)).toBe(cell.value);
    }),
  );
});

it("begins a CSV with where its numbers come from", () => {
  const csv = figureCsv(figureOf("durability"), provenance);
  const comments = csv.split("\n").filter((line) => line.startsWith("#"));
  expect(comments).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Synthetic data"),
      expect.stringContaining("demo.3"),
      expect.stringContaining(provenance.release.checksum),
      expect.stringContaining("Profile publish"),
      expect.stringContaining("2,345 patients with one of seven conditions"),
    ]),
  );
});

it("escapes formulas in text and leaves negative numbers numbers", () => {
  const figure: Figure = {
    ...figureOf("onset"),
    table: {
      columns: [
        { header: "=cmd", numeric: false },
        { header: "Change", numeric: true },
      ],
      rows: [
        [
          { text: "@x", value: "@x" },
          { text: "−2.5", value: -2.5 },
        ],
      ],
    },
  };
  const lines = figureCsv(figure, provenance).split("\n");
  expect(lines).toContain("'=cmd,Change");
  expect(lines).toContain("'@x,-2.5");
});

it("gives the released result with its provenance as JSON", () => {
  const json: unknown = JSON.parse(figureJson(figureOf("onset"), provenance, results.onset));
  expect(json).toMatchObject({ figure: "onset", mark: "Synthetic data", provenance, result: results.onset });
});
