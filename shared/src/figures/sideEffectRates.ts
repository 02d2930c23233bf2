/** Reads one rate out of a side-effects answer: any severity, or one. */
import type { Estimate } from "../estimate";
import type { FigureOptions } from "../explore";
import type { SideEffectsGroup } from "../results";
import { exact } from "./numbers";

export function rateOf(
  group: SideEffectsGroup,
  term: string,
  severity: FigureOptions["effectSeverity"],
): Estimate | undefined {
  const effect = group.effects.find((each) => each.term === term);
  if (effect === undefined || severity === "ANY") return effect?.rate;
  return effect.severities.find((each) => each.severity === severity)?.rate;
}

/** The shown group's own effects from the most frequent down; hidden ones and mere bounds left out. */
export function mostFrequent(
  group: SideEffectsGroup,
  severity: FigureOptions["effectSeverity"],
): { term: string; rate: number }[] {
  return group.effects
    .flatMap(({ term }) => {
      const estimate = rateOf(group, term, severity);
      const rate = estimate === undefined ? null : exact(estimate);
      return rate === null ? [] : [{ term, rate }];
    })
    .sort((a, b) => b.rate - a.rate);
}

/** May an effect of which only a bound is known be more frequent than this rate? */
export const mayExceed = (
  group: SideEffectsGroup,
  severity: FigureOptions["effectSeverity"],
  rate: number,
): boolean =>
  group.effects.some(({ term }) => {
    const estimate = rateOf(group, term, severity);
    if (estimate === undefined || estimate.bound === null) return false;
    return estimate.bound === "OVER" || (estimate.value ?? 0) > rate;
  });
