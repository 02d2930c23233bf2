/**
 * Numbers as words: counts, shares, intervals, and what stands for a hidden one. One voice for table, plot and sentence.
 * Nothing is computed here but the rounding of a shown number.
 */
import { hiddenReasons, type Count, type Estimate, type HiddenReason } from "../estimate";
import type { TableCell } from "./figure";

export const MINUS = "\u2212";

/** A number with thousands separators and a true minus; `digits` behind the point. */
export function numberText(value: number, digits = 0): string {
  const [whole = "", decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const isZero = Number(`${whole}.${decimals ?? 0}`) === 0;
  return `${value < 0 && !isZero ? MINUS : ""}${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

export const percentText = (share: number, digits = 0): string => `${numberText(share * 100, digits)}%`;

/** 0.82 as "82", for "82 in 100". */
export const inHundred = (share: number): string => numberText(share * 100);

export function countText(count: Count, smallest: number): string {
  if (count.value !== null) return numberText(count.value);
  return hiddenText(count.hidden, smallest);
}

/** The same inside a sentence: "fewer than 11". */
export function countWords(count: Count, smallest: number): string {
  if (count.value !== null) return numberText(count.value);
  return count.hidden === "TOO_FEW" ? `fewer than ${smallest}` : "a hidden number of";
}

/** The number of an estimate that is one: null where it is hidden, or only a bound of what it may be. */
export const exact = ({ value, bound }: Estimate): number | null => (bound === null ? value : null);

/** What stands in a table or a plot for a number that is not shown. */
export function hiddenText(reason: HiddenReason | null, smallest: number): string {
  if (reason === "TOO_FEW") return `< ${smallest}`;
  if (reason === "NOT_REACHED") return "not reached";
  if (reason === "NOT_ESTIMABLE") return "not estimable";
  return "hidden";
}

/** Is this a number that the disclosure rules hide, rather than one that does not exist? */
export const isHidden = (shown: { readonly hidden: HiddenReason | null }): boolean =>
  shown.hidden === "TOO_FEW" || shown.hidden === "PROTECTS_ANOTHER";

/** The reason in words, for files, screen readers and tooltips. */
export function reasonText(reason: HiddenReason | null, smallest: number): string {
  if (reason === "TOO_FEW") return `hidden: fewer than ${smallest} patients or events`;
  if (reason === "NOT_REACHED" || reason === "NOT_ESTIMABLE") return hiddenReasons[reason];
  return "hidden: it would reveal another hidden number by subtraction";
}

export interface Scale {
  readonly times: number;
  readonly digits: number;
}
export const asIs: Scale = { times: 1, digits: 1 };
export const asPercent: Scale = { times: 100, digits: 0 };
/** For rare events among many: fewer than 200 patients carry no decimal. */
export const asPercentOf = ({ value }: Count): Scale =>
  value !== null && value >= 200 ? { times: 100, digits: 1 } : asPercent;
export const asWeeks: Scale = { times: 1 / 7, digits: 1 };
export const asWhole: Scale = { times: 1, digits: 0 };

const scaled = (value: number, { times, digits }: Scale): string => numberText(value * times, digits);

/** "15 (13 to 17)" for tables; `dash` for the narrow gutter, where an en dash stands for "to". */
export function estimateText(estimate: Estimate, scale: Scale, smallest: number, dash = " to "): string {
  if (estimate.value === null) return hiddenText(estimate.hidden, smallest);
  return `${boundedText(estimate, scale)}${intervalText(estimate, scale, dash)}`;
}

export function boundedText(estimate: Estimate, scale: Scale): string {
  const sign = estimate.bound === "UNDER" ? "< " : estimate.bound === "OVER" ? "> " : "";
  if (estimate.value === null) return "";
  // A share that rounds to none or to all is neither.
  const rounds = scaled(estimate.value, scale);
  if (scale === asPercent && rounds === "0" && estimate.value > 0) return "< 1";
  if (scale === asPercent && rounds === "100" && estimate.value < 1) return "> 99";
  return `${sign}${rounds}`;
}

/** " (13 to 17)"; an end that is not reached is "n.r."; nothing where there is no interval. */
export function intervalText(estimate: Estimate, scale: Scale, dash = " to "): string {
  const { lower, upper } = estimate;
  if (lower === null && upper === null) return "";
  const end = (value: number | null) => (value === null ? "n.r." : scaled(value, scale));
  return ` (${end(lower)}${dash}${end(upper)})`;
}

/** "95% interval, 13 to 17", for sentences; null where there is none. */
export function intervalWords(estimate: Estimate, scale: Scale): string | null {
  if (estimate.lower === null && estimate.upper === null) return null;
  if (estimate.upper === null)
    return `95% interval, from ${scaled(estimate.lower ?? 0, scale)}, no upper end`;
  if (estimate.lower === null) return `95% interval, up to ${scaled(estimate.upper, scale)}`;
  return `95% interval, ${scaled(estimate.lower, scale)} to ${scaled(estimate.upper, scale)}`;
}

export const textCell = (text: string): TableCell => ({ text, value: text });
/** A file carries four decimals, whatever the table shows. */
export const numberCell = (value: number, digits = 0): TableCell => ({
  text: numberText(value, digits),
  value: rounded(value),
});

export function countCell(count: Count, smallest: number): TableCell {
  if (count.value !== null) return numberCell(count.value);
  return hiddenCell(count.hidden, smallest);
}

export function hiddenCell(reason: HiddenReason | null, smallest: number): TableCell {
  return {
    text: hiddenText(reason, smallest),
    value: null,
    hidden: reason === null || isHidden({ hidden: reason }),
    reason: reasonText(reason, smallest),
  };
}

/** Value, lower and upper as three cells. An end that does not exist is an empty cell. */
export function estimateCells(estimate: Estimate, scale: Scale, smallest: number): TableCell[] {
  if (estimate.value === null) return [hiddenCell(estimate.hidden, smallest), emptyCell, emptyCell];
  const value: TableCell = {
    text: boundedText(estimate, scale),
    value: estimate.bound === null ? rounded(estimate.value * scale.times) : boundedText(estimate, scale),
  };
  return [value, endCell(estimate.lower, scale), endCell(estimate.upper, scale)];
}

const endCell = (value: number | null, scale: Scale): TableCell =>
  value === null ? emptyCell : numberCell(value * scale.times, scale.digits);

export const emptyCell: TableCell = { text: "", value: "" };

/** Never a minus zero, which no file can hold. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
