// Small populations at random, for trying every cohort: a few classes of patients who are alike, so that dimensions hang
// together and some lie within others, and categories from common to empty.
import type { Bitmap } from "../../server/src/disclosure/bitmap";
import { randomFrom } from "../queries/analysisRows";
import { choicesOf, type Choice, type NaiveDimension, type Patient } from "./naiveRule";

export interface Population {
  readonly k: number;
  readonly dimensions: readonly NaiveDimension[];
  readonly patients: readonly Patient[];
  /** By patient: whether none of the earlier release's. */
  readonly isNew: readonly boolean[];
}

/** Numbers of categories of the dimensions. */
const small = [
  [3, 3, 3],
  [4, 3, 2],
  [2, 2, 2, 2],
  [5, 3],
  [3, 2, 2, 2],
  [4, 4],
  [2, 3, 3],
];
const large = [
  [4, 4, 3],
  [5, 4, 2],
  [5, 5, 2],
  [2, 2, 3, 3],
  [2, 2, 2, 2, 3],
  [3, 3, 3, 2],
  [5, 4, 3],
];

export function populationOf(seed: number, isLarge: boolean): Population {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const shapes = isLarge ? large : small;
  const sizes = shapes[below(shapes.length)] ?? [3, 3];
  const dimensions = sizes.map((size): NaiveDimension => {
    const grammar = (["set", "range", "one"] as const)[below(3)] ?? "set";
    return { grammar, size, unknown: grammar === "range" && random() < 0.5 ? size - 1 : -1 };
  });
  const tilt = random() * 6;
  const common = sizes.map((size) => Array.from({ length: size }, () => (random() + 0.02) ** 2.5));
  const classes = Array.from({ length: 3 + below(3) }, () =>
    common.map((weights) => weights.map((weight) => weight * random() ** tilt)),
  );
  const pick = (weights: readonly number[]): number => {
    let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
    const at = weights.findIndex((weight) => (left -= weight) <= 0);
    return at < 0 ? weights.length - 1 : at;
  };
  const patients = Array.from({ length: 25 + Math.floor(random() ** 1.5 * (isLarge ? 270 : 110)) }, () =>
    (classes[below(classes.length)] ?? common).map(pick),
  );
  return { k: 3 + below(3), dimensions, patients, isNew: patients.map(() => random() < 0.15) };
}

/** Every cohort that can be asked for. */
export function cohortsOf({ dimensions }: Population): Choice[][] {
  return dimensions.reduce<Choice[][]>(
    (cohorts, dimension) =>
      cohorts.flatMap((cohort) => choicesOf(dimension).map((each) => [...cohort, each])),
    [[]],
  );
}

/** Bit 0 is the first word's lowest: which bit is which patient makes no difference. */
export function bitmapOf(flags: readonly boolean[]): Bitmap {
  const bitmap = new Uint32Array(Math.ceil(flags.length / 32));
  for (const [at, flag] of flags.entries()) if (flag) bitmap[at >> 5]! |= 1 << (at & 31);
  return bitmap;
}
