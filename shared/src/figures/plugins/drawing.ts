/** The few strokes that the plugins share: text, a dash sample, a hidden mark. Nothing here knows of a figure. */
import { FONT, type Ink } from "../ink";

export type Context = CanvasRenderingContext2D;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight?: 400 | 500 | 600;
  readonly align?: "left" | "center" | "right";
  readonly baseline?: "alphabetic" | "middle";
  /** Colour of a 4 px halo, so that a label stays legible on lines. */
  readonly halo?: string;
}

export const fontOf = (size: number, weight = 400): string => `${weight} ${size}px ${FONT}`;

export function writeText(context: Context, text: string, x: number, y: number, style: TextStyle): void {
  context.save();
  context.font = fontOf(style.size, style.weight);
  context.textAlign = style.align ?? "left";
  context.textBaseline = style.baseline ?? "alphabetic";
  if (style.halo !== undefined) {
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = style.halo;
    context.strokeText(text, x, y);
  }
  context.fillStyle = style.colour;
  context.fillText(text, x, y);
  context.restore();
}

export function widthOfText(context: Context, text: string, size: number, weight = 400): number {
  context.save();
  context.font = fontOf(size, weight);
  const { width } = context.measureText(text);
  context.restore();
  return width;
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export function drawLine(
  context: Context,
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: Stroke,
): void {
  context.save();
  context.beginPath();
  context.setLineDash([...(stroke.dash ?? [])]);
  context.strokeStyle = stroke.colour;
  context.lineWidth = stroke.width;
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.restore();
}

/** Slanted strokes in a box, as lines in a clip, so that SVG and PDF stay vector. Stands for a number that is hidden. */
export function drawHidden(context: Context, box: Box, ink: Ink, pitch = 5): void {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.beginPath();
  context.setLineDash([]);
  context.strokeStyle = ink.hatch;
  context.lineWidth = 1;
  for (let x = box.x - box.height; x < box.x + box.width; x += pitch) {
    context.moveTo(x, box.y + box.height);
    context.lineTo(x + box.height, box.y);
  }
  context.stroke();
  context.restore();
}

/** A hidden mark in a row of numbers: 18 by 8, centred. */
export function drawHiddenNumber(context: Context, x: number, y: number, ink: Ink): void {
  drawHidden(context, { x: x - 9, y: y - 4, width: 18, height: 8 }, ink, 4);
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
