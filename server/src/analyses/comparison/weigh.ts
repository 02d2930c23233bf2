// Makes two cohorts alike by inverse-probability weights: a logistic model of which cohort a patient is in, on the
// covariates' levels, from tallies of patterns. Balance before and after is in balanceOf.ts, what may be shown of it
// in pairBalance.ts.
import type { DimensionName, Target } from "@afterglow/shared";
import type { Policy } from "../../disclosure/policy";
import type { Pattern } from "../../queries/patterns";
import { logisticRegression } from "../../statistics/logisticRegression";
import { effectiveNumber, propensityWeights } from "../../statistics/propensityWeights";
import { balanceOf, type CovariateDifference } from "./balanceOf";
import { covariateLevels, patientsOf, type Both, type CovariateLevels } from "./covariateLevels";

export interface Weighing {
  /** One a pattern, of the reference and of the other cohort; each cohort's add up to its effective number. */
  readonly weights: readonly [readonly number[], readonly number[]];
  readonly patients: Both;
  readonly effective: Both;
  readonly covariates: readonly CovariateDifference[];
  /** Some covariate has a category that one cohort has and the other has not. */
  readonly isApart: boolean;
  /** The model tells the cohorts apart completely, so there are no weights: all are 1. */
  readonly isSeparated: boolean;
}

export function weigh(
  policy: Policy,
  covariates: readonly DimensionName[],
  target: Target,
  reference: readonly Pattern[],
  other: readonly Pattern[],
): Weighing {
  const levels = covariates.map((_, at) => covariateLevels(policy, at, reference, other));
  const cells = cellsOf(levels, reference, other);
  const fitted = weightsOf(cells, target);
  const [here, there] = [
    scaled(reference, cells.of[0], (cell) => fitted?.[cell]?.reference ?? 1),
    scaled(other, cells.of[1], (cell) => fitted?.[cell]?.other ?? 1),
  ];
  const weights = [here.weights, there.weights] as const;
  return {
    weights,
    patients: [patientsOf(reference), patientsOf(other)],
    effective: [here.effective, there.effective],
    covariates: covariates.map((dimension, at) =>
      balanceOf(dimension, levels[at], at, [reference, other], weights),
    ),
    isApart: levels.some(({ isApart }) => isApart),
    isSeparated: fitted === null,
  };
}

/** Patients of both cohorts who are alike in all levels, and in which cell each pattern of each cohort is. */
interface Cells {
  readonly rows: readonly {
    readonly covariates: number[];
    readonly inReference: number;
    readonly inOther: number;
  }[];
  readonly of: readonly [readonly number[], readonly number[]];
}

function cellsOf(
  levels: readonly CovariateLevels[],
  reference: readonly Pattern[],
  other: readonly Pattern[],
): Cells {
  const rows: { covariates: number[]; inReference: number; inOther: number }[] = [];
  const places = new Map<string, number>();
  const place = (patterns: readonly Pattern[], cohort: "inReference" | "inOther"): number[] =>
    patterns.map(({ categories, patients }) => {
      const levelOf = levels.map(({ levelOf: of }, at) => of.get(categories[at] ?? 0) ?? 0);
      const key = levelOf.join();
      const at = places.get(key) ?? rows.length;
      places.set(key, at);
      const row = rows[at] ?? { covariates: indicators(levels, levelOf), inReference: 0, inOther: 0 };
      row[cohort] += patients;
      rows[at] = row;
      return at;
    });
  return { rows, of: [place(reference, "inReference"), place(other, "inOther")] };
}

/** One column a level but the first of each covariate. */
function indicators(levels: readonly CovariateLevels[], levelOf: readonly number[]): number[] {
  return levels.flatMap(({ levels: count }, at) =>
    Array.from({ length: Math.max(0, count - 1) }, (_, level) => (levelOf[at] === level + 1 ? 1 : 0)),
  );
}

/** The weight of a patient of each cell; null where the model is separated or a cohort is empty. */
function weightsOf({ rows }: Cells, target: Target) {
  const tally = rows.map(({ covariates, inReference, inOther }) => ({
    covariates,
    successes: inOther,
    failures: inReference,
  }));
  const fit = logisticRegression(tally);
  if ("notEstimable" in fit) return null;
  return propensityWeights(
    rows.map(({ inReference, inOther }, at) => ({
      inReference,
      inOther,
      probability: fit.fitted[at] ?? NaN,
    })),
    target,
  );
}

/** Scaled to add up to the effective number, so that weighted counts are counts of effective patients. */
function scaled(patterns: readonly Pattern[], cells: readonly number[], weightOf: (cell: number) => number) {
  const rows = patterns.map(({ patients }, at) => ({ count: patients, weight: weightOf(cells[at] ?? -1) }));
  const effective = effectiveNumber(rows) ?? 0;
  const total = rows.reduce((sum, { count, weight }) => sum + count * weight, 0);
  return { effective, weights: rows.map(({ weight }) => (total === 0 ? 0 : (weight * effective) / total)) };
}
