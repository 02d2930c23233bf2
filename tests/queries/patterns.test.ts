// The tallies by pattern of covariates, on a real Postgres, against the naive count over the same rows.
import {
  everyone,
  isRemission,
  isResponse,
  sideEffects,
  type DimensionName,
  type Outcome,
} from "@afterglow/shared";
import { durabilityTimes } from "../../server/src/queries/tallyDurability";
import { tallyExposurePatterns } from "../../server/src/queries/tallyExposurePatterns";
import { tallyTimePatterns } from "../../server/src/queries/tallyTimePatterns";
import { tallyVisitPatterns } from "../../server/src/queries/tallyVisitPatterns";
import { heldInstruments, snake, type Row } from "./analysisRows";
import { countBy, momentsOf, valueOf } from "./oracle";
import { talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const covariates: DimensionName[] = ["severity", "sex", "priorTrials"];
const asked = withOutcome.flatMap((each, index) => ({
  ...each,
  covariates: index % 3 === 2 ? [] : covariates,
  visit: index % 2 === 0 ? "W4" : "W12",
}));

/** One entry a pattern, in the order of its categories. */
function byPattern<T extends Row>(rows: readonly T[], dimensions: readonly DimensionName[]) {
  return countBy(rows, (row) => dimensions.map((name) => Number(row[snake(name)]))).map((entry) => ({
    categories: entry.key,
    rows: entry.rows,
  }));
}

const sorted = <T extends { readonly categories: readonly number[] }>(tally: readonly T[]): T[] =>
  [...tally].sort((one, other) => {
    const at = one.categories.findIndex((part, index) => part !== other.categories[index]);
    return at < 0 ? 0 : (one.categories[at] ?? 0) - (other.categories[at] ?? 0);
  });

it.each(asked)(
  "adds up a visit by pattern: $outcome.measure, $outcome.response at $visit, $covariates, $cohort",
  async ({ cohort, outcome, covariates: names, visit }) => {
    const column = `score_${visit.toLowerCase()}`;
    const isOwn = outcome.measure === "OWN";
    const scored = tallied
      .measuresOf(cohort, outcome)
      .filter((row) => row["is_case"] && row[column] !== null && (!isOwn || Number(row["baseline"]) > 0));
    const expected = byPattern(scored, names).map(({ categories, rows }) => {
      const changes = rows.map((row) => {
        const [score, baseline] = [Number(row[column]), Number(row["baseline"])];
        return isOwn ? Math.floor((10_000 * score) / baseline + 0.5) - 10_000 : score - baseline;
      });
      const { sum, sumOfSquares } = momentsOf(changes);
      return {
        categories,
        patients: rows.length,
        responders: rows.filter((row) => responds(row, outcome, column)).length,
        remitters: rows.filter((row) => remits(row, column)).length,
        sum,
        sumOfSquares,
      };
    });
    const tally = await tallyVisitPatterns(tallied.count, tallied.scopeOf(cohort), outcome, visit, names);
    expect(sorted(tally)).toEqual(expected);
  },
);

function instrumentOf(row: Row) {
  const instrument = heldInstruments.find(({ number }) => number === row["instrument"]);
  if (instrument === undefined) throw new Error("The rows hold another instrument");
  return instrument;
}
const responds = (row: Row, { response }: Outcome, column: string): boolean =>
  isResponse(instrumentOf(row), response, Number(row["baseline"]), Number(row[column]));
const remits = (row: Row, column: string): boolean => isRemission(instrumentOf(row), Number(row[column]));

it.each(asked)(
  "counts times by pattern: $outcome.relapse, $outcome.maintenance, $covariates, $cohort",
  async ({ cohort, outcome, covariates: names }) => {
    const scope = tallied.scopeOf(cohort);
    const tally = await tallyTimePatterns(tallied.count, durabilityTimes(scope, outcome), names);
    const column = {
      LOSS_OF_RESPONSE: "loss_days",
      CONFIRMED_LOSS: "confirmed_loss_days",
      RELAPSE: "relapse_days",
      CONFIRMED_RELAPSE: "confirmed_relapse_days",
    }[outcome.relapse];
    const responders = tallied
      .measuresOf(cohort, outcome)
      .filter((row) => row["durability_zero_day"] !== null)
      .map((row) => {
        const event = valueOf(row, column) ?? Infinity;
        const isCensored = outcome.maintenance === "CENSORED";
        const maintenance = isCensored ? (valueOf(row, "maintenance_days") ?? Infinity) : Infinity;
        const isEvent = event <= maintenance && event < Infinity;
        const last = Math.min(Number(row["durability_last_days"]), maintenance);
        return { ...row, seen: isEvent ? event : last, isEvent };
      });
    const expected = countBy(responders, (row) => [
      ...names.map((name) => Number(row[snake(name) as keyof typeof row])),
      row.seen,
    ]).map(({ key, rows }) => {
      const events = rows.filter((row) => row.isEvent).length;
      return {
        categories: key.slice(0, -1),
        patients: rows.length,
        time: key.at(-1),
        events,
        censored: rows.length - events,
      };
    });
    const inOrder = [...tally].sort((one, other) => one.time - other.time);
    expect(sorted(inOrder)).toEqual(expected);
  },
);

it.each([{ names: covariates }, { names: [] }])("counts exposure by pattern: $names", async ({ names }) => {
  const tally = await tallyExposurePatterns(tallied.count, tallied.scopeOf(everyone), names);
  const exposed = tallied.coursesOf(everyone).filter((row) => Number(row["sessions"]) > 0);
  const expected = byPattern(exposed, names).map(({ categories, rows }) => ({
    categories,
    patients: rows.length,
    withEffect: sideEffects.map(
      ({ code }) => rows.filter((row) => Number(row[`worst_${code.toLowerCase()}`]) > 0).length,
    ),
  }));
  expect(sorted(tally)).toEqual(expected);
});
