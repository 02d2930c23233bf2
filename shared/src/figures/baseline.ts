/**
 * Baseline: who the patients were at the first session, by group. A table; for files it is drawn as one. The page shows
 * `table` and needs no chart.
 */
import type { ChartConfiguration } from "chart.js";
import type { ExploreState } from "../explore";
import type { Baseline, BaselineRow } from "../results";
import { baselineNotes, baselineReading, cellText, groupsOf, rowName } from "./baselineWords";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { baselineDocument } from "./documents/baseline";
import type { Figure, FigureChart, FigureTable, TableCell } from "./figure";
import { abbreviations, byText, drawn, keyOf } from "./groups";
import { countCell, countText, hiddenCell, isHidden } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { drawnTable, TABLE_ROW, type DrawnTable } from "./plugins/drawnTable";
import { baseOptions } from "./scales";

export type BaselineAnswer = FigureAnswer<{ readonly baseline: Baseline }>;

export function baselineFigure({ cohort }: BaselineAnswer, state: ExploreState): Figure {
  const { baseline } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const groups = groupsOf(baseline);
  const abbreviated = abbreviations(groups, state);
  return {
    id: "baseline",
    title: "Baseline",
    definition: "Patients at the first session, as treated",
    reading: baselineReading(baseline, state, smallest),
    charts: [tableChart(baseline, state, smallest)],
    key: keyOf(groups, state, smallest),
    table: baselineTable(baseline, smallest),
    notes: baselineNotes(baseline, state, smallest),
    caption: {
      text: [
        `Patients at baseline${byText(state)}.`,
        "n (%) or mean (SD). Percentages and totals are computed from the counts shown.",
        `Slanted lines, hidden: fewer than ${smallest} patients, or a count that would reveal one.`,
        `SD, standard deviation.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(cohort, state, patientsLine({ groups }, "patients", smallest), false),
    },
    mark: markText(cohort),
  };
}

/** One row a characteristic, one column a group; the first row is the number of patients. */
function baselineTable(baseline: Baseline, smallest: number): FigureTable {
  const cellOf = (row: BaselineRow, index: number): TableCell => {
    const cell = row.cells[index];
    const text = cellText(row, cell, smallest);
    if (text === null)
      return hiddenCell(cell?.patients.hidden ?? cell?.mean?.hidden ?? "PROTECTS_ANOTHER", smallest);
    return { text, value: text };
  };
  return {
    columns: [
      { header: "Characteristic", numeric: false },
      ...baseline.groups.map(({ group }) => ({ header: group.label, numeric: true })),
    ],
    rows: [
      [
        { text: "Patients", value: "Patients" },
        ...baseline.groups.map(({ patients }) => countCell(patients, smallest)),
      ],
      ...baseline.rows.map((row) => [
        { text: rowName(row), value: rowName(row) },
        ...baseline.groups.map((_, index) => cellOf(row, index)),
      ]),
    ],
  };
}

/** Everyone, where the first column is that, and the groups that other figures draw. */
function columnsOf(baseline: Baseline, state: ExploreState): Baseline["groups"] {
  const groups = drawn(groupsOf(baseline), state);
  const whole = baseline.groups.filter((each) => each.group.code === "ALL" && !groups.includes(each));
  return [...whole, ...groups];
}

function tableChart(baseline: Baseline, state: ExploreState, smallest: number): FigureChart {
  const groups = columnsOf(baseline, state);
  const table: DrawnTable = {
    heads: groups.map(({ group }) => group.short),
    rows: [
      {
        name: "Patients",
        strong: true,
        cells: groups.map(({ patients }) => (isHidden(patients) ? null : countText(patients, smallest))),
      },
      ...baseline.rows.map((row) => ({
        name: row.label,
        strong: false,
        cells: groups.map((_, index) => cellText(row, row.cells[index], smallest)),
      })),
    ],
  };
  return {
    id: "baseline-table",
    title: "Characteristics, n (%) or mean (SD)",
    columns: 12,
    height: () => (table.rows.length + 1) * TABLE_ROW + 6,
    description: "The baseline table, drawn.",
    configure: (ink) => {
      const config: ChartConfiguration<"scatter", [], unknown> = {
        type: "scatter",
        data: { datasets: [] },
        options: {
          ...baseOptions(ink),
          layout: { padding: { top: 20 } },
          scales: { x: { display: false }, y: { display: false } },
        },
        plugins: [drawnTable(table, ink)],
      };
      return config;
    },
  };
}

export const baselineDefinition: FigureDefinition<{ readonly baseline: Baseline }> = {
  id: "baseline",
  title: "Baseline",
  question: "Who are the patients?",
  width: "full",
  statistics: ["meanInterval"],
  document: baselineDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  answered: ({ baseline }) => baseline.answered,
  build: baselineFigure,
};
