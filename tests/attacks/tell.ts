// What an attack reached, for the reader: on the error stream, and as a row of docs/attacks.md where
// `npm run attacks` collects them.
import { appendFileSync } from "node:fs";

export interface Reached {
  readonly attack: string;
  /** What was attacked: a profile, or one weakened so that the attack works. */
  readonly against: string;
  readonly targets: string;
  readonly reached: string;
}

export function tell(row: Reached): void {
  process.stderr.write(`  ${row.attack} · ${row.against} · ${row.targets}: ${row.reached}\n`);
  const file = process.env["ATTACKS_FILE"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
