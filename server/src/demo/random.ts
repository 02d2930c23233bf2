// Random numbers that are the same on every run: one stream a patient, so that patient 17 of a seed is the
// same person in a registry of 300 and of 1,000,000. Nothing else in this room may draw a random number.
import { normalQuantile } from "../statistics/distributions";

/** A choice and its weight; weights need not add up to 1. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** The finaliser of MurmurHash3 (A. Appleby, public domain): a one-to-one map of 32-bit numbers. */
export function scramble(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** sfc32, C. Doty-Humphrey, PractRand: 128 bits of state, passes its own battery to terabytes. */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, stream: number) {
    this.a = scramble(seed);
    this.b = scramble(stream);
    this.c = scramble((seed ^ 0x9e3779b9) + stream);
    for (let i = 0; i < 12; i++) this.next();
  }

  private next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Over 0 and under 1, both excluded, so that every quantile of it is finite. */
  uniform(): number {
    return (this.next() + 0.5) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.uniform() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.uniform() * (to - from);
  }

  normal(mean = 0, sd = 1): number {
    return mean + sd * normalQuantile(this.uniform());
  }

  /** By the inverse of S(t) = exp(-(t / scale) ^ shape). */
  weibull(shape: number, scale: number): number {
    return scale * (-Math.log(this.uniform())) ** (1 / shape);
  }

  /** The logarithm is normal; `sigma` is its standard deviation. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  pick<T>(choices: Weighted<T>): T {
    let rest = this.uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    const last = choices.at(-1);
    if (last === undefined) throw new RangeError("Nothing to pick from.");
    return last[0];
  }
}

export function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
