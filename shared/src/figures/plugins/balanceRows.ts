/** Around a balance plot: key, names of panels and rows, the line from before to after, the limit, numbers over it. */
import type { Chart, Plugin, Scale } from "chart.js";
import { scaleOf, type BalancePanel, type BalancePlan } from "../balancePlan";
import type { Ink } from "../ink";
import { isHidden, numberText } from "../numbers";
import { drawHidden, drawLine, widthOfText, writeText } from "./drawing";
import { drawEstimateKey } from "./estimateKey";

interface Room {
  readonly rowHeight: number;
  /** The last tick of each scale. */
  readonly end: number;
}

const HATCH_HEIGHT = 12;
const RIM = 4.5;

export function balanceRows(plan: BalancePlan, room: Room, ink: Ink): Plugin {
  return {
    id: "balanceRows",
    beforeDatasetsDraw(chart) {
      eachPanel(chart, plan, (panel, scale) => {
        const { top, bottom } = chart.chartArea;
        const limit = scale.getPixelForValue(plan.limit);
        drawLine(chart.ctx, [limit, top], [limit, bottom], { colour: ink.axis, width: 1, dash: [1, 3] });
        panel.differences.forEach((difference, row) =>
          drawStep(chart, scale, difference, { y: top + (row + 0.5) * room.rowHeight, end: room.end }, ink),
        );
      });
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { left, top, bottom } = chartArea;
      drawEstimateKey(ctx, 0, 8, ink);
      plan.rows.forEach((name, row) => {
        const y = top + (row + 0.5) * room.rowHeight;
        const style = { size: ink.size.label, colour: ink.ink2, align: "right", baseline: "middle" } as const;
        writeText(ctx, name, left - 6, y, style);
      });
      eachPanel(chart, plan, (panel, scale) => {
        const from = scale.getPixelForValue(0);
        writeText(ctx, panel.name, from, top - 28, { size: ink.size.label, colour: ink.ink, weight: 500 });
        panel.differences.forEach(({ after }, row) => {
          if (after.value === null || after.value <= plan.limit) return;
          const y = top + (row + 0.5) * room.rowHeight - 8;
          const x = scale.getPixelForValue(after.value);
          const style = { size: ink.size.tick, colour: ink.warnInk, weight: 600, align: "center" } as const;
          writeText(ctx, numberText(after.value, 2), x, y, { ...style, halo: ink.card });
        });
      });
      const words = `Absolute standardized difference; dotted line ${plan.limit}`;
      const zero = chart.scales[scaleOf(0)]?.getPixelForValue(0) ?? left;
      const most = chart.width - widthOfText(ctx, words, ink.size.tick);
      writeText(ctx, words, Math.max(0, Math.min(zero, most)), bottom + 18, {
        size: ink.size.tick,
        colour: ink.ink3,
      });
    },
  };
}

function eachPanel(chart: Chart, plan: BalancePlan, draw: (panel: BalancePanel, scale: Scale) => void): void {
  plan.panels.forEach((panel, at) => {
    const scale = chart.scales[scaleOf(at)];
    if (scale !== undefined) draw(panel, scale);
  });
}

/** From before to after; what is hidden is hatched over the scale. */
function drawStep(
  { ctx }: Chart,
  scale: Scale,
  { before, after }: BalancePanel["differences"][number],
  { y, end }: { readonly y: number; readonly end: number },
  ink: Ink,
): void {
  if (before.value !== null && after.value !== null) {
    const [from, to] = [before.value, after.value].map((value) => scale.getPixelForValue(value));
    // Up to the rim of the circle, which is hollow.
    const way = Math.sign((to ?? 0) - (from ?? 0));
    const start = (from ?? 0) + way * Math.min(RIM, Math.abs((to ?? 0) - (from ?? 0)));
    drawLine(ctx, [start, y], [to ?? 0, y], { colour: ink.strong, width: 1 });
  }
  if (before.value !== null || !isHidden(before)) return;
  const left = scale.getPixelForValue(0);
  const width = scale.getPixelForValue(end) - left;
  drawHidden(ctx, { x: left, y: y - HATCH_HEIGHT / 2, width, height: HATCH_HEIGHT }, ink);
}
