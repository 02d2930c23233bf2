// A total written with the highest that is possible, as 15/27: the total, where 27 is the instrument's own maximum.
import { instruments } from "@afterglow/shared";
import { Refusal } from "./checkCell";

const OUT_OF = /^(\d{1,3})\s*(?:\/|out of|of)\s*(\d{1,3})$/i;
const highest = new Map<string, number>(instruments.map(({ code, max }) => [code, max]));
const ANOTHER = new Refusal("Is out of another number than the instrument's highest total.");
export const OUT_OF_NOTE = "Totals written out of the highest, as in 15/27.";

/** undefined: is not written so. */
export function totalOutOf(text: string, instrument: string): string | Refusal | undefined {
  const [, total, of] = OUT_OF.exec(text) ?? [];
  if (total === undefined) return undefined;
  return Number(of) === highest.get(instrument) ? total : ANOTHER;
}
