/** What a balance plot shows, for the chart and for the plugin that draws its rows. Nothing is drawn here. */
import type { Estimate } from "../estimate";

export interface BalancePlan {
  readonly id: string;
  readonly title: string;
  readonly columns: number;
  readonly printColumns?: number;
  readonly panels: readonly BalancePanel[];
  /** Names of the rows, the same in every panel. */
  readonly rows: readonly string[];
  /** Over it a pair is not balanced. */
  readonly limit: number;
  readonly description: string;
}
export interface BalancePanel {
  /** "B against A". */
  readonly name: string;
  /** One entry a row. */
  readonly differences: readonly { readonly before: Estimate; readonly after: Estimate }[];
}

/** Each panel has a scale of its own, side by side in one stack. */
export const scaleOf = (panel: number): string => `x${panel}`;
