/** What was measured as tables, for the terminal and for bench/README.md. */
import type { ClickTimes } from "./measureClicks";
import type { ComparisonTimes } from "./measureComparisons";
import type { ExportTimes } from "./measureExports";
import type { PageTimes } from "./measurePage";
import type { SectionTimes } from "./measureSections";
import { quantileOf } from "./times";

const ms = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : "");
const both = (times: readonly number[]): string[] => [0.5, 0.95].map((p) => ms(quantileOf(times, p)));
/** How many times longer the raw tables take; nothing where they are not asked. */
const against = (raw: readonly number[], ours: readonly number[]): string[] => {
  const slow = quantileOf(raw, 0.5);
  return raw.length === 0 ? ["", ""] : [ms(slow), (slow / quantileOf(ours, 0.5)).toFixed(1)];
};

function table(head: string, rows: readonly (readonly string[])[]): string {
  const columns = head.split(" | ");
  const lines = [columns, columns.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export const pageTable = (pages: readonly PageTimes[]): string =>
  table(
    "whole Explore page | p50 ms | p95 ms | of it database, mean ms | server, processor ms | database, processor ms | refused | from the raw tables, p50 ms | ratio",
    pages.map(({ page, all, database, processor, refused, raw }) => [
      page,
      ...both(all),
      ms(database),
      ms(processor.server),
      ms(processor.database),
      String(refused),
      ...against(raw, all),
    ]),
  );

export const sectionTable = (sections: readonly SectionTimes[]): string =>
  table(
    "section | p50 ms | p95 ms | from the raw tables, p50 ms | ratio",
    sections.map(({ section, page, raw }) => [section, ...both(page), ...against(raw, page)]),
  );

export const comparisonTable = (comparisons: readonly ComparisonTimes[]): string =>
  table(
    "comparison | p50 ms | p95 ms | adjusted, p50 ms | adjusted, p95 ms",
    comparisons.map(({ section, unadjusted, adjusted }) => [section, ...both(unadjusted), ...both(adjusted)]),
  );

export const exportTable = (exports: readonly ExportTimes[]): string =>
  table(
    "durability as | p50 ms | p95 ms",
    exports.map(({ format, took }) => [format, ...both(took)]),
  );

/** Megabytes. */
export interface Memory {
  readonly server: number;
  /** Null where its processes cannot be seen. */
  readonly database: number | null;
  /** The script heap of the page in the browser; null where there was none. */
  readonly page: number | null;
}

export function memoryLine({ server, database, page }: Memory): string {
  const of = (name: string, mb: number | null) => (mb === null ? [] : [`${name} ${mb.toFixed(0)} MB`]);
  const parts = [of("the server", server), of("the database", database), of("the page's scripts", page)];
  return `Memory in the end: ${parts.flat().join(", ")}.`;
}

export const clickTable = ({ took }: ClickTimes): string =>
  table("in Chromium | p50 ms | p95 ms", [["click in the panel to the last figure", ...both(took)]]);
