// A load that the product has to bear, put on it so many times: a few in `npm run check`, many in `npm run check:long`,
// where one runs after the other on a machine of its own and leaves a row for the table (scripts/checkLong.mjs).
// A test whose load has a short form is called `*.fault.test.ts` and runs in both; one without it `*.long.test.ts`.
import { appendFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

export interface Load {
  /** What is done, each time. */
  readonly load: string;
  /** How many times; a `*.long.test.ts` has the long number alone. */
  readonly times: { readonly short?: number; readonly long: number };
  /** What has to be true for it to pass, in words. */
  readonly passes: string;
}

export interface Round {
  readonly times: number;
  /** Nothing else runs on the machine: what takes how long may be asserted. */
  readonly alone: boolean;
}

const LONGEST_MS = 45 * 60_000;
// Far more than a quiet machine needs: a short form runs beside other tests.
const SHORT_MS = 10 * 60_000;

/** A test of jest. `run` returns what was measured, in words, and throws where the pass condition does not hold. */
export function load({ load: name, times, passes }: Load, run: (round: Round) => Promise<string>): void {
  const table = process.env["LONG_TABLE"];
  const alone = table !== undefined;
  const round: Round = { times: alone ? times.long : (times.short ?? times.long), alone };
  const body = async () => {
    const began = Date.now();
    const keep = (passed: boolean, result: string) => {
      const seconds = Math.round((Date.now() - began) / 1000);
      if (table === undefined) return;
      const row = { load: name, times: round.times, result, passes, passed, seconds };
      appendFileSync(table, `${JSON.stringify(row)}\n`);
    };
    try {
      keep(true, await run(round));
    } catch (error) {
      keep(false, shortly(error));
      throw error;
    }
  };
  test(`${name}: ${passes}`, body, alone ? LONGEST_MS : SHORT_MS);
}

/** What jest says in several coloured lines, in one. */
function shortly(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, 3).join(" ").replace(/\s+/g, " ");
}
