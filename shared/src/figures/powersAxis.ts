/** A logarithmic axis along the top of a plot: powers of ten, from the one under the lowest number to the one over the highest. */
import type { Scale } from "chart.js";
import type { Estimate } from "../estimate";
import type { Ink } from "./ink";
import { tickFont } from "./scales";

/** px that a tick label such as 10,000 needs to stand clear of the next. */
const LABEL_ROOM = 46;

export function powersAxis(
  estimates: readonly Pick<Estimate, "value" | "lower" | "upper">[],
  tickText: (value: number) => string,
  ink: Ink,
) {
  const values = estimates.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  // Times come in whole minutes: under 1 there is only 0, which no such axis has.
  const positive = values.filter((value) => value !== null && value >= 1).map(Number);
  const first = Math.floor(Math.log10(Math.min(10, ...positive)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(10, ...positive))));
  const powers = Array.from({ length: last - first + 1 }, (_, place) => 10 ** (first + place));
  return {
    type: "logarithmic" as const,
    position: "top" as const,
    min: powers[0] ?? 1,
    max: powers.at(-1) ?? 10,
    border: { display: false },
    grid: {
      drawTicks: false,
      color: ({ tick }: { readonly tick?: { readonly value: number } }) =>
        tick?.value === powers[0] ? ink.axis : ink.grid,
    },
    ticks: {
      color: ink.ink3,
      font: tickFont(ink),
      padding: 6,
      maxRotation: 0,
      autoSkip: false,
      callback: (value: string | number) => tickText(Number(value)),
    },
    afterBuildTicks: (scale: Scale) => {
      const every = Math.max(1, Math.ceil((LABEL_ROOM * (powers.length - 1)) / Math.max(1, scale.width)));
      scale.ticks = powers.filter((_, place) => place % every === 0).map((value) => ({ value }));
    },
  };
}
