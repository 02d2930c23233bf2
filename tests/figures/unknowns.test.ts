// What a figure does not know it neither draws nor says: hidden groups, bounds, hidden segments, a missing cut-off.
import { lightInk, type Estimate, type Figure, type SideEffects, type Trajectory } from "@afterglow/shared";
import { estimate, hiddenEstimate } from "./answers";
import { figureOf, stateOf } from "./ask";
import { sideEffectsAnswer, trajectory } from "./visitAnswers";

const textOf = (figure: Figure) => figure.reading.map(({ text }) => text).join("");
const noteOf = (figure: Figure, name: string) => figure.notes.find((note) => note.name === name)?.text ?? "";
const under = (value: number): Estimate => ({ ...estimate(value), bound: "UNDER" });

it("draws a wholly hidden group only where the cohort names it, and names it once in any case", () => {
  const named = figureOf("side-effects");
  expect(named.key.map(({ code }) => code)).toContain("PANIC");
  const anyone = stateOf();
  const unnamed = figureOf("side-effects", { ...anyone, cohort: { courseNumber: ["FIRST"] } });
  expect(unnamed.key.map(({ code }) => code)).not.toContain("PANIC");
  for (const figure of [named, unnamed]) {
    expect(noteOf(figure, "Hidden")).toContain("Hidden throughout: panic disorder.");
    expect(figure.table.rows.some(([group]) => group?.text === "Panic disorder")).toBe(true);
  }
});

it("takes no bound of a rate for the rate: not in the reading, and not as a point", () => {
  const bounded: SideEffects = {
    ...sideEffectsAnswer,
    groups: sideEffectsAnswer.groups.map((group) => ({
      ...group,
      effects: group.effects.map((effect) =>
        effect.term === "DISSOCIATION" ? { ...effect, rate: under(0.7) } : effect,
      ),
    })),
  };
  const figure = figureOf("side-effects", stateOf(), { sideEffects: bounded });
  expect(textOf(figure)).not.toMatch(/dissociation/i);
  expect(textOf(figure)).toContain("of those with a known rate");
  const dots = figure.charts.find(({ id }) => id === "side-effects-effect");
  expect(dots?.configure(lightInk, 400).data.datasets).toEqual([]);
});

/** One visit's categories with these shares, from worse to remission; null is hidden. */
function withShares(shares: readonly (number | null)[], instrument = "PHQ9"): Trajectory {
  return {
    ...trajectory,
    groups: trajectory.groups.map((group) => ({
      ...group,
      instrument,
      visits: group.visits.map((visit) => ({
        ...visit,
        categories: visit.categories.map((category, index) => {
          const share = shares[index] ?? null;
          return { ...category, share: share === null ? hiddenEstimate : estimate(share) };
        }),
      })),
    })),
  };
}

function segmentsOf(result: Trajectory): Record<string, unknown> {
  const figure = figureOf("trajectory", stateOf(), { trajectory: result });
  const chart = figure.charts.find(({ id }) => id === "trajectory-change");
  const sets = chart?.configure(lightInk, 400).data.datasets ?? [];
  return Object.fromEntries<unknown>(
    sets.flatMap(({ label, data }) =>
      typeof data[0] === "number" ? [[label ?? "", Number(data[0].toFixed(3))]] : [],
    ),
  );
}

it("keeps hidden segments in their own places, in equal parts of what the shown ones leave", () => {
  expect(segmentsOf(withShares([null, 0.4, 0.2, 0.2, null]))).toEqual({
    "Worse, hidden": 0.1,
    Unchanged: 0.4,
    Partial: 0.2,
    Response: 0.2,
    "Remission, hidden": 0.1,
  });
  expect(segmentsOf(withShares([null, null, null, null, null]))).toEqual({});
});

it("knows no remission where the instrument has no cut-off for it", () => {
  expect(segmentsOf(withShares([0.1, 0.4, 0.2, 0.3, null], "WHO5"))).not.toHaveProperty([
    "Remission, hidden",
  ]);
  const state = stateOf({ onset: "REMISSION" });
  const figure = figureOf("onset", { ...state, outcome: { ...state.outcome, measure: "WHO5" } });
  expect(textOf(figure)).toBe("WHO-5 has no cut-off for remission: there is nothing to reach.");
});

it("leaves columns out of a narrow heat map and says which", () => {
  const heat = figureOf("side-effects").charts[0];
  const columns = (width: number) => {
    const { data } = heat?.configure(lightInk, width).data.datasets[0] ?? { data: [] };
    return new Set(data.map((cell) => (cell as { x: number }).x)).size;
  };
  expect(columns(1090)).toBe(6);
  expect(columns(250)).toBeLessThan(6);
  expect(heat?.height(250)).toBeGreaterThan(heat?.height(480) ?? 0);
});
