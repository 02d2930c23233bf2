/** Times each kind of file that a figure is exported as, for a fresh cohort each time. */
import { randomUUID } from "node:crypto";
import { cohortToSearch } from "@afterglow/shared";
import type { BenchTarget } from "./measureSections";
import { randomCohort } from "./randomCohort";

export interface ExportTimes {
  readonly format: string;
  /** Milliseconds, one an asking. */
  readonly took: readonly number[];
}

const FIGURE = "durability";
/** Far from those that the pages are asked about. */
const FIRST_COHORT = 200_000;

export async function measureExports(
  { asker, address }: BenchTarget,
  rounds: number,
): Promise<ExportTimes[]> {
  const results: ExportTimes[] = [];
  let asked = FIRST_COHORT;
  for (const format of ["csv", "json", "svg", "png", "pdf"]) {
    const took: number[] = [];
    for (let round = -2; round < rounds; round++) {
      const cohort = cohortToSearch(randomCohort(asked++).cohort);
      const search = new URLSearchParams([...Object.entries(address), ...cohort]);
      const ms = await asker.read(randomUUID(), `/figures/${FIGURE}.${format}?${search.toString()}`);
      if (round >= 0) took.push(ms);
    }
    results.push({ format, took });
  }
  return results;
}
