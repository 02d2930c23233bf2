/**
 * Paints one chart of a figure at a place on a sheet that holds more than this chart. Chart.js believes that it owns a
 * canvas: it resets transforms and clears. On a sheet those would undo what is there, so they do nothing.
 */
import type { Chart as ChartJs } from "chart.js";
import { exportInk, type FigureChart } from "@afterglow/shared";
import { BasicPlatform, Chart, type Context } from "./canvas";

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Paints and returns where the plot lies, in the chart's own px. */
export function paintChart(context: Context, chart: FigureChart, place: Place): ChartJs["chartArea"] {
  const height = chart.height(place.width);
  const canvas = { width: place.width, height, style: {}, getContext: () => onSheet };
  const onSheet: Context = withoutOwner(context, canvas);
  context.save();
  context.translate(place.x, place.y);
  const config = chart.configure(exportInk, place.width);
  const painted = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, responsive: false, devicePixelRatio: 1, animation: false, events: [] },
  });
  const area = { ...painted.chartArea };
  painted.destroy();
  context.restore();
  return area;
}

const nothing = (): void => undefined;

function withoutOwner(context: Context, canvas: object): Context {
  const replaced: Record<PropertyKey, unknown> = {
    canvas,
    resetTransform: nothing,
    setTransform: nothing,
    clearRect: nothing,
  };
  return new Proxy(context, {
    get(target, name) {
      if (name in replaced) return replaced[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
