/** A difference in a sentence: "11 points more, 95% interval 2 to 20"; across none, each end says its side. */
import type { Contrast } from "../../comparison";
import { contrastReasons } from "../../comparison";
import { isHidden, numberText, type Scale } from "../numbers";
import type { Words } from "../figure";

export interface Sides {
  /** "points", "weeks". */
  readonly unit: string;
  readonly more: string;
  readonly less: string;
}

export const inPoints: Sides = { unit: "points", more: "more", less: "fewer" };

const size = (value: number, scale: Scale): string => numberText(Math.abs(value * scale.times), scale.digits);

const NONE = "no difference";

/** "11 points more"; "no difference" where it rounds to none. */
export function differenceText(value: number, scale: Scale, { unit, more, less }: Sides): string {
  const number = size(value, scale);
  if (Number(number) === 0) return NONE;
  return `${number} ${Number(number) === 1 ? unit.replace(/s$/, "") : unit} ${value > 0 ? more : less}`;
}

/** "95% interval 2 to 20", "95% interval from 3 fewer to 16 more"; null where there is none. */
export function intervalSides({ lower, upper }: Contrast, scale: Scale, sides: Sides): string | null {
  if (lower === null || upper === null) return null;
  const [low, high] = [size(lower, scale), size(upper, scale)];
  if (lower >= 0) return `95% interval ${low} to ${high}`;
  if (upper <= 0) return `95% interval ${high} to ${low}`;
  return `95% interval from ${low} ${sides.less} to ${high} ${sides.more}`;
}

/** Is no difference among what the interval allows? */
export const allowsNone = ({ lower, upper }: Contrast): boolean =>
  lower !== null && upper !== null && lower <= 0 && upper >= 0;

/** "**7 points more**, 95% interval from 3 fewer to 16 more: compatible with no difference"; or why there is none. */
export function differenceWords(contrast: Contrast, scale: Scale, sides: Sides): Words {
  if (contrast.value === null) return [{ text: absentText(contrast) }];
  const interval = intervalSides(contrast, scale, sides);
  const size = differenceText(contrast.value, scale, sides);
  return [
    { text: size, strong: true },
    { text: interval === null ? "" : `, ${interval}` },
    { text: allowsNone(contrast) && size !== NONE ? ": compatible with no difference" : "" },
  ];
}

/** Why there is no number, inside a sentence. */
export function absentText(contrast: Contrast): string {
  if (contrast.why !== null) return `no number: ${contrastReasons[contrast.why]}`;
  return isHidden(contrast) ? "hidden" : "not estimable";
}
