/** The words of a forest plot: key, heads, names, numbers, estimates in words, hatching, and what lies at either side. */
import type { Plugin } from "chart.js";
import type { ForestPlan, ForestRow } from "../forestChart";
import type { Ink } from "../ink";
import { drawHidden, drawHiddenNumber, widthOfText, writeText, type Context } from "./drawing";
import { drawEstimateKey } from "./estimateKey";

export interface ForestLine {
  readonly row: ForestRow;
  /** px under the plot's top. */
  readonly middle: number;
  readonly hidden: boolean;
}

const INDENT = 10;
const GAP = 12;
const HIDDEN_WIDTH = 18;
const HATCH_HEIGHT = 12;

/** What names, numbers and words take at the left and right; on a phone the numbers stand in the table alone. */
export function forestGutters(
  context: Context,
  { rows, heads }: ForestPlan,
  narrow: boolean,
  ink: Ink,
): { readonly left: number; readonly right: number; readonly numbers: number } {
  const { label, tick } = ink.size;
  const names = rows.flatMap(({ name, estimates, strong }) =>
    estimates === undefined
      ? []
      : [widthOfText(context, name, label, strong ? 500 : 400) + (strong ? 0 : INDENT)],
  );
  const numbers = rows.flatMap(({ numbers: pair }) =>
    pair === undefined ? [] : [numbersWidth(context, pair, tick)],
  );
  const texts = rows.map(({ text }) => widthOfText(context, text ?? "", label));
  const numbersRoom = narrow ? 0 : Math.max(widthOfText(context, heads.numbers, tick), ...numbers) + GAP;
  return {
    left: Math.max(...names, 40) + numbersRoom + GAP,
    right: Math.max(...texts) + GAP,
    numbers: numbersRoom,
  };
}

const numbersWidth = (context: Context, pair: readonly (string | null)[], size: number): number =>
  pair.reduce((sum, each) => sum + (each === null ? HIDDEN_WIDTH : widthOfText(context, each, size)), 10);

export function forestRows(
  plan: ForestPlan,
  lines: readonly ForestLine[],
  { narrow }: { readonly narrow: boolean },
  ink: Ink,
): Plugin {
  return {
    id: "forestRows",
    afterDatasetsDraw({ ctx, chartArea, scales, width }) {
      const x = scales["x"];
      if (chartArea === undefined || x === undefined) return;
      const { left, right, top, bottom } = chartArea;
      const faint = { size: ink.size.tick, colour: ink.ink3 };
      if (!plan.unadjustedOnly) drawEstimateKey(ctx, 0, 8, ink);
      if (!narrow) writeText(ctx, plan.heads.numbers, left - GAP - 4, top - 10, { ...faint, align: "right" });
      writeText(ctx, narrow ? plan.heads.narrowText : plan.heads.text, width, 8, {
        ...faint,
        align: "right",
        baseline: "middle",
      });
      for (const line of lines) {
        const y = top + line.middle;
        writeName(ctx, line.row, y, width, ink);
        if (line.row.estimates === undefined) continue;
        if (!narrow && line.row.numbers !== undefined)
          writeNumbers(ctx, line.row.numbers, left - GAP, y, ink);
        const hatch = { x: left, y: y - HATCH_HEIGHT / 2, width: right - left, height: HATCH_HEIGHT };
        if (line.hidden) drawHidden(ctx, hatch, ink);
        writeText(ctx, line.hidden ? "hidden" : (line.row.text ?? ""), width, y, {
          size: ink.size.label,
          colour: line.hidden || !/\d/.test(line.row.text ?? "") ? ink.ink3 : ink.ink,
          align: "right",
          baseline: "middle",
        });
      }
      const none = x.getPixelForValue(0);
      writeText(ctx, plan.sides.left, none - 8, bottom + 18, { ...faint, align: "right" });
      writeText(ctx, plan.sides.right, none + 8, bottom + 18, faint);
    },
  };
}

function writeName(
  context: Context,
  { name, strong, aside, estimates }: ForestRow,
  y: number,
  width: number,
  ink: Ink,
): void {
  if (estimates !== undefined) {
    const style = { size: ink.size.label, colour: ink.ink, baseline: "middle" } as const;
    return writeText(context, name, strong ? 0 : INDENT, y, { ...style, weight: strong ? 500 : 400 });
  }
  const style = { size: ink.size.tick, colour: ink.ink2, weight: 600 } as const;
  writeText(context, name, 0, y + 6, style);
  if (aside === undefined) return;
  const faint = { size: ink.size.tick, colour: ink.ink3, align: "right", halo: ink.card } as const;
  writeText(context, aside, width, y + 6, faint);
}

/** "385, 145"; a hidden one is its mark. */
function writeNumbers(
  context: Context,
  [one, other]: readonly [string | null, string | null],
  right: number,
  y: number,
  ink: Ink,
): void {
  const style = { size: ink.size.tick, colour: ink.ink3, align: "right", baseline: "middle" } as const;
  const write = (text: string | null, end: number): number => {
    if (text === null) drawHiddenNumber(context, end - HIDDEN_WIDTH / 2, y, ink);
    else writeText(context, text, end, y, style);
    return end - (text === null ? HIDDEN_WIDTH : widthOfText(context, text, ink.size.tick));
  };
  const comma = write(other, right);
  writeText(context, ", ", comma, y, style);
  write(one, comma - widthOfText(context, ", ", ink.size.tick));
}
