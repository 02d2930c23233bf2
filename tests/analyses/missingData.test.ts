// Missing data: three shares of one visit with common numerators and denominators. Nothing small may follow from them by
// any sum or difference; and where nothing is hidden they are those of a naive count.
import { everyone, type Count, type Outcome } from "@afterglow/shared";
import { countedAsDue, missingData } from "../../server/src/analyses/missingData";
import { missingDataShares } from "../../server/src/analyses/missingDataShares";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { policyOf, profiles, type Policy } from "../../server/src/disclosure/policy";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";

/** Sets of the four parts, as bits: seen in response 1, seen without 2, missing in response when last seen 4, without 8. */
const EXPECTED = 15;
const RECEIVED = 3;
const RESPONDERS = 1;
const CARRIED = 5;

/** Which sets' sizes follow from those of the shown sets, by adding and subtracting: rank of the shown with and without. */
function follow(shown: readonly number[]): number[] {
  const rows = shown.map((set) => [1, 2, 4, 8].map((bit) => Number((set & bit) > 0)));
  const sets = Array.from({ length: 15 }, (_, at) => at + 1);
  return sets.filter(
    (set) => rank([...rows, [1, 2, 4, 8].map((bit) => Number((set & bit) > 0))]) === rank(rows),
  );
}

function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < 4; column++) {
    const at = left.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = left[at];
    if (pivot === undefined) continue;
    left[at] = left[found] ?? [];
    left[found] = pivot;
    for (const row of left.slice(found + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1);
      row.forEach((value, index) => (row[index] = value - times * (pivot[index] ?? 0)));
    }
    found++;
  }
  return found;
}

const isShown = (count: Count): boolean => count.value !== null;

function shownSets(policy: Policy, [a, b, c, d]: readonly [number, number, number, number]) {
  const patients = a + b + c + d;
  const shares = missingDataShares(
    policy,
    // Those seen lie in one category each, so that no category is small where the part is not.
    { due: { patients, carried: a + c }, received: a + b, categories: [0, b, 0, a, 0] },
    null,
  );
  const sets = [
    EXPECTED,
    ...(isShown(shares.received.patients) ? [RECEIVED] : []),
    ...(isShown(shares.responders) ? [RESPONDERS] : []),
    ...(isShown(shares.carried.patients) ? [CARRIED] : []),
  ];
  return { sets, shares };
}

const sizes = {
  internal: [0, 1, 4, 5, 6, 9, 30],
  publish: [0, 1, 10, 11, 12, 20, 200, 300],
} as const;

it.each(profiles)("lets no number of 1 to k - 1 follow from what is shown, under %s", (profile) => {
  const policy = policyOf(profile);
  let shownWhole = 0;
  for (const a of sizes[profile])
    for (const b of sizes[profile])
      for (const c of sizes[profile])
        for (const d of sizes[profile]) {
          const parts = [a, b, c, d] as const;
          if (a + b + c + d < policy.smallestCount) continue;
          const { sets, shares } = shownSets(policy, parts);
          if (sets.length === 4) shownWhole++;
          const small = follow(sets).filter((set) => {
            const size = [1, 2, 4, 8].reduce(
              (sum, bit, at) => sum + ((set & bit) > 0 ? (parts[at] ?? 0) : 0),
              0,
            );
            return size > 0 && size < policy.smallestCount;
          });
          expect({ parts, sets, small }).toEqual({ parts, sets, small: [] });
          // A share is only given with both of its numbers, or as a bound.
          const exact = (share: { value: number | null; bound: unknown }) =>
            share.value !== null && share.bound === null;
          expect(exact(shares.observed)).toBe(sets.includes(RECEIVED) && sets.includes(RESPONDERS));
          expect(exact(shares.nonResponse)).toBe(sets.includes(RESPONDERS));
          expect(exact(shares.carried.share)).toBe(sets.includes(CARRIED));
        }
  expect(shownWhole).toBeGreaterThan(20);
});

it.each(profiles)(
  "says nothing else of a response that nobody had than of one that too few had, under %s",
  (profile) => {
    const policy = policyOf(profile);
    const of = (a: number) => shownSets(policy, [a, 60 - a, 40, 40]).shares;
    if (policy.roundedTo > 1) {
      const few = of(policy.smallestCount - 1);
      const nobody = of(0);
      expect([nobody.responders, nobody.observed, nobody.nonResponse]).toEqual([
        few.responders,
        few.observed,
        few.nonResponse,
      ]);
    }
    expect(of(policy.smallestCount - 1).responders).toEqual({ value: null, hidden: "TOO_FEW" });
  },
);

it("hides a response that would give away a change category which the trajectory hides", () => {
  const policy = policyOf("internal");
  const of = (categories: number[]) => {
    const received = categories.reduce((sum, count) => sum + count, 0);
    return missingDataShares(
      policy,
      { due: { patients: received + 50, carried: 60 + 20 }, received, categories },
      null,
    );
  };
  expect(of([20, 30, 20, 30, 30]).responders.value).toBe(60);
  // Remission is hidden there, and with it the smallest other one, which is among those without a response.
  expect(of([10, 30, 20, 57, 3]).responders).toEqual({ value: null, hidden: "PROTECTS_ANOTHER" });
  // Remission and response are hidden together: their sum gives neither away.
  expect(of([100, 90, 80, 57, 3]).responders.value).toBe(60);
});

it("counts those as due who are too few to be told from those who are not", () => {
  const policy = policyOf("internal");
  const due = (...patients: number[]) => patients.map((each) => ({ patients: each, carried: each / 2 }));
  expect(countedAsDue(policy, due(100, 100, 98)).patients).toBe(100);
  expect(countedAsDue(policy, due(100, 98, 96, 95)).patients).toBe(95);
  expect(countedAsDue(policy, due(100, 98, 96, 94, 92)).patients).toBe(94);
  expect(countedAsDue(policy, due(100, 90, 90, 88)).patients).toBe(90);
});

describe("over seeded rows", () => {
  let tallied: TalliedRows;
  beforeAll(async () => {
    tallied = await talliedRows();
  });
  afterAll(() => tallied.drop());

  it("gives the numbers of a naive count, with one numerator for two shares", async () => {
    const outcome: Outcome = {
      measure: "PHQ9",
      response: "INSTRUMENT",
      relapse: "LOSS_OF_RESPONSE",
      maintenance: "IGNORED",
    };
    const context: AnalysisContext = {
      query: tallied.query,
      policy: policyOf("internal"),
      release: {
        id: "rows.1",
        number: 1,
        publishedOn: "2026-03-02",
        checksum: "0123abcd",
        releaseId: tallied.scopeOf(everyone).releaseId,
        clinics: [],
        startYears: [],
        measures: ["PHQ9"],
      },
    };
    const { result } = await missingData(context, { cohort: everyone, outcome, by: null, visit: "W2" });
    const due = tallied
      .measuresOf(everyone, outcome)
      .filter((row) => row["is_case"] && (row["score_w2"] !== null || Number(row["expected_to_day"]) >= 11));
    const responded = (change: unknown) => change === 4 || change === 5;
    const seen = due.filter((row) => row["score_w2"] !== null);
    const responders = seen.filter((row) => responded(row["change_w2"])).length;
    const carried = due.filter((row) =>
      responded(row["change_w2"] ?? row["change_w1"] ?? row["change_d1"]),
    ).length;
    const [group] = result.groups;
    expect(group).toMatchObject({
      patients: { value: due.length },
      received: { patients: { value: seen.length } },
      responders: { value: responders },
      carried: { patients: { value: carried } },
    });
    expect(group?.observed.value).toBeCloseTo(responders / seen.length, 12);
    expect(group?.nonResponse.value).toBeCloseTo(responders / due.length, 12);
    expect(group?.carried.share.value).toBeCloseTo(carried / due.length, 12);
  });
});
