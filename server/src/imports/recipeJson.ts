// Reads a recipe's JSON piece by piece: each fault is noted with its place in the file, and reading goes on.
import type { Problems } from "./problems";

export class RecipeJson {
  constructor(
    private readonly value: unknown,
    readonly place: string,
    private readonly file: string,
    private readonly problems: Problems,
  ) {}

  report(rule: string): void {
    this.problems.add(this.file, null, this.place, rule);
  }

  has(key: string): boolean {
    return isObject(this.value) && this.value[key] !== undefined;
  }

  /** An unknown key is a fault: a word that is not understood would be passed over in silence. */
  object(keys?: readonly string[]): this {
    if (!isObject(this.value)) this.report("Has to be an object.");
    else if (keys && Object.keys(this.value).some((key) => !keys.includes(key))) {
      this.report(`Holds an unknown word. Known here: ${keys.join(", ")}.`);
    }
    return this;
  }

  at(key: string): RecipeJson {
    const value = isObject(this.value) ? this.value[key] : undefined;
    return new RecipeJson(value, this.place === "" ? key : `${this.place}.${key}`, this.file, this.problems);
  }

  entries(): [string, RecipeJson][] {
    return isObject(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
  }

  list(): RecipeJson[] {
    if (Array.isArray(this.value)) {
      const items: unknown[] = this.value;
      return items.map(
        (item, nth) => new RecipeJson(item, `${this.place}[${nth}]`, this.file, this.problems),
      );
    }
    if (this.value !== undefined) this.report("Has to be a list.");
    return [];
  }

  text(): string {
    if (typeof this.value === "string" && this.value !== "") return this.value;
    this.report("Has to be a text.");
    return "";
  }

  texts(): string[] {
    return this.list().map((item) => item.text());
  }

  number(): number {
    if (typeof this.value === "number" && Number.isFinite(this.value)) return this.value;
    this.report("Has to be a number.");
    return 0;
  }

  flag(): boolean {
    if (typeof this.value !== "boolean") this.report("Has to be true or false.");
    return this.value === true;
  }

  /** A text, or null for a missing value, which becomes "". */
  textOrNull(): string {
    return this.value === null ? "" : this.text();
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice | undefined {
    const choice = choices.find((known) => known === this.value);
    if (choice === undefined) this.report(`Has to be one of: ${choices.join(", ")}.`);
    return choice;
  }

  raw(): { readonly [key: string]: unknown } {
    return isObject(this.value) ? this.value : {};
  }
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
