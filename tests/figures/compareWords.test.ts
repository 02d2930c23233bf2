// What figures of comparisons say: differences with their interval and side, and in words why there is none; whom one may
// compare; what is over the results as a warning.
import {
  comparisonWarnings,
  lettered,
  type CompareState,
  type ComparisonProvenance,
  type Figure,
  type PairBalance,
} from "@afterglow/shared";
import { comparedFigure, readingOf } from "./askComparison";
import { balances, compareState, comparison, contrast, pins, times, without } from "./compareAnswers";
import { balance, comparedSideEffects, effects, subgroups } from "./compareVisitAnswers";

const noteOf = (figure: Figure, name: string) => figure.notes.find((note) => note.name === name)?.text ?? "";

it("reads the effect in points, with its interval and after adjustment, and names the pair that is not comparable", () => {
  expect(readingOf(comparedFigure("compare-effects"))).toBe(
    "Response at week 4 was 11 points more frequent in B (Standard six, assisted) than in A (Standard six), " +
      "95% interval 2 to 20. After adjustment: 7 points more, 95% interval from 3 less to 16 more: compatible with " +
      "no difference. Not comparable, even after adjustment: A and C.",
  );
  expect(readingOf(comparedFigure("compare-effects", compareState({ pair: "C" })))).toMatch(
    /^Response at week 4 was 10 points less frequent in C .* 95% interval from 20 less to 1 more: compatible/,
  );
});

it("says why a difference has no number: overlap, separation, a cell without events", () => {
  const all = (why: "OVERLAPPING" | "SEPARATION") => ({
    ...effects,
    rows: effects.rows.map((row) => ({
      ...row,
      contrasts: row.contrasts.map((pair) => ({
        ...pair,
        unadjusted: { difference: without(why), ratio: without(why), standardized: null },
        adjusted: { difference: without(why), ratio: without(why), standardized: null },
      })),
    })),
  });
  const overlapping = comparedFigure("compare-effects", compareState(), {
    effects: all("OVERLAPPING"),
    times,
  });
  expect(readingOf(overlapping)).toContain("overlap: patients may be in both, so no difference is taken");
  expect(noteOf(overlapping, "No number")).toContain("the cohorts overlap: patients may be in both");
  const figure = comparedFigure("compare-effects");
  expect(noteOf(figure, "No number")).toMatch(/separation: .*a ratio has no estimate/);
  const cells = figure.table.rows.flat();
  expect(cells.find(({ text }) => text === "separation")).toMatchObject({
    value: null,
    reason: expect.stringMatching(/^no number: separation/) as string,
  });
  // A ratio that cannot be estimated is not hidden, and no number stands for it.
  expect(cells.find(({ reason }) => reason?.includes("a ratio has no estimate"))?.hidden).toBeUndefined();
});

it("reads the times at a landmark that both curves reach", () => {
  expect(readingOf(comparedFigure("compare-times"))).toMatch(
    /^At 12 weeks, \d\d in 100 of B \(Standard six, assisted\) were still in response, against \d\d in 100 of A \(Standard six\): 13 points more, 95% interval 3 to 23\. After adjustment: 8 points more/,
  );
  const relapse = compareState();
  const state: CompareState = { ...relapse, outcome: { ...relapse.outcome, relapse: "RELAPSE" } };
  expect(readingOf(comparedFigure("compare-times", state))).toContain("had not relapsed");
});

it("finds no subgroup apart unless a test of interaction does, and names the test with its statistic", () => {
  expect(readingOf(comparedFigure("compare-subgroups"))).toBe(
    "No subgroup stands apart: every adjusted interval that is shown includes the overall estimate (7 points more overall).",
  );
  const varying = {
    ...subgroups,
    pairs: subgroups.pairs.map((pair) => ({
      ...pair,
      dimensions: pair.dimensions.map((each) =>
        each.dimension === "sex"
          ? {
              ...each,
              interaction: {
                ...each.interaction,
                adjusted: { ...each.interaction.adjusted, value: 9.1, p: 0.003, adjustedP: 0.012 },
              },
            }
          : each,
      ),
    })),
  };
  expect(readingOf(comparedFigure("compare-subgroups", compareState(), { subgroups: varying }))).toBe(
    "The difference varies with sex (χ² 9.1, 1 df, P = .003, Holm .01).",
  );
});

it("says which pair weighting balances, and how many characteristics it leaves", () => {
  expect(readingOf(comparedFigure("compare-balance"))).toBe(
    "A and B differed in baseline severity, age at start, sex and two others; weighting balances them: the largest " +
      "standardized difference is 0.08. Weighting does not balance A and C: three characteristics stay over 0.1.",
  );
});

it("names the side effects that differ after correction, from the adjusted numbers of a comparable pair", () => {
  expect(readingOf(comparedFigure("compare-side-effects"))).toMatch(
    /^After adjustment, 2 of the 15 side effects that can be compared differ: in B \(Standard six, assisted\) raised blood pressure 3 points more/,
  );
  expect(readingOf(comparedFigure("compare-side-effects", compareState({ pair: "C" })))).toMatch(
    /^Unadjusted, 3 of the 15/,
  );
  const none = {
    ...comparedSideEffects,
    effects: comparedSideEffects.effects.map((effect) => ({
      ...effect,
      contrasts: effect.contrasts.map((pair) => ({
        ...pair,
        adjusted: { ...pair.adjusted, test: { ...pair.adjusted.test, adjustedP: 0.4 } },
      })),
    })),
  };
  expect(readingOf(comparedFigure("compare-side-effects", compareState(), { sideEffects: none }))).toMatch(
    /^After adjustment, none of the 15 side effects/,
  );
});

describe("the warning over the results", () => {
  const warn = (
    from: Partial<ComparisonProvenance["adjustment"]> = {},
    state = compareState(),
    pairs: readonly PairBalance[] = balances,
    others: readonly PairBalance[] = [],
  ) =>
    comparisonWarnings(
      { ...comparison, adjustment: { ...comparison.adjustment, ...from } },
      pairs,
      others,
      state,
    );

  it("says which pair, which covariate, its difference and what is left, and what it does not touch", () => {
    expect(warn()).toEqual([
      {
        title: "A and C are not comparable, even after adjustment.",
        text:
          "Weighting leaves prior ECT unbalanced (standardized difference 0.31) and keeps the information " +
          "of 40 of the 110 patients in C. Do not read C against A as an effect of treatment. A and B are balanced " +
          "after weighting: every standardized difference is at most 0.08.",
      },
    ]);
  });

  it("is silent where every pair is comparable", () => {
    expect(warn({}, compareState(), balances.slice(0, 1))).toEqual([]);
  });

  it("names those that are comparable at the visit and not among the responders, and all other reasons", () => {
    const apart: PairBalance = {
      ...balances[0]!,
      comparable: false,
      reasons: ["FEW_EFFECTIVE", "NOT_ADJUSTABLE"],
      effective: [
        { letter: "A", patients: { value: 140, hidden: null }, effective: { value: 140, hidden: null } },
        { letter: "B", patients: { value: 60, hidden: null }, effective: { value: 20, hidden: null } },
      ],
    };
    expect(warn({}, compareState(), balances.slice(0, 1), [apart])).toEqual([
      {
        title: "A and B are not comparable in durability, even after adjustment.",
        text:
          "Weighting keeps the information of 20 of the 60 patients in B. A characteristic that is found in one " +
          "cohort is found in too few of the other. Do not read B against A as an effect of treatment.",
      },
    ]);
  });

  it("says that nothing is adjusted for, and that maintenance is known only later", () => {
    expect(warn({ covariates: [] }).map(({ title }) => title)).toEqual(["Nothing is adjusted for."]);
    expect(warn({ byMaintenance: true }).at(-1)?.title).toMatch(/maintenance, which is known only later/);
  });

  it("says that cohorts overlap, rather than that they cannot be made alike", () => {
    const overlapping = lettered(
      [pins[0], { name: "All", cohort: { courseNumber: ["FIRST"] } }].flatMap((p) => p ?? []),
    );
    const said = warn({}, { ...compareState(), cohorts: overlapping }, [
      { ...balances[0]!, comparable: false, reasons: ["OVERLAPPING"], worst: null, effective: [] },
    ]);
    expect(said.map(({ title }) => title)).toEqual(["A and B overlap: patients may be in both."]);
  });
});

it("sets what is over the limit apart, with its number", () => {
  const chart = comparedFigure("compare-balance").charts[0];
  const grid = comparedFigure("compare-balance").charts[1]?.grid;
  expect(chart?.id).toBe("compare-balance-love");
  expect(grid?.rows.at(-1)?.cells.at(-1)).toEqual({ text: "40", aside: "of 110", tone: "warn" });
  expect(balance.pairs[1]?.covariates.filter(({ after }) => (after.value ?? 0) > 0.1)).toHaveLength(3);
});

it("gives percentages decimals only from 200 patients, and never a bare P", () => {
  const figure = comparedFigure("compare-effects");
  const grid = figure.charts[0]?.grid;
  const [risk] = grid?.rows.filter(({ cells }) => cells.length > 0) ?? [];
  expect(risk?.cells.slice(0, 3).map(({ text }) => text)).toEqual(["50.6%", "62%", "41%"]);
  expect(risk?.cells.slice(3).map(({ text }) => text)).toEqual(["11", "7", "−10", "not comparable"]);
  const tests = comparedFigure("compare-times").charts.at(-1)?.grid;
  expect(tests?.rows[1]?.cells[0]).toEqual({ text: "χ² 9.1, 1 df", aside: "P = .003, Holm .006" });
});

it("puts estimates and differences of four cohorts into two tables", () => {
  const four = lettered([...pins, { name: "Other", cohort: { condition: ["TRD"], modality: ["PLACEBO"] } }]);
  const figure = comparedFigure("compare-effects", { ...compareState(), cohorts: four });
  expect(figure.charts.map(({ grid }) => grid?.columns.length)).toEqual([4, 4]);
  expect(contrast(0.1, 0, 0.2).why).toBeNull();
});
