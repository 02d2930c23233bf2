// A set of patients, one bit each, and how cohorts lie to each other: what an attacker who knows everyone reckons with.
import type { Cohort } from "@afterglow/shared";
import { isIn, type Person } from "./people";

export class PatientSet {
  private constructor(private readonly words: Uint32Array) {}

  static of(people: readonly Person[], has: (person: Person) => boolean): PatientSet {
    const words = new Uint32Array(Math.ceil(people.length / 32));
    people.forEach((person, at) => {
      if (has(person)) words[at >> 5] = (words[at >> 5] ?? 0) | (1 << (at & 31));
    });
    return new PatientSet(words);
  }

  static ofCohort(people: readonly Person[], cohort: Cohort): PatientSet {
    return PatientSet.of(people, (person) => isIn(cohort, person));
  }

  and(other: PatientSet): PatientSet {
    return new PatientSet(this.words.map((word, at) => word & (other.words[at] ?? 0)));
  }

  without(other: PatientSet): PatientSet {
    return new PatientSet(this.words.map((word, at) => word & ~(other.words[at] ?? 0)));
  }

  get size(): number {
    return this.words.reduce((sum, word) => sum + bitsOf(word), 0);
  }

  /** How many are in both, without making the set. */
  shared(other: PatientSet): number {
    let sum = 0;
    for (let at = 0; at < this.words.length; at++)
      sum += bitsOf((this.words[at] ?? 0) & (other.words[at] ?? 0));
    return sum;
  }

  has(place: number): boolean {
    return (((this.words[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /** Places of the patients. */
  get places(): number[] {
    const places: number[] = [];
    this.words.forEach((word, at) => {
      for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) places.push(32 * at + bit);
    });
    return places;
  }

  get key(): string {
    return this.words.join();
  }
}

function bitsOf(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
