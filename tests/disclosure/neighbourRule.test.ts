// The neighbour rule on every cohort of four hundred small populations: it says what the rule as it is written down says,
// patient by patient; and no two of its answers are of nested sets that are 1 to k - 1 patients apart, whatever was asked,
// also over two releases. RULE_POPULATIONS asks for so many larger ones as well.
import { countInBoth, countBetween, type Bitmap } from "../../server/src/disclosure/bitmap";
import { neighbourRule, type RuleDimension } from "../../server/src/disclosure/neighbourRule";
import { naiveRule, passesAll, type Choice } from "./naiveRule";
import { bitmapOf, cohortsOf, populationOf, type Population } from "./smallPopulations";

const larger = Number(process.env["RULE_POPULATIONS"] ?? 0);

interface Tried {
  cohorts: number;
  answered: number;
  changed: number;
  pairs: number;
}

interface Answer {
  readonly inside: Bitmap;
  readonly patients: number;
}

function ruleDimensions({ dimensions, patients }: Population, toBitmap = bitmapOf): RuleDimension[] {
  return dimensions.map(({ grammar, size, unknown }, at) => ({
    grammar,
    unknown,
    categories: Array.from({ length: size }, (_, category) =>
      toBitmap(patients.map((patient) => patient[at] === category)),
    ),
  }));
}

function tryAll(population: Population, tried: Tried): void {
  const { k, patients, isNew, dimensions } = population;
  const everyone = bitmapOf(patients.map(() => true));
  const earlier = bitmapOf(isNew.map((each) => !each));
  const added = bitmapOf(isNew);
  const before = patients.filter((_, at) => isNew[at] !== true);
  const rule = ruleDimensions(population);
  const [answers, releases] = [new Map<string, Answer>(), new Map<string, Answer>()];
  const keep = (answer: Answer, into: Map<string, Answer>) => into.set(answer.inside.join(), answer);
  for (const asked of cohortsOf(population)) {
    const now = neighbourRule(k, everyone, rule, asked);
    const then = neighbourRule(k, earlier, rule, asked);
    mustBe(now?.chosen, naiveRule(k, patients, dimensions, asked));
    mustBe(then?.chosen, naiveRule(k, before, dimensions, asked));
    tried.cohorts += 1;
    if (then !== null) keep(then, releases);
    if (now === null) continue;
    tried.answered += 1;
    if (JSON.stringify(now.chosen) !== JSON.stringify(asked)) tried.changed += 1;
    mustBe(now.patients, patients.filter((each) => passesAll(each, now.chosen)).length);
    mustBe(neighbourRule(k, everyone, rule, now.chosen)?.chosen, now.chosen);
    keep(now, answers);
    // The newer release answers where at least k of the patients are new in it.
    if (countInBoth(now.inside, added, k) === k) keep(now, releases);
  }
  for (const family of [answers, releases]) tried.pairs += nestedPairs([...family.values()], k);
}

/** As expect(…).toEqual, which would take most of the time of so many cohorts. */
function mustBe(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found ?? null), JSON.stringify(expected)];
  if (one !== other) throw new Error(`The rule gives ${one}, and as it is written ${other}`);
}

/** Looks at every pair, and fails at one that is nested and 1 to k - 1 apart. How many pairs there were. */
function nestedPairs(answers: readonly Answer[], k: number): number {
  const bySize = answers.toSorted((one, other) => one.patients - other.patients);
  for (const [at, inner] of bySize.entries()) {
    for (const outer of bySize.slice(at + 1)) {
      const apart = outer.patients - inner.patients;
      if (apart >= k) break;
      if (apart > 0 && countBetween([inner.inside], [outer.inside], 1) === 0)
        throw new Error(`Two cohorts are nested and ${apart} apart, with k = ${k}`);
    }
  }
  return (answers.length * (answers.length - 1)) / 2;
}

function tryPopulations(count: number, isLarge: boolean): Tried {
  const tried: Tried = { cohorts: 0, answered: 0, changed: 0, pairs: 0 };
  for (let seed = 1; seed <= count; seed++) tryAll(populationOf(seed, isLarge), tried);
  return tried;
}

it("is the rule as it is written, and leaves no nested pair of cohorts 1 to k - 1 apart", () => {
  const tried = tryPopulations(400, false);
  expect(tried.cohorts).toBeGreaterThan(40_000);
  expect(tried.answered).toBeGreaterThan(12_000);
  expect(tried.changed).toBeGreaterThan(2_000);
  expect(tried.pairs).toBeGreaterThan(40_000);
}, 180_000);

it("says the same of patients who lie far apart, in hundreds of words", () => {
  // Every so many bits one: few words of a rare category are occupied, and a crowd begins long before it ends.
  const apart = (flags: readonly boolean[]): Bitmap =>
    bitmapOf(
      Array.from({ length: 71 * flags.length }, (_, bit) => bit % 71 === 0 && flags[bit / 71] === true),
    );
  let answered = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const population = populationOf(seed, seed % 2 === 0);
    const near = [bitmapOf(population.patients.map(() => true)), ruleDimensions(population)] as const;
    const far = [apart(population.patients.map(() => true)), ruleDimensions(population, apart)] as const;
    for (const asked of cohortsOf(population)) {
      const found = neighbourRule(population.k, ...far, asked);
      const expected = neighbourRule(population.k, ...near, asked);
      mustBe([found?.chosen, found?.patients], [expected?.chosen, expected?.patients]);
      if (found === null) continue;
      answered += 1;
      mustBe(countInBoth(found.inside, far[0], Infinity), found.patients);
    }
  }
  expect(answered).toBeGreaterThan(2_000);
}, 60_000);

if (larger > 0) {
  it("does so on larger populations", () => {
    expect(tryPopulations(larger, true).cohorts).toBeGreaterThan(100 * larger);
  }, 3_600_000);
}

it("un-applies the least important filter first, and narrows to a fixed point", () => {
  const dimension = (flags: readonly number[]): RuleDimension => ({
    grammar: "set",
    unknown: -1,
    categories: [0, 1].map((category) => bitmapOf(flags.map((flag) => flag === category))),
  });
  // Each filter alone sets apart the same two patients: the more important one cannot stand either.
  const half = Array.from({ length: 12 }, (_, at) => (at < 10 ? 0 : 1));
  const twice = [dimension(half), dimension(half)];
  const everyone = bitmapOf(half.map(() => true));
  const chosen: Choice[] = [[0], [0]];
  expect(neighbourRule(3, everyone, twice, chosen)?.chosen).toEqual([null, null]);
  expect(neighbourRule(2, everyone, twice, chosen)?.chosen).toBeUndefined();
  expect(neighbourRule(2, everyone, twice, [[0], null])?.chosen).toBeUndefined();
  expect(neighbourRule(2, everyone, twice.slice(0, 1), [[0]])?.chosen).toEqual([[0]]);
  expect(neighbourRule(3, everyone, twice, [[1], null])).toBeNull();
});
