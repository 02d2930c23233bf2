// Comparisons over seeded rows: where nothing is rounded they agree with a naive recomputation, patient by patient; in
// both profiles they say no more than the cohorts alone, and of cohorts that overlap or differ too much they say so.
import { dimensionByName, everyone, type Cohort } from "@afterglow/shared";
import { balance } from "../../server/src/analyses/comparison/balance";
import { effects } from "../../server/src/analyses/comparison/effects";
import { sideEffectContrasts } from "../../server/src/analyses/comparison/sideEffects";
import { subgroups } from "../../server/src/analyses/comparison/subgroups";
import { times } from "../../server/src/analyses/comparison/times";
import { trajectory } from "../../server/src/analyses/trajectory";
import { profiles } from "../../server/src/disclosure/policy";
import { isReleased } from "../../server/src/disclosure/release";
import { snake, type Row } from "../queries/analysisRows";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";
import { arm, asked, contextOf, covariates, men, outcome, PATIENTS, sexes, women } from "./comparedRows";
import { naiveWeights, type Membership } from "./naiveWeights";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows(PATIENTS);
});
afterAll(() => tallied.drop());

/** Cases with a score at week 4, as the page's effect table counts them. */
const scored = (cohort: Cohort): Row[] =>
  tallied.measuresOf(cohort, outcome).filter((row) => row["is_case"] && row["score_w4"] !== null);
const responds = (row: Row): boolean =>
  2 * (Number(row["baseline"]) - Number(row["score_w4"])) >= Number(row["baseline"]);

it("compares shares as they are: the two counts, and Newcombe's square-and-add of their Wilson limits", async () => {
  const { result } = await effects(contextOf(tallied, "internal"), { ...asked(), outcome, visit: "W4" });
  const [a, b] = [scored(women.cohort), scored(men.cohort)];
  const [p, q] = [a, b].map((rows) => rows.filter(responds).length / rows.length) as [number, number];
  const row = result.rows.find(({ code }) => code === "RESPONSE");
  expect(row?.unadjusted.map(({ patients }) => patients.value)).toEqual([a.length, b.length]);
  expect(row?.unadjusted.map(({ estimate }) => estimate.value)).toEqual([p, q]);
  const { difference, ratio } = row?.contrasts[0]?.unadjusted ?? {};
  expect(difference?.value).toBeCloseTo(q - p, 12);
  expect(ratio?.value).toBeCloseTo(q / p, 12);
  const [first, second] = [row?.unadjusted[1]?.estimate, row?.unadjusted[0]?.estimate];
  const lower = q - p - Math.hypot(q - (first?.lower ?? NaN), (second?.upper ?? NaN) - p);
  expect(difference?.lower).toBeCloseTo(lower, 9);
});

it.each(["REFERENCE", "EVERYONE", "OVERLAP"] as const)(
  "adjusts towards %s as a naive model of single patients does",
  async (target) => {
    const { result } = await effects(contextOf(tallied, "internal"), {
      ...asked(target),
      outcome,
      visit: "W4",
    });
    const patients = [
      ...scored(women.cohort).map((row): Membership & { row: Row } => ({ row, other: false, x: [] })),
      ...scored(men.cohort).map((row): Membership & { row: Row } => ({ row, other: true, x: [] })),
    ].map((each) => ({
      ...each,
      x: covariates.flatMap((name) =>
        [1, 2].map((category) => (Number(each.row[snake(name)]) === category ? 1 : 0)),
      ),
    }));
    const weights = naiveWeights(patients, target);
    expect(result.balance[0]).toMatchObject({ comparable: true, reasons: [] });
    const row = result.rows.find(({ code }) => code === "RESPONSE");
    for (const [arm, other] of [
      [0, false],
      [1, true],
    ] as const) {
      const own = patients.map(({ other: of }, at) => (of === other ? (weights[at] ?? 0) : 0));
      const total = own.reduce((sum, weight) => sum + weight, 0);
      const effective = total ** 2 / own.reduce((sum, weight) => sum + weight ** 2, 0);
      const share =
        patients.reduce((sum, each, at) => sum + (responds(each.row) ? (own[at] ?? 0) : 0), 0) / total;
      expect(row?.adjusted[arm]?.patients.value).toBe(Math.round(effective));
      // Effective patients are whole: the share is of them.
      expect(row?.adjusted[arm]?.estimate.value).toBeCloseTo(
        Math.round(share * effective) / Math.round(effective),
        9,
      );
      const mean =
        patients.reduce(
          (sum, { row: r }, at) => sum + (own[at] ?? 0) * (Number(r["score_w4"]) - Number(r["baseline"])),
          0,
        ) / total;
      const change = result.rows.find(({ code }) => code === "CHANGE");
      expect(change?.adjusted[arm]?.estimate.value).toBeCloseTo(mean, 6);
    }
  },
);

it("balances what it adjusts for, exactly by overlap weights", async () => {
  const { result } = await balance(contextOf(tallied, "internal"), {
    ...asked("OVERLAP"),
    outcome,
    visit: "W4",
  });
  for (const { before, after } of result.pairs[0]?.covariates ?? []) {
    expect(before.value).toBeGreaterThan(0);
    expect(after.value).toBeLessThan(1e-9);
  }
});

it.each(profiles)("says under %s no more than each cohort alone", async (profile) => {
  const context = contextOf(tallied, profile);
  const { result } = await effects(context, { ...asked(), outcome, visit: "W4" });
  for (const [at, { cohort }] of [women, men].entries()) {
    const alone = await trajectory(context, { cohort, outcome, by: null });
    const visit = alone.result.groups[0]?.visits.find((each) => each.visit === "W4");
    const change = result.rows.find(({ code }) => code === "CHANGE")?.unadjusted[at];
    expect(change?.patients).toEqual(visit?.scores);
    expect(change?.estimate).toEqual(visit?.change);
  }
});

it.each(profiles)("does not test overlapping cohorts under %s, and says why", async (profile) => {
  const cohorts = [arm("A", everyone), arm("B", sexes("FEMALE"))];
  const question = { cohorts, covariates, target: "REFERENCE" as const, outcome };
  const context = contextOf(tallied, profile);
  const answers = await Promise.all([
    effects(context, { ...question, visit: "W4" }),
    times(context, { ...question, times: "ONSET", of: "RESPONSE" }),
    sideEffectContrasts(context, question),
  ]);
  for (const { result } of answers) {
    expect(result.balance[0]).toMatchObject({ comparable: false, reasons: ["OVERLAPPING"] });
    const whys = contrastsIn(result);
    expect(whys.length).toBeGreaterThan(4);
    expect(new Set(whys.map(({ why }) => why))).toEqual(new Set(["OVERLAPPING"]));
  }
});

it("says not comparable where a characteristic sets the cohorts apart", async () => {
  const cohorts = [
    arm("A", { ...everyone, severity: [dimensionByName("severity").categories?.[0]?.code ?? ""] }),
    arm("B", { ...everyone, severity: [dimensionByName("severity").categories?.[1]?.code ?? ""] }),
  ];
  // Asked at the analysis itself: the door leaves out what defines the cohorts.
  const { result } = await effects(contextOf(tallied, "internal"), {
    cohorts,
    covariates: ["severity"],
    target: "REFERENCE",
    outcome,
    visit: "W4",
  });
  expect(result.balance[0]?.comparable).toBe(false);
  const [pair] = result.rows[0]?.contrasts ?? [];
  expect(pair?.adjusted.difference).toMatchObject({ value: null, why: "NOT_COMPARABLE" });
});

it.each(profiles)("releases every comparison under %s, the same in the same bytes", async (profile) => {
  const context = contextOf(tallied, profile);
  const all = () =>
    Promise.all([
      effects(context, { ...asked(), outcome, visit: "W4" }),
      subgroups(context, { ...asked(), outcome, visit: "W4", of: "RESPONSE" }),
      balance(context, { ...asked(), outcome, visit: "W4" }),
      times(context, { ...asked(), outcome, times: "DURABILITY", of: "RESPONSE" }),
      times(context, { ...asked("OVERLAP"), outcome, times: "ONSET", of: "REMISSION" }),
      sideEffectContrasts(context, asked()),
    ]);
  const once = await all();
  for (const each of once) expect(isReleased(each)).toBe(true);
  expect(JSON.stringify(await all())).toBe(JSON.stringify(once));
});

interface Why {
  readonly why: string | null;
}
function contrastsIn(thing: unknown): Why[] {
  if (typeof thing !== "object" || thing === null) return [];
  return [...("why" in thing ? [thing as Why] : []), ...Object.values(thing).flatMap(contrastsIn)];
}
