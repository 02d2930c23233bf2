// Curves of comparisons over seeded rows: each cohort's own, tested by everyone's times, where nothing is rounded.
import { everyone } from "@afterglow/shared";
import { times } from "../../server/src/analyses/comparison/times";
import { durability } from "../../server/src/analyses/durability";
import { coxOfGroups } from "../../server/src/statistics/cox";
import { logRank } from "../../server/src/statistics/logRank";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";
import { arm, asked, contextOf, men, outcome, PATIENTS, women } from "./comparedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows(PATIENTS);
});
afterAll(() => tallied.drop());

it("draws each cohort's own curve, and the same again where there is nothing to weigh", async () => {
  const context = contextOf(tallied, "internal");
  // Of one category alone: everybody weighs 1.
  const one = { ...everyone, setting: ["CLINIC"] };
  const cohorts = [women, men].map(({ letter, cohort }) => arm(letter, { ...one, ...cohort }));
  const { result } = await times(context, {
    cohorts,
    covariates: ["setting"],
    target: "EVERYONE",
    outcome,
    times: "DURABILITY",
    of: "RESPONSE",
  });
  for (const [at, { cohort }] of cohorts.entries()) {
    const alone = await durability(context, { cohort, outcome, by: null });
    const { curve, rows, median, patients } = alone.result.groups[0] ?? {};
    expect(result.unadjusted[at]).toMatchObject({ curve, rows, median, patients });
    expect(result.adjusted[at]).toMatchObject({ curve, rows, median, patients });
  }
  const [pair] = result.contrasts;
  expect(pair?.unadjusted.logRank.p).toBeGreaterThan(0);
  // Alike but for floating noise in the weights.
  const [weighed, plain] = [numbersIn(pair?.adjusted), numbersIn(pair?.unadjusted)];
  expect(weighed).toHaveLength(plain.length);
  weighed.forEach((value, at) => expect(value).toBeCloseTo(plain[at] ?? NaN, 6));
});

it("tests the curves by everyone's times, up to where both are shown", async () => {
  const question = { ...asked(), outcome, times: "DURABILITY" as const, of: "RESPONSE" as const };
  const { result } = await times(contextOf(tallied, "internal"), question);
  const until = Math.min(...result.unadjusted.map(({ endTime }) => endTime ?? 0));
  const groups = [women, men].map(({ cohort }) =>
    tallied
      .measuresOf(cohort, outcome)
      .filter((row) => row["durability_zero_day"] !== null)
      .map((row) => {
        const loss = row["loss_days"];
        const time = Number(loss ?? row["durability_last_days"]);
        const isEvent = loss !== null && time <= until;
        return { time: Math.min(time, until), events: isEvent ? 1 : 0, censored: isEvent ? 0 : 1 };
      }),
  );
  const test = logRank(groups);
  const fit = coxOfGroups(groups);
  if ("notEstimable" in test || "notEstimable" in fit) throw new Error("the rows have events in both");
  const { logRank: told, hazardRatio } = result.contrasts[0]?.unadjusted ?? {};
  expect(told?.value).toBeCloseTo(test.statistic, 9);
  expect(told?.p).toBeCloseTo(test.p, 9);
  expect(told?.adjustedP).toBeCloseTo(test.p, 9);
  expect(hazardRatio?.value).toBeCloseTo(fit.coefficients[0]?.hazardRatio ?? NaN, 6);
  expect(hazardRatio?.upper).toBeCloseTo(fit.coefficients[0]?.upper ?? NaN, 6);
});

function numbersIn(thing: unknown): number[] {
  if (typeof thing === "number") return [thing];
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(numbersIn);
}
