// Patients of an R fixture as the tallies that the survival statistics are given. No numbers of its own.

import type { NotEstimable } from "../../server/src/statistics/notEstimable";
import type { TimeCount } from "../../server/src/statistics/timeTally";

export interface Patients {
  time: number[];
  status: number[];
  group: (string | number)[];
  stratum?: (string | number)[];
}

/** One row a patient, of those whom `belongs` names by their place in the fixture. */
export function tallyOf({ time, status }: Patients, belongs: (row: number) => boolean): TimeCount[] {
  return time.flatMap((at, row) =>
    belongs(row) ? { time: at, events: status[row] ? 1 : 0, censored: status[row] ? 0 : 1 } : [],
  );
}

/** The tally of one group, over all strata. */
export function groupTally(patients: Patients, group: string): TimeCount[] {
  return tallyOf(patients, (row) => String(patients.group[row]) === group);
}

/** The tallies of the groups, stratum by stratum; one stratum where the fixture has none. */
export function strataOf(patients: Patients, groups: readonly string[]): TimeCount[][][] {
  const names = [...new Set(patients.stratum ?? ["all"])];
  return names.map((stratum) =>
    groups.map((group) =>
      tallyOf(
        patients,
        (row) => String(patients.group[row]) === group && (patients.stratum?.[row] ?? "all") === stratum,
      ),
    ),
  );
}

/** The answer, where there must be one. */
export function estimable<T extends object>(result: T | NotEstimable): T {
  if ("notEstimable" in result) throw new Error(`Not estimable: ${String(result.notEstimable)}`);
  return result;
}
