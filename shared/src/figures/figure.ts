/**
 * A figure: everything that is said and drawn about one released result, once. The page paints `charts`, shows `table`
 * and `notes`; the server draws the same charts as SVG, PDF or PNG and writes the same table as CSV. No React, no canvas.
 */
import type { ChartConfiguration, ChartType } from "chart.js";
import type { Grid } from "./grid";
import type { Ink } from "./ink";
import type { SeriesMark } from "./series";

/** Text with the one or two numbers that matter set in 600. */
export type Words = readonly { readonly text: string; readonly strong?: boolean }[];

/** The figures of the Compare page. */
export type CompareFigureId =
  "compare-times" | "compare-effects" | "compare-subgroups" | "compare-balance" | "compare-side-effects";

export interface Figure {
  readonly id:
    | "flow"
    | "onset"
    | "durability"
    | "trajectory"
    | "side-effects"
    | "baseline"
    | "worsening"
    | "clinics"
    | "missing-data"
    | "suicidality"
    | "wellbeing"
    | "session-profile"
    | "cost"
    | "infusions-to-response"
    | "protocol-onset"
    | "protocol-durability"
    | "ect-onset"
    | "ect-durability"
    | "ect-sessions"
    | "ect-side-effects"
    | "bipolar-safety"
    | "craving"
    | "anxiety-onset"
    | "anxiety-durability"
    | CompareFigureId;
  readonly title: string;
  /** One line that defines what is counted. */
  readonly definition: string;
  /** What would mislead if it were not said: above all else, on the page and in every file. */
  readonly warning?: string;
  /** One or two sentences in words. */
  readonly reading: Words;
  readonly charts: readonly FigureChart[];
  /** Full names with n and dash samples: the one key of the page. */
  readonly key: readonly FigureKeyEntry[];
  readonly table: FigureTable;
  /** Run-in notes: Method, n, Missing, Seen at, Ascertained, Hidden. */
  readonly notes: readonly { readonly name: string; readonly text: string }[];
  /** Title, how to read it, abbreviations; then the origin lines n, Cohort, Outcome, Data, Disclosure, Made with. */
  readonly caption: {
    readonly text: string;
    readonly origin: readonly { readonly name: string; readonly text: string }[];
  };
  /** "Synthetic data" where the dataset is; null otherwise. Drawn at the plot's top right in every export. */
  readonly mark: string | null;
}

export interface FigureChart {
  readonly id: string;
  /** Heading over the plot (for example "Score at week 4, % of cases with 95% interval"). */
  readonly title: string;
  /** Share of the card's width that the chart wants side by side, 1 to 12; under 768 px charts stack. */
  readonly columns: number;
  /** The same on paper, where it differs. */
  readonly printColumns?: number;
  /** Its axis runs along the top, so that there is no room for a mark over the plot. */
  readonly axisOnTop?: boolean;
  /** Height in px at a width in px. */
  readonly height: (width: number) => number;
  /** The same for screen and export; only ink and width differ. */
  readonly configure: (ink: Ink, width: number) => ChartConfiguration<ChartType, unknown[], unknown>;
  /** For screen readers: what the plot shows, in a sentence. */
  readonly description: string;
  /** A chart that is a table: the page sets it as one, and only files draw it. */
  readonly grid?: Grid;
}

export interface FigureKeyEntry {
  readonly code: string;
  readonly label: string;
  /** Colour and dash; paint with colourOf and dashOf. */
  readonly series: SeriesMark;
  readonly patients: string;
}

/** One row a point, full words as headers. Numbers stay numbers; a hidden cell says why. */
export interface FigureTable {
  readonly columns: readonly { readonly header: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly TableCell[])[];
}
/** `text` is what the table shows; `value` is what CSV writes: null for a hidden number, whose `text` then says hidden. */
export interface TableCell {
  readonly text: string;
  readonly value: string | number | null;
  readonly hidden?: boolean;
  /** Why there is no number, in words: for CSV, tooltips and screen readers. */
  readonly reason?: string;
}
