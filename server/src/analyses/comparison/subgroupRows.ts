// The rows of one dimension's categories: sizes protected as the groups of each cohort, the difference within each, and
// whether the differences vary. What is compared within a category is in subgroups.ts.
import type { Category, Contrast, Count, DimensionName, SubgroupRow, TestResult } from "@afterglow/shared";
import { hiddenCount, shownCount } from "../../disclosure/cells";
import type { Policy } from "../../disclosure/policy";
import { protectGroups } from "../../disclosure/protectGroups";
import type { VisitPattern } from "../../queries/tallyVisitPatterns";
import { normalQuantile } from "../../statistics/distributions";
import { heterogeneity } from "../../statistics/heterogeneity";
import { hiddenContrast, noTest } from "./contrasts";
import { patientsOf } from "./covariateLevels";
import type { StandingArm } from "./standingArms";

export type Side = readonly VisitPattern[];
export type Differences = Pick<SubgroupRow, "unadjusted" | "adjusted">;

/** Reference and other: their patterns, the arms that they are of, and the dimension's place in each pattern. */
export interface Within {
  readonly sides: readonly [Side, Side];
  readonly arms: readonly (StandingArm | undefined)[];
  readonly place: number;
}

export function subgroupRows(
  policy: Policy,
  dimension: DimensionName,
  categories: readonly Category[],
  { sides, arms, place }: Within,
  compare: (reference: Side, other: Side, left: DimensionName) => Differences,
): SubgroupRow[] {
  const within = sides.map((side) =>
    categories.map(({ number }) => side.filter((pattern) => pattern.categories[place] === number)),
  );
  // Everyone else of the cohort, those of unknown category too, is one more group: all groups add up to the cohort.
  const marks = within.map((groups, arm) => {
    const counts = groups.map(patientsOf);
    const rest = patientsOf(sides[arm === 0 ? 0 : 1]) - counts.reduce((sum, count) => sum + count, 0);
    const byRule = categories.map(({ code }) => arms[arm]?.holds(dimension, code) !== true);
    return protectGroups(policy, [...counts, rest], byRule);
  });
  return categories.map(({ code, label }, at) => {
    const [reference, other] = [within[0]?.[at] ?? [], within[1]?.[at] ?? []];
    const count = (side: Side, arm: number): Count => {
      const mark = marks[arm]?.[at] ?? null;
      return mark === null ? shownCount(policy, patientsOf(side)) : hiddenCount(mark);
    };
    const patients = [count(reference, 0), count(other, 1)] as const;
    const isHidden = patients.some(({ value }) => value === null);
    return {
      code,
      label,
      patients,
      ...(isHidden
        ? { unadjusted: hiddenContrast, adjusted: hiddenContrast }
        : compare(reference, other, dimension)),
    };
  });
}

const Z = normalQuantile(0.975);

/** Standard errors from the widths of the shown intervals. */
export function interaction(contrasts: readonly Contrast[]): TestResult {
  const shown = contrasts.flatMap(({ value, lower, upper }) =>
    value === null || lower === null || upper === null
      ? []
      : [{ estimate: value, standardError: (upper - lower) / (2 * Z) }],
  );
  if (shown.length < 2) return noTest("CHI_SQUARE", null);
  const test = heterogeneity(shown);
  if ("notEstimable" in test) return noTest("CHI_SQUARE", test.notEstimable);
  const { statistic, df, p } = test;
  return { statistic: "CHI_SQUARE", value: statistic, df, p, adjustedP: null, why: null };
}
