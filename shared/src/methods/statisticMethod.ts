// What the Methods page tells of a statistic, in the words of the code that computes it. The statistics themselves are
// in the server; the lists beside this file are generated from there.

import type { StatisticId } from "./statisticNames";

export interface StatisticMethod {
  readonly id: StatisticId;
  /** The first sentences; names of other statistics are their ids, and R code stands between backticks. */
  readonly definition: string;
  /** One formula each, in plain characters: ^ is a power, _ an index, +- plus or minus. */
  readonly formula: readonly string[];
  readonly assumes: string | null;
  readonly edges: string | null;
  readonly source: string;
  /** The R call that gives the same numbers, between backticks. */
  readonly r: string;
}

/** At least one: a figure without a statistic does not compile. */
export type StatisticIds = readonly [StatisticId, ...StatisticId[]];
