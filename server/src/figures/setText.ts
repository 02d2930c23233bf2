/** Sets running text on a sheet: broken into lines of a width, in one or two weights. */
import { FONT } from "@afterglow/shared";
import type { Context } from "./canvas";

export interface TextRun {
  readonly text: string;
  readonly weight: 400 | 600;
  readonly colour: string;
}

interface Word extends TextRun {
  readonly width: number;
}

export const fontAt = (size: number, weight: number): string => `${weight} ${size}px ${FONT}`;

/** Lines of words. A word longer than the line keeps a line of its own. */
export function breakLines(
  context: Context,
  runs: readonly TextRun[],
  size: number,
  width: number,
): Word[][] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const run of runs) {
    context.font = fontAt(size, run.weight);
    const space = context.measureText(" ").width;
    for (const text of run.text.split(" ").filter((word) => word !== "")) {
      const wide = context.measureText(text).width;
      if (used > 0 && used + wide > width) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ ...run, text, width: wide + space });
      used += wide + space;
    }
  }
  return lines;
}

/** Writes lines, the first on the baseline `y`; returns the baseline after the last. */
export function writeLines(
  context: Context,
  lines: readonly (readonly Word[])[],
  place: { readonly x: number; readonly y: number; readonly size: number; readonly leading: number },
): number {
  let y = place.y;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  for (const line of lines) {
    let x = place.x;
    for (const run of piecesOf(line)) {
      context.font = fontAt(place.size, run.weight);
      context.fillStyle = run.colour;
      context.fillText(run.text, x, y);
      x += run.width;
    }
    y += place.leading;
  }
  return y;
}

/** Words of one weight are written together, so that a file's text can be searched and its spacing is the font's. */
function piecesOf(line: readonly Word[]): Word[] {
  const pieces: Word[] = [];
  for (const word of line) {
    const last = pieces.at(-1);
    if (last?.weight === word.weight && last.colour === word.colour)
      pieces[pieces.length - 1] = {
        ...last,
        text: `${last.text} ${word.text}`,
        width: last.width + word.width,
      };
    else pieces.push(word);
  }
  return pieces;
}
