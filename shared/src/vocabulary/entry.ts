// What every vocabulary table has in common: the shape of an entry, and how to look one up.
// No table lives here.

export interface Entry {
  /** GraphQL enum value and the text in the source tables. */
  readonly code: string;
  /** Stored in the analysis tables: stable, positive, fits a smallint, never reused. 0 is always UNKNOWN. */
  readonly number: number;
  /** Full name, sentence case. */
  readonly label: string;
  /** For axes, keys and table heads. */
  readonly short: string;
  readonly definition: string;
  /** A citation, or why there is none. */
  readonly source: string;
}

/** The number of UNKNOWN in every dimension. */
export const UNKNOWN_NUMBER = 0;
export const UNKNOWN_CODE = "UNKNOWN";

type Coded = { readonly code: string };
type Numbered = { readonly number: number };

/** Makes the look-up of a table by code. It throws on a stranger: check text from outside with `isCodeOf`. */
export function byCode<E extends Coded>(table: readonly E[], what: string): (code: E["code"]) => E {
  const entries = new Map<string, E>(table.map((entry) => [entry.code, entry]));
  return (code) => {
    const entry = entries.get(code);
    if (entry === undefined) throw new RangeError(`Unknown ${what} code`);
    return entry;
  };
}

/** Makes the look-up of a table by the number that the analysis tables store. */
export function byNumber<E extends Numbered>(table: readonly E[], what: string): (number: number) => E {
  const entries = new Map<number, E>(table.map((entry) => [entry.number, entry]));
  return (number) => {
    const entry = entries.get(number);
    if (entry === undefined) throw new RangeError(`Unknown ${what} number`);
    return entry;
  };
}

/** Is this text one of the table's codes? */
export function isCodeOf<E extends Coded>(table: readonly E[], text: string): text is E["code"] {
  return table.some((entry) => entry.code === text);
}

/**
 * A label inside a sentence: its first letter small, unless the first word is an abbreviation
 * ("Ketamine IV" becomes "ketamine IV"; "PTSD", "ECT" and "PHQ-9" stay).
 */
export function inSentence(label: string): string {
  const [first = ""] = label.split(/[\s,]/, 1);
  const abbreviation = /[A-Z0-9]/.test(first.slice(1));
  return abbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
