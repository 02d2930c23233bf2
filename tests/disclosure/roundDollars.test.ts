// Rounded dollars give no number of patients away: whatever is shown, every number that rounds to the same shown count
// could have given it.
import fc from "fast-check";
import { policyOf } from "../../server/src/disclosure/policy";
import { roundCount, roundDollars } from "../../server/src/disclosure/rounding";

const publish = policyOf("publish");
const GRAIN = 1000;

/** Could n patients, whose courses cost whole numbers of sessions at this price, have this mean on show? */
function fits(n: number, shown: number, price: number, mean: number): boolean {
  const near = Math.round((mean * n) / price);
  return [near - 1, near, near + 1].some(
    (sessions) => roundDollars(publish, shown, (price * sessions) / n, GRAIN) === mean,
  );
}

it("of a clinic with one price, for any number of patients and sessions", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 11, max: 3000 }),
      fc.integer({ min: 300, max: GRAIN }),
      fc.double({ min: 1, max: 12, noNaN: true }),
      (patients, price, sessionsEach) => {
        const shown = roundCount(publish, patients);
        const mean = roundDollars(
          publish,
          shown,
          (price * Math.round(patients * sessionsEach)) / patients,
          GRAIN,
        );
        for (let n = Math.max(11, shown - 2); n <= shown + 2; n++)
          expect({ n, fits: fits(n, shown, price, mean) }).toEqual({ n, fits: true });
      },
    ),
    { seed: 20240229, numRuns: 2000 },
  );
});

it.each([
  [15, 2234.5, 2200],
  [95, 2251, 2300],
  [100, 2234.5, 2230],
  [995, 2234.5, 2230],
  [1000, 2234.5, 2235],
  [12_000, 2234.4, 2234],
  [15, -20, 0],
])("of %d patients, %d is %d", (shown, dollars, rounded) => {
  expect(roundDollars(publish, shown, dollars, GRAIN)).toBe(rounded);
});

it("where counts are not rounded, neither are dollars", () => {
  expect(roundDollars(policyOf("internal"), 15, 2234.56, GRAIN)).toBe(2234.56);
});
