// How many events a clinic would have if its patients fared as patients like them fare in all clinics together: a
// logistic model over all of them, without the clinic in it. What is shown of it is decided in clinics.ts.
import type { DimensionName } from "@afterglow/shared";
import type { ClinicPattern } from "../queries/tallyClinics";
import { logisticRegression } from "../statistics/logisticRegression";
import type { NotEstimable } from "../statistics/notEstimable";

/** What patients bring along, known before the first session. What they are given is the clinic's own doing. */
export const caseMix: readonly DimensionName[] = ["condition", "severity", "age", "sex", "priorTrials"];

/**
 * A category needs so many patients with the event and so many without to be told apart from the most common one;
 * others are counted with that. Peduzzi et al., J Clin Epidemiol 1996;49:1373-1379: ten events a term.
 */
const EVENTS_A_TERM = 10;

/** Expected number of events by clinic. */
export function expectedByClinic(patterns: readonly ClinicPattern[]): Map<number, number> | NotEstimable {
  const terms = caseMix.flatMap((_, covariate) =>
    ownTerms(patterns, covariate).map((category) => ({ covariate, category })),
  );
  const rows = new Map<string, { covariates: number[]; successes: number; failures: number }>();
  const keys = patterns.map(({ categories, patients, events }) => {
    const covariates = terms.map(({ covariate, category }) => Number(categories[covariate] === category));
    const key = covariates.join("");
    const row = rows.get(key) ?? { covariates, successes: 0, failures: 0 };
    row.successes += events;
    row.failures += patients - events;
    rows.set(key, row);
    return key;
  });
  const fit = logisticRegression([...rows.values()]);
  if ("notEstimable" in fit) return fit;

  const chances = new Map([...rows.keys()].map((key, index) => [key, fit.fitted[index] ?? NaN]));
  const expected = new Map<number, number>();
  patterns.forEach(({ clinic, patients }, index) => {
    const chance = chances.get(keys[index] ?? "") ?? NaN;
    expected.set(clinic, (expected.get(clinic) ?? 0) + patients * chance);
  });
  return expected;
}

/** The categories of a covariate that have a term of their own: all that are full enough, but for the most common. */
function ownTerms(patterns: readonly ClinicPattern[], covariate: number): number[] {
  const categories = new Map<number, { patients: number; events: number }>();
  for (const { categories: of, patients, events } of patterns) {
    const category = of[covariate] ?? 0;
    const found = categories.get(category) ?? { patients: 0, events: 0 };
    categories.set(category, { patients: found.patients + patients, events: found.events + events });
  }
  const full = [...categories.entries()].filter(
    ([, { patients, events }]) => Math.min(events, patients - events) >= EVENTS_A_TERM,
  );
  const [, ...others] = full
    .sort(([one, a], [other, b]) => b.patients - a.patients || one - other)
    .map(([category]) => category);
  return others.sort((one, other) => one - other);
}
