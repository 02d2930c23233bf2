// What a reader of rounded counts can work out of a hidden part of a line: from where to where it may lie.
// One line at a time; what several lines say together is in isDetermined.ts.
import { roundCount } from "./rounding";
import type { Policy } from "./policy";

export interface LineSeen {
  /** True counts of the parts that are shown, rounded. */
  readonly shown: readonly number[];
  /** True counts of the hidden parts, and what the reader knows that each cannot exceed. */
  readonly hidden: readonly { readonly count: number; readonly most: number }[];
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * A shown count stands for as many true ones as counts are rounded to. A hidden one must stand for no fewer, or it
 * would be known better than what is shown. Each shown part of the line and the total bring their own rounding: with
 * n of them shown, the sum of the hidden parts is known within 2 (n + 1) either way for counts rounded to 5.
 */
export function leavesRange(policy: Policy, line: LineSeen): boolean {
  const sum = rangeOfHidden(policy, line);
  return line.hidden.every(({ most }, index) => {
    const others = line.hidden.reduce((all, other, at) => all + (at === index ? 0 : other.most), 0);
    const values = Math.min(most, sum.most) - Math.max(0, sum.least - others) + 1;
    return values >= policy.roundedTo;
  });
}

/** Between what the hidden parts of a line lie together, by its total and its shown parts. */
export function rangeOfHidden(policy: Policy, { shown, hidden }: LineSeen): Range {
  const truth = [...shown, ...hidden.map(({ count }) => count)].reduce((sum, count) => sum + count, 0);
  const total = seen(policy, truth);
  const parts = shown.map((count) => seen(policy, count));
  return {
    least: Math.max(0, total.least - parts.reduce((sum, part) => sum + part.most, 0)),
    most: total.most - parts.reduce((sum, part) => sum + part.least, 0),
  };
}

/** The true counts that are shown as this one is: never 1 to k - 1, and 0 is shown of nobody alone. */
function seen(policy: Policy, count: number): Range {
  if (count === 0) return { least: 0, most: 0 };
  const shown = roundCount(policy, count);
  const half = Math.floor(policy.roundedTo / 2);
  return { least: Math.max(policy.smallestCount, shown - half), most: shown + half };
}
