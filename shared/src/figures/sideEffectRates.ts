/** Reads one rate out of a side-effects answer: any severity, or one. */
import type { Estimate } from "../estimate";
import type { FigureOptions } from "../explore";
import type { SideEffectsGroup } from "../results";

export function rateOf(
  group: SideEffectsGroup,
  term: string,
  severity: FigureOptions["severity"],
): Estimate | undefined {
  const effect = group.effects.find((each) => each.term === term);
  if (effect === undefined || severity === "ANY") return effect?.rate;
  return effect.severities.find((each) => each.severity === severity)?.rate;
}

/** The shown group's own effects from the most frequent down; hidden ones left out. */
export function mostFrequent(
  group: SideEffectsGroup,
  severity: FigureOptions["severity"],
): { term: string; rate: number }[] {
  return group.effects
    .flatMap(({ term }) => {
      const rate = rateOf(group, term, severity)?.value;
      return rate === undefined || rate === null ? [] : [{ term, rate }];
    })
    .sort((a, b) => b.rate - a.rate);
}
