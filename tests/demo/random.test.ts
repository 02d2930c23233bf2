// The random numbers of the synthetic registry: the same on every run, and distributed as they say.
import { RandomStream, scramble } from "../../server/src/demo/random";

const N = 50_000;
const draw = <T>(make: (random: RandomStream) => T): T[] => {
  const random = new RandomStream(42, 7);
  return Array.from({ length: N }, () => make(random));
};
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const below = (values: number[], limit: number) =>
  values.filter((value) => value < limit).length / values.length;

describe("RandomStream", () => {
  it("is fixed for good: these numbers must never change, or every seed means other patients", () => {
    const random = new RandomStream(1, 0);
    expect([0, 0, 0].map(() => random.whole(0, 999_999))).toMatchInlineSnapshot(`
     [
       513411,
       764003,
       405442,
     ]
    `);
  });

  it("gives neighbouring streams unlike numbers", () => {
    const firsts = new Set(Array.from({ length: 1000 }, (_, i) => new RandomStream(1, i).uniform()));
    expect(firsts.size).toBe(1000);
    expect(mean([...firsts])).toBeCloseTo(0.5, 1);
  });

  it("draws uniform, normal, Weibull and weighted values as they should be", () => {
    const uniform = draw((random) => random.uniform());
    expect(Math.min(...uniform.slice(0, 10_000))).toBeGreaterThan(0);
    expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(0.005);
    const normal = draw((random) => random.normal(10, 2));
    expect(Math.abs(mean(normal) - 10)).toBeLessThan(0.04);
    expect(Math.abs(below(normal, 10 - 1.96 * 2) - 0.025)).toBeLessThan(0.003);
    // S(scale) = 1 / e whatever the shape.
    expect(
      Math.abs(
        below(
          draw((random) => random.weibull(1.195, 98.3)),
          98.3,
        ) -
          (1 - 1 / Math.E),
      ),
    ).toBeLessThan(0.01);
    const picked = draw((random) =>
      random.pick<string>([
        ["a", 1],
        ["b", 3],
      ]),
    );
    expect(Math.abs(picked.filter((each) => each === "b").length / N - 0.75)).toBeLessThan(0.01);
    expect(new Set(draw((random) => random.whole(2, 4)))).toEqual(new Set([2, 3, 4]));
  });

  it("has nothing to pick from an empty list", () => {
    expect(() => new RandomStream(1, 1).pick([])).toThrow("Nothing to pick from.");
  });
});

describe("scramble", () => {
  it("maps no two numbers to one", () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, i) => scramble(i)));
    expect(seen.size).toBe(100_000);
  });
});
