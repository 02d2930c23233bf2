/** Around rates in rows: key, names, headings, and hatching where a cohort's rate is hidden or only a bound of it known. */
import type { Plugin } from "chart.js";
import type { Estimate } from "../../estimate";
import type { Ink } from "../ink";
import { colourOf, textColourOf, type SeriesMark } from "../series";
import { drawHidden, widthOfText, writeText, type Context } from "./drawing";

export interface RatesLine {
  readonly name: string;
  /** px under the plot's top. */
  readonly middle: number;
  readonly heading: boolean;
  readonly points: readonly {
    readonly name: string;
    readonly estimate: Estimate;
    readonly middle: number;
    readonly hidden: boolean;
    /** Of its hatching. */
    readonly height: number;
  }[];
}
export interface RatesRows {
  readonly lines: readonly RatesLine[];
  readonly names: readonly { readonly name: string; readonly mark: SeriesMark }[];
}

export function ratesRows({ lines, names }: RatesRows, ink: Ink): Plugin {
  return {
    id: "ratesRows",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const x = scales["x"];
      if (chartArea === undefined || x === undefined) return;
      const { left, right, top } = chartArea;
      writeKey(ctx, names, ink);
      for (const line of lines) {
        const y = top + line.middle;
        if (line.heading) {
          writeText(ctx, line.name, 0, y + 6, { size: ink.size.tick, colour: ink.ink2, weight: 600 });
          continue;
        }
        writeText(ctx, line.name, 10, y, { size: ink.size.label, colour: ink.ink, baseline: "middle" });
        for (const { estimate, middle, hidden, height } of line.points) {
          const [from, to] = withinOf(estimate, hidden, (value) => x.getPixelForValue(value), {
            left,
            right,
          });
          if (from === to) continue;
          drawHidden(ctx, { x: from, y: top + middle - height / 2, width: to - from, height }, ink, 4);
        }
      }
    },
  };
}

/** What is hatched: the whole scale for a hidden rate, the part where it lies for a bound, nothing for a known one. */
function withinOf(
  { value, bound }: Estimate,
  hidden: boolean,
  at: (value: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
): readonly [number, number] {
  if (hidden) return [left, right];
  if (value === null || bound === null) return [left, left];
  const edge = Math.min(at(value), right);
  return bound === "UNDER" ? [left, edge] : [edge, right];
}

function writeKey(context: Context, names: RatesRows["names"], ink: Ink): void {
  let x = 0;
  for (const { name, mark } of names) {
    context.save();
    context.fillStyle = colourOf(ink, mark);
    context.beginPath();
    context.arc(x + 4, 8, 3.5, 0, 2 * Math.PI);
    context.fill();
    context.restore();
    const style = { size: ink.size.label, weight: 600, colour: textColourOf(ink, mark) } as const;
    writeText(context, name, x + 13, 8, { ...style, baseline: "middle" });
    x += 13 + widthOfText(context, name, ink.size.label, 600) + 16;
  }
}
