// A first recipe while it is being guessed: what is known of the project, and what was guessed and could not be.
import type { ExportColumn } from "./exportColumns";
import type { RedcapField } from "./dictionary";
import { meaningOf, UNKNOWN, type Meanings } from "./meanings";
import type { Survey } from "./survey";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** What is undefined is not written. */
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Stands where a guess was not possible: the import refuses it, and names the place. */
export const TO_FILL = "?";

export class Draft {
  readonly guessed: string[] = [];
  readonly unknown: string[] = [];
  readonly missingIn = new Map<string, Set<string>>();

  constructor(
    readonly fields: readonly RedcapField[],
    readonly columns: readonly ExportColumn[],
    readonly survey: Survey,
  ) {}

  /** Fields that the export has. */
  has(field: RedcapField): boolean {
    return this.survey.names.includes(field.name);
  }

  /** A column whose numbers lie within limits: what programs put for missing ones beyond them is told to be missing. */
  numbers(column: string, min: number, max: number): { readonly column: string } {
    const beyond = (this.survey.oddities.get(column) ?? []).filter((text) => {
      const number = Number(text);
      return Number.isNaN(number) || number < min || number > max;
    });
    this.missing(column, beyond);
    return { column };
  }

  missing(column: string, texts: Iterable<string>): void {
    const known = this.missingIn.get(column) ?? new Set<string>();
    for (const text of texts) known.add(text);
    if (known.size > 0) this.missingIn.set(column, known);
  }

  /** A date as REDCap exports it, whatever form it is entered in. */
  date({ name }: RedcapField): { readonly column: string; readonly date: string } {
    this.missing(name, this.survey.oddities.get(name) ?? []);
    return { column: name, date: "YYYY-MM-DD" };
  }

  /** null: none of the choices has a meaning here. */
  choices({ name, choices }: RedcapField, words: Meanings, what: string): JsonObject | null {
    const values = new Map<string, string | null>();
    const strange: string[] = [];
    for (const { code, label } of choices) {
      const meaning = meaningOf(words, label);
      if (meaning !== null) values.set(code, meaning);
      else if (UNKNOWN.test(label)) values.set(code, null);
      else strange.push(code);
    }
    if (![...values.values()].some((value) => value !== null)) return null;
    const codes = choices.map(({ code }) => code);
    this.missing(
      name,
      (this.survey.oddities.get(name) ?? []).filter((text) => !codes.includes(text)),
    );
    this.guessed.push(
      `${what}: ${name} (${[...values].map(([from, to]) => `${from} = ${to ?? "not known"}`).join(", ")})`,
    );
    if (strange.length > 0)
      this.unknown.push(
        `${name}: what ${what} the choice ${strange.join(", ")} is. Its rows are refused until the recipe says.`,
      );
    return { column: name, values: Object.fromEntries(values) };
  }
}
