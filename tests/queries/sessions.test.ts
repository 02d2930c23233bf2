// The tallies of session profiles and costs, on a real Postgres, against the naive count over the same rows.
import { everyone } from "@afterglow/shared";
import { hasDefinitions } from "../../server/src/queries/hasDefinitions";
import { tallyCost, tallyResponderCost } from "../../server/src/queries/tallyCost";
import { profileMeans, tallySessionProfile } from "../../server/src/queries/tallySessionProfile";
import { ENDPOINT_DEFINITIONS } from "../../server/src/releases/endpointDefinitions";
import type { Row } from "./analysisRows";
import { grouped, momentsOf, numbersOf, valueOf } from "./oracle";
import { cases, talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

type Pair = readonly [x: number, y: number];

function pairsOf(pairs: readonly Pair[]) {
  const { n, ...x } = momentsOf(pairs.map(([value]) => value));
  const { n: _n, ...y } = momentsOf(pairs.map(([, value]) => value));
  return { n, x, y, sumOfProducts: pairs.reduce((sum, [left, right]) => sum + left * right, 0) };
}

function monitoringOf(rows: readonly Row[], known: string, done: string) {
  const recorded = rows.filter((row) => Number(row[known]) > 0);
  return {
    sessions: pairsOf(recorded.map((row): Pair => [Number(row[done]), Number(row[known])])),
    withAny: recorded.filter((row) => Number(row[done]) > 0).length,
    withoutAny: recorded.filter((row) => Number(row[done]) < Number(row[known])).length,
  };
}

it.each(cases)("adds up what sessions were like: $by, $cohort", async ({ cohort, by }) => {
  const expected = grouped(tallied.profilesOf(cohort), by).map(([group, of]) => ({
    group,
    exposed: of.length,
    means: Object.fromEntries(
      profileMeans.map((name) => [name, momentsOf(numbersOf(of, (row) => valueOf(row, name)))]),
    ),
    ecg: monitoringOf(of, "ecg_known", "ecg_done"),
    vitals: monitoringOf(of, "vitals_known", "vitals_monitored"),
    settings: [1, 2].map((number) => of.filter((row) => row["setting"] === number).length),
  }));
  expect(await tallySessionProfile(tallied.query, tallied.scopeOf(cohort), by)).toEqual(expected);
});

it.each(cases)("adds up costs: $by, $cohort", async ({ cohort, by }) => {
  const expected = grouped(tallied.profilesOf(cohort), by).map(([group, of]) => {
    const cost = (name: string) => momentsOf(numbersOf(of, (row) => valueOf(row, name)));
    const priced = of.filter((row) => Number(row["priced_sessions"]) > 0);
    return {
      group,
      sessions: pairsOf(priced.map((row): Pair => [Number(row["cost"]), Number(row["priced_sessions"])])),
      courses: {
        INDUCTION: cost("induction_cost"),
        HALF_YEAR: cost("half_year_cost"),
        YEAR: cost("year_cost"),
      },
    };
  });
  expect(await tallyCost(tallied.query, tallied.scopeOf(cohort), by)).toEqual(expected);
});

it.each(withOutcome)(
  "adds up cost and response together: $outcome.measure by $by, $cohort",
  async ({ cohort, by, outcome }) => {
    const costOf = (measure: Row, name: string): number | null => {
      const profile = tallied
        .profilesOf(cohort)
        .find((row) => row["patient"] === measure["patient"] && row["course"] === measure["course"]);
      return profile === undefined ? null : valueOf(profile, name);
    };
    const evaluable = tallied
      .measuresOf(cohort, outcome)
      .filter((row) => row["is_case"] && row["later_score"] && costOf(row, "induction_cost") !== null);
    const pairs = (rows: readonly Row[], name: string) =>
      pairsOf(
        rows.flatMap((row): Pair[] => {
          const cost = costOf(row, name);
          return cost === null ? [] : [[cost, row["durability_zero_day"] === null ? 0 : 1]];
        }),
      );
    const expected = grouped(evaluable, by).map(([group, of]) => ({
      group,
      induction: pairs(of, "induction_cost"),
      halfYear: pairs(of, "half_year_cost"),
    }));
    expect(await tallyResponderCost(tallied.query, tallied.scopeOf(cohort), outcome, by)).toEqual(expected);
  },
);

it("knows by the release's own definitions what was derived", async () => {
  const { releaseId } = tallied.scopeOf(everyone);
  const newest = Number(ENDPOINT_DEFINITIONS);
  expect(await hasDefinitions(tallied.query, releaseId, newest)).toBe(true);
  expect(await hasDefinitions(tallied.query, releaseId, newest + 1)).toBe(false);
  expect(await hasDefinitions(tallied.query, 999_999, 1)).toBe(false);
});
