/** Dot rows of shares: one share with its interval a row, on an axis that ends at a round percentage. */
import { dotRowChart, isPoint, type DotRowPlan } from "./dotRowChart";
import type { FigureChart } from "./figure";
import { numberText } from "./numbers";

export interface ShareDots extends Pick<DotRowPlan, "id" | "title" | "columns" | "rows" | "description"> {
  /** px that the names have at the least. */
  readonly left: number;
  /** Where several charts are read against each other, the highest share of all of them. */
  readonly highest?: number;
}

export function shareDots({ left, highest, ...plan }: ShareDots): FigureChart {
  const { max, step } = shareScale(highest ?? highestShare(plan.rows));
  return dotRowChart({
    ...plan,
    max,
    step,
    tickText: (value) => shareTick(value, max),
    heading: "% (95% CI)",
    strong: false,
    gutters: { left, right: 112 },
  });
}

export const highestShare = (rows: DotRowPlan["rows"]): number =>
  Math.max(0, ...rows.filter(isPoint).map(({ estimate }) => estimate.upper ?? estimate.value ?? 0));

/** A round end of an axis of shares: the next of 2, 5, 10, 20, 40, 60, 80, 100 percent. */
export function shareScale(highest: number): { readonly max: number; readonly step: number } {
  const max = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1].find((end) => highest <= end) ?? 1;
  return { max, step: max / (steps[max] ?? 5) };
}

const steps: Readonly<Record<number, number>> = { 0.02: 2, 0.4: 4, 0.6: 6, 0.8: 4 };

export const shareTick = (value: number, max: number): string =>
  `${numberText(value * 100)}${value === max ? "%" : ""}`;
