/**
 * A grid: a table as it is read, with heads over several columns, headings between rows, an interval beside its estimate.
 * The page sets it as a table; files draw it. What CSV writes is not this, but the figure's own table.
 */
import type { ChartConfiguration } from "chart.js";
import type { FigureChart } from "./figure";
import { drawnGrid, gridHeight } from "./plugins/drawnGrid";
import { baseOptions } from "./scales";
import type { SeriesMark } from "./series";

export interface Grid {
  /** What the rows are, for the empty corner. */
  readonly rowHead: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}
export interface GridColumn {
  readonly head: string;
  /** The head over this column and its neighbours of the same name; null where there is none. */
  readonly over: string | null;
  /** A dash sample before the head. */
  readonly mark: SeriesMark | null;
}
/** A row without cells is a heading. */
export interface GridRow {
  readonly name: string;
  readonly cells: readonly GridCell[];
}
export interface GridCell {
  /** Empty where nothing belongs. */
  readonly text: string;
  /** The interval, or what stands with a test. */
  readonly aside?: string;
  readonly tone?: "strong" | "faint" | "warn";
  /** A hidden mark in place of the text, which then says why. */
  readonly hidden?: boolean;
}

interface GridPlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly printColumns?: number;
  readonly grid: Grid;
  readonly description: string;
}

export function gridChart({ grid, ...plan }: GridPlan): FigureChart {
  return {
    ...plan,
    grid,
    height: (width) => gridHeight(grid, width),
    configure: (ink) => {
      const config: ChartConfiguration<"scatter", [], unknown> = {
        type: "scatter",
        data: { datasets: [] },
        options: { ...baseOptions(ink), scales: { x: { display: false }, y: { display: false } } },
        plugins: [drawnGrid(grid, ink)],
      };
      return config;
    },
  };
}

export const emptyGridCell: GridCell = { text: "" };
