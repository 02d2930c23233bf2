/** The words of the flow's bars: over each bar its step and who was lost, at its right the patients left. */
import type { Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawHidden, drawHiddenNumber, writeText } from "./drawing";

export interface StepBar {
  readonly name: string;
  readonly lost: string;
  /** null: hidden. */
  readonly patients: string | null;
}

const BAR = 16;

export function stepBars(steps: readonly StepBar[], ink: Ink): Plugin {
  return {
    id: "stepBars",
    afterDatasetsDraw({ ctx, chartArea, scales, width }) {
      const y = scales["y"];
      if (chartArea === undefined || y === undefined) return;
      steps.forEach((step, index) => {
        const middle = y.getPixelForValue(index);
        const over = middle - BAR / 2 - 5;
        writeText(ctx, step.name, 0, over, { size: ink.size.label, colour: ink.ink, weight: 500 });
        writeText(ctx, step.lost, width, over, { size: ink.size.tick, colour: ink.ink3, align: "right" });
        if (step.patients === null) {
          const { left, right } = chartArea;
          drawHidden(ctx, { x: left, y: middle - BAR / 2, width: right - left, height: BAR }, ink);
          return drawHiddenNumber(ctx, width - 9, middle, ink);
        }
        const style = { size: ink.size.label, colour: ink.ink, weight: 600, align: "right" } as const;
        writeText(ctx, step.patients, width, middle, { ...style, baseline: "middle" });
      });
    },
  };
}
