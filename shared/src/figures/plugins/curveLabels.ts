/**
 * Direct labels of curves and the bars that end them. A curve that reaches the axis' end is labelled in the right gutter;
 * one that ends inside the plot beside its end, else above or under its last step. No room: the key alone names it.
 */
import type { Chart, Plugin } from "chart.js";
import type { Ink } from "../ink";
import { drawLine, overlaps, widthOfText, writeText, type Box } from "./drawing";

export interface LabelledCurve {
  readonly text: string;
  readonly colour: string;
  readonly textColour: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** The curve stops before the axis does, because too few are at risk: a short bar says so. */
  readonly stops: boolean;
}

interface Placed {
  readonly curve: LabelledCurve;
  readonly path: readonly (readonly [number, number])[];
  readonly end: readonly [number, number];
  readonly width: number;
}

type Area = Chart["chartArea"];

const GAP = 7;
const HEIGHT = 14;
/** px that two names on one line keep between them. */
const APART = 6;

/** `stepped`: Kaplan-Meier steps; otherwise points joined straight, labelled in the right gutter. */
export function curveLabels(
  curves: readonly LabelledCurve[],
  ink: Ink,
  { stepped } = { stepped: true },
): Plugin {
  return {
    id: "curveLabels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      if (chartArea === undefined) return;
      const placed = curves.flatMap((curve) => place(chart, curve, ink));
      for (const { curve, end } of placed) if (curve.stops) endBar(ctx, end, curve.colour);
      const reach = stepped ? GAP + 8 : (chartArea.right - chartArea.left) / 6;
      const atEdge = placed.filter(({ end }) => end[0] + reach > chartArea.right);
      const inside = placed.filter((each) => !atEdge.includes(each));
      const taken = labelEdge(chart, atEdge, ink);
      for (const each of inside) labelInside(ctx, each, placed, taken, ink, chartArea);
    },
  };
}

function place(chart: Chart, curve: LabelledCurve, ink: Ink): Placed[] {
  const { x, y } = chart.scales;
  const last = curve.points.at(-1);
  if (x === undefined || y === undefined || last === undefined) return [];
  const corners: [number, number][] = [];
  for (const point of curve.points) {
    const px = x.getPixelForValue(point.x);
    const previous = corners.at(-1);
    if (previous !== undefined) corners.push([px, previous[1]]);
    corners.push([px, y.getPixelForValue(point.y)]);
  }
  const end = corners.at(-1) ?? [0, 0];
  return [{ curve, path: corners, end, width: widthOfText(chart.ctx, curve.text, ink.size.label, 600) }];
}

const endBar = (context: CanvasRenderingContext2D, [x, y]: readonly [number, number], colour: string): void =>
  drawLine(context, [x, y - 4], [x, y + 4], { colour, width: 2 });

/** In the right gutter, in the order of the ends, at least 14 px apart. */
function labelEdge(chart: Chart, placed: readonly Placed[], ink: Ink): Box[] {
  const { top, right, bottom } = chart.chartArea;
  const inOrder = [...placed].sort((a, b) => a.end[1] - b.end[1]);
  const heights = inOrder.map(({ end }) => end[1]);
  for (let round = 0; round < 40; round++) {
    for (let i = 1; i < heights.length; i++) {
      const upper = heights[i - 1] ?? 0;
      const lower = heights[i] ?? 0;
      const missing = HEIGHT - (lower - upper);
      if (missing <= 0) continue;
      heights[i - 1] = Math.max(top, upper - missing / 2);
      heights[i] = Math.min(bottom, lower + missing / 2);
    }
  }
  return inOrder.map(({ curve, end, width }, i) => {
    const y = heights[i] ?? end[1];
    // A name too long for the gutter begins inside the plot.
    const x = Math.min(right + GAP, chart.width - width - 1);
    write(chart.ctx, curve, x, y, ink);
    return { x, y: y - HEIGHT / 2, width, height: HEIGHT };
  });
}

function labelInside(
  context: CanvasRenderingContext2D,
  each: Placed,
  all: readonly Placed[],
  taken: Box[],
  ink: Ink,
  area: Area,
): void {
  const [x, y] = each.end;
  const box = (left: number, middle: number): Box => ({
    x: left,
    y: middle - HEIGHT / 2,
    width: each.width,
    height: HEIGHT,
  });
  const candidates = [
    box(x + GAP, y),
    box(x - each.width - 2, y + 12),
    box(x - each.width - 2, y - 12),
    box(x + GAP, y - 12),
    box(x + GAP, y + 12),
  ].filter(
    (b) =>
      b.x >= area.left &&
      b.y >= area.top - 6 &&
      b.y + b.height <= area.bottom &&
      !taken.some((t) => overlaps(t, { ...b, x: b.x - APART, width: b.width + 2 * APART })),
  );
  const others = all.filter((other) => other !== each);
  const clear = candidates.find(
    (b) => !others.some((other) => crosses(other.path, b)) && !crosses(each.path, b),
  );
  const chosen = clear ?? candidates.find((b) => !others.some((other) => crosses(other.path, b)));
  if (chosen === undefined) return;
  taken.push(chosen);
  write(context, each.curve, chosen.x, chosen.y + HEIGHT / 2, ink);
}

/** Does a path of upright and level pieces pass through a box? */
function crosses(path: Placed["path"], box: Box): boolean {
  return path.some(([x, y], i) => {
    const [fromX, fromY] = path[i - 1] ?? [x, y];
    const left = Math.min(x, fromX);
    const top = Math.min(y, fromY);
    const piece = { x: left, y: top, width: Math.abs(x - fromX) + 0.1, height: Math.abs(y - fromY) + 0.1 };
    return overlaps(piece, { ...box, y: box.y + 2, height: box.height - 4 });
  });
}

function write(
  context: CanvasRenderingContext2D,
  curve: LabelledCurve,
  x: number,
  y: number,
  ink: Ink,
): void {
  writeText(context, curve.text, x, y, {
    size: ink.size.label,
    colour: curve.textColour,
    weight: 600,
    baseline: "middle",
    halo: ink.card,
  });
}
