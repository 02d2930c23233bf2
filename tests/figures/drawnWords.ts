// Draws a figure as SVG, and the words that it writes on its sheet, in order.
import { createCanvas } from "@napi-rs/canvas";
import type { Figure } from "@afterglow/shared";
import { drawFigure } from "@afterglow/server/src/figures/drawFigure";

interface Writes {
  fillText(text: string, x: number, y: number): void;
}
const prototype = Object.getPrototypeOf(createCanvas(1, 1).getContext("2d")) as Writes;

export async function wordsOf(figure: Figure): Promise<{ words: string[]; svg: string }> {
  const spy = jest.spyOn(prototype, "fillText");
  const svg = (await drawFigure(figure, "svg")).toString("utf8");
  const words = spy.mock.calls.map(([text]) => text);
  spy.mockRestore();
  return { words, svg };
}
