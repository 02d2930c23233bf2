// The seal: the one maker of Released<T>, which is the only thing that a resolver may return about patients.
// It is the last lock, not the gate: the hiding and rounding is done before the statistics, by the other files here.
import { hiddenReasons } from "@afterglow/shared";
import type { Policy } from "./policy";
import { roundCount, smallestShown } from "./rounding";

/** Kept to this file: without it nobody else can call the constructor, not even by a cast. */
const seal = Symbol("released");

/** How many numbers about patients a result shows and hides. */
export interface Numbers {
  readonly shown: number;
  readonly hidden: number;
}

export class Released<T> {
  readonly result: T;
  /** Null of a reference, which has none. */
  readonly numbers: Numbers | null;
  readonly #sealed = true;

  private constructor(key: symbol, result: T, numbers: Numbers | null) {
    if (key !== seal) throw new TypeError("Only disclosure/release.ts makes a Released");
    this.result = result;
    this.numbers = numbers;
  }

  /** Only callable with this file's own key. */
  static sealed<T>(key: symbol, result: T, numbers: Numbers | null): Released<T> {
    return new Released(key, result, numbers);
  }

  static has(value: unknown): value is Released<unknown> {
    return typeof value === "object" && value !== null && #sealed in value;
  }
}

/** Seals a result about patients. Throws where any Count or Estimate in it breaks the policy. */
export function release<T>(policy: Policy, result: T): Released<T> {
  return Released.sealed(seal, result, check(policy, result, "result"));
}

/** Seals what is not about patients: the vocabulary, a release's name. A count in it is a mistake. */
export function releaseReference<T>(result: T): Released<T> {
  walk(result, ["reference"], (path) => {
    throw new Error(`${placeOf(path)}: a number about patients cannot leave as a reference`);
  });
  return Released.sealed(seal, result, null);
}

export function isReleased(value: unknown): value is Released<unknown> {
  return Released.has(value);
}

type Numbered = Record<string, unknown> & { value: unknown; hidden: unknown };

/** Every object that carries a value with its hidden mark is a Count or, with limits, an Estimate. */
const isNumbered = (thing: object): thing is Numbered => "value" in thing && "hidden" in thing;

/** Names and positions on the way from the root; put together to words only where something is wrong. */
type Path = (string | number)[];

const placeOf = ([root = "", ...path]: Path): string =>
  path.reduce<string>(
    (place, step) => place + (typeof step === "number" ? `[${step}]` : `.${step}`),
    String(root),
  );

function walk(thing: unknown, path: Path, visit: (path: Path, number: Numbered) => void): void {
  if (typeof thing !== "object" || thing === null) return;
  if (Array.isArray(thing)) {
    for (let at = 0; at < thing.length; at++) walkInto(thing[at], at, path, visit);
    return;
  }
  if (thing instanceof Map || thing instanceof Set || thing instanceof Released) {
    throw new Error(`${placeOf(path)}: only plain objects and arrays can be released`);
  }
  if (isNumbered(thing)) visit(path, thing);
  for (const name of Object.keys(thing))
    walkInto((thing as Record<string, unknown>)[name], name, path, visit);
}

function walkInto(
  part: unknown,
  step: string | number,
  path: Path,
  visit: (path: Path, number: Numbered) => void,
): void {
  if (typeof part !== "object" || part === null) return;
  path.push(step);
  walk(part, path, visit);
  path.pop();
}

function check(policy: Policy, result: unknown, root: string): Numbers {
  const numbers = { shown: 0, hidden: 0 };
  walk(result, [root], (path, number) => {
    const refuse = (rule: string): never => {
      throw new Error(`${placeOf(path)}: ${rule}`);
    };
    const estimate = "lower" in number || "upper" in number || "bound" in number;
    numbers[number.hidden === null ? "shown" : "hidden"] += 1;
    if (number.hidden !== null) {
      if (typeof number.hidden !== "string" || !(number.hidden in hiddenReasons))
        refuse("hidden without a known reason");
      if (number.value !== null) refuse("hidden, yet carries a number");
      if (estimate && (number["lower"] !== null || number["upper"] !== null || number["bound"] !== null))
        refuse("hidden, yet carries an interval or a bound");
      return;
    }
    if (typeof number.value !== "number" || !Number.isFinite(number.value))
      refuse("neither hidden nor a number");
    const value = number.value as number;
    if (!estimate) {
      if (!Number.isSafeInteger(value) || value < 0) refuse("a count must be a whole number of 0 or more");
      if (value !== 0 && value < smallestShown(policy))
        refuse("a count under the smallest that may be shown");
      if (value !== roundCount(policy, value)) refuse("a count that is not rounded");
      return;
    }
    for (const limit of ["lower", "upper"] as const) {
      const at = number[limit];
      if (at !== null && (typeof at !== "number" || !Number.isFinite(at))) refuse(`${limit} is not a number`);
    }
  });
  return numbers;
}
