/** One cohort's share, mean or restricted mean as a cell, with as many decimals as its patients bear. */
import type { Count, Estimate } from "../../estimate";
import { boundedText, hiddenText, intervalText, isHidden, reasonText, type Scale } from "../numbers";
import type { GridCell } from "../grid";

/** Under so many patients a percentage has no decimals. */
const DECIMALS_FROM = 200;

export interface Arm {
  readonly letter: string;
  readonly patients: Count;
  readonly estimate: Estimate;
}

export const shareScale = (...patients: readonly (Count | undefined)[]): Scale => ({
  times: 100,
  digits: patients.every((count) => (count?.value ?? 0) >= DECIMALS_FROM) ? 1 : 0,
});

export function armGridCell(
  arm: Arm | undefined,
  scale: Scale,
  smallest: number,
  unit: "%" | "" = "",
): GridCell {
  if (arm === undefined) return { text: "" };
  const { estimate } = arm;
  if (estimate.value === null) {
    return isHidden(estimate)
      ? { text: reasonText(estimate.hidden, smallest), hidden: true }
      : { text: hiddenText(estimate.hidden, smallest), tone: "faint" };
  }
  const aside = intervalText(estimate, scale).trim();
  return { text: `${boundedText(estimate, scale)}${unit}`, ...(aside === "" ? {} : { aside }) };
}
