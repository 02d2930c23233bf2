// The tallies of the Questions page, on a real Postgres, against the naive count over the same rows.
import type { Outcome } from "@afterglow/shared";
import { tallyMissingData } from "../../server/src/queries/tallyMissingData";
import { tallySuicidality } from "../../server/src/queries/tallySuicidality";
import { tallyWellbeing } from "../../server/src/queries/tallyWellbeing";
import { tallyWorsening } from "../../server/src/queries/tallyWorsening";
import { scoreVisits, type Row } from "./analysisRows";
import { grouped, momentsOf, numbersOf, valueOf } from "./oracle";
import { cases, talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const early = ["d1", "w1", "w2", "w3", "w4"];
const later = ["w6", "w8", "w12"];

it.each(withOutcome)(
  "counts worsening and late response: $outcome.measure by $by, $cohort",
  async ({ cohort, by, outcome }) => {
    const cases = tallied.measuresOf(cohort, outcome).filter((row) => row["is_case"]);
    const expected = grouped(cases, by).map(([group, of]) => {
      const counted = { group, patients: 0, worse: 0, early: 0, later: 0, never: 0, unseen: 0 };
      for (const row of of) {
        const at = (visits: string[]) => visits.flatMap((visit) => valueOf(row, `change_${visit}`) ?? []);
        const isBetter = (change: number) => change === 4 || change === 5;
        if (at([...early, ...later]).length === 0) continue;
        counted.patients++;
        if (at([...early, ...later]).includes(1)) counted.worse++;
        if (at(early).some(isBetter)) counted.early++;
        else if (at(later).some(isBetter)) counted.later++;
        else if (at(later).length > 0) counted.never++;
        else counted.unseen++;
      }
      return counted;
    });
    expect(await tallyWorsening(tallied.query, tallied.scopeOf(cohort), outcome, by)).toEqual(expected);
  },
);

const outcomeOf = (measure: Outcome["measure"]): Outcome => ({
  measure,
  response: "INSTRUMENT",
  relapse: "LOSS_OF_RESPONSE",
  maintenance: "IGNORED",
});
const countOf = (rows: Row[], visit: string, has: (value: number, row: Row) => boolean) =>
  rows.filter((row) => {
    const value = valueOf(row, visit);
    return value !== null && has(value, row);
  }).length;

it.each(cases)("adds up the suicidality item: $by, $cohort", async ({ cohort, by }) => {
  const any = tallied
    .measuresOf(cohort, outcomeOf("PHQ9"))
    .filter((row) => Number(row["item_baseline"]) >= 1);
  const expected = grouped(any, by).map(([group, of]) => ({
    group,
    patients: of.length,
    visits: ["baseline", ...scoreVisits].map((visit) => ({
      visit: visit.toUpperCase(),
      item: momentsOf(numbersOf(of, (row) => valueOf(row, `item_${visit}`))),
      none: countOf(of, `item_${visit}`, (item) => item === 0),
      worse: countOf(of, `item_${visit}`, (item, row) => item > Number(row["item_baseline"])),
    })),
  }));
  expect(await tallySuicidality(tallied.query, tallied.scopeOf(cohort), "PHQ9", by)).toEqual(expected);
});

it.each(cases)("adds up well-being: $by, $cohort", async ({ cohort, by }) => {
  const known = tallied.measuresOf(cohort, outcomeOf("WHO5")).filter((row) => row["baseline"] !== null);
  const expected = grouped(known, by).map(([group, of]) => ({
    group,
    patients: of.length,
    visits: ["baseline", ...scoreVisits.map((visit) => `score_${visit}`)].map((column) => ({
      visit: column.replace("score_", "").toUpperCase(),
      score: momentsOf(numbersOf(of, (row) => valueOf(row, column))),
      gained: countOf(of, column, (score, row) => score >= Number(row["baseline"]) + 10),
      well: countOf(of, column, (score) => score > 50),
    })),
  }));
  expect(await tallyWellbeing(tallied.query, tallied.scopeOf(cohort), by)).toEqual(expected);
});

it.each(withOutcome.flatMap((each) => ["D1", "W4", "W52"].map((visit) => ({ ...each, visit }))))(
  "counts who is missing at $visit, and who was in response when last seen: $outcome.measure by $by, $cohort",
  async ({ cohort, by, outcome, visit }) => {
    const order = ["d1", "w1", "w2", "w3", "w4", "w6", "w8", "w12", "w16", "w20", "w26", "w39", "w52"];
    const firstDays = [1, 3, 11, 18, 25, 36, 50, 71, 99, 127, 155, 211, 316];
    const place = order.indexOf(visit.toLowerCase());
    const cases = tallied.measuresOf(cohort, outcome).filter((row) => row["is_case"]);
    const expected = grouped(cases, by).map(([group, of]) => {
      const isSeen = (row: Row) => valueOf(row, `score_${visit.toLowerCase()}`) !== null;
      const isCarried = (row: Row) => {
        for (let at = place; at >= 0; at--) {
          const change = valueOf(row, `change_${order[at]}`);
          if (change !== null) return change === 4 || change === 5;
        }
        return false;
      };
      const among = (rows: Row[]) => ({ patients: rows.length, carried: rows.filter(isCarried).length });
      return {
        group,
        due: [
          among(of),
          ...firstDays
            .slice(0, place + 1)
            .map((day) => among(of.filter((row) => isSeen(row) || Number(row["expected_to_day"]) >= day))),
        ],
        received: of.filter(isSeen).length,
        categories: [1, 2, 3, 4, 5].map(
          (number) =>
            of.filter((row) => isSeen(row) && valueOf(row, `change_${visit.toLowerCase()}`) === number)
              .length,
        ),
      };
    });
    const scope = tallied.scopeOf(cohort);
    expect(await tallyMissingData(tallied.query, scope, outcome, by, visit)).toEqual(expected);
  },
);
