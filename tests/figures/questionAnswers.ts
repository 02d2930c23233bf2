// Made-up answers of the Questions page for the figures' tests. Not evidence.
import { visits, type Suicidality, type Wellbeing, type Worsening } from "@afterglow/shared";
import {
  cases,
  countOf,
  estimate,
  groups,
  hiddenEstimate,
  notEstimable,
  proportion,
  tooFew,
} from "./answers";

const parts = { EARLY: 0.54, LATER: 0.17, NEVER: 0.19, UNSEEN: 0.1 } as const;
export const worsening: Worsening = {
  earlyUntil: "W4",
  laterUntil: "W12",
  groups: groups.map((group, i) => {
    const n = cases[i] ?? 0;
    const of = (share: number) => ({
      patients: countOf(n * share || 5),
      share: proportion(Math.round(n * share), n),
    });
    return {
      group,
      instrument: "PHQ9",
      patients: countOf(n || 5),
      worse: of(0.08 + 0.01 * i),
      parts: (["EARLY", "LATER", "NEVER", "UNSEEN"] as const).map((part) => ({ part, ...of(parts[part]) })),
    };
  }),
};

const notBefore = { patients: { value: null, hidden: "NOT_ESTIMABLE" }, share: notEstimable } as const;

/** Two shares and a mean at each visit, of fewer and fewer patients. */
function seen(i: number, size: number, mean: (v: number) => number, half: number) {
  return visits.map((visit, v) => {
    const n = Math.round((cases[i] ?? 0) * size * Math.max(0.05, 1 - 0.07 * v));
    const value = mean(v);
    const width = half / Math.sqrt(Math.max(n, 1));
    const of = (share: number) => ({
      patients: countOf(n * share || 5),
      share: proportion(Math.round(n * share), n),
    });
    return {
      visit: visit.code,
      scores: n < 11 ? tooFew : countOf(n),
      mean: n < 11 ? hiddenEstimate : estimate(value, value - width, value + width),
      of,
      isBaseline: v === 0,
    };
  });
}

export const suicidality: Suicidality = {
  instrument: "PHQ9",
  item: 9,
  highest: 3,
  groups: groups.map((group, i) => ({
    group,
    patients: countOf((cases[i] ?? 0) * 0.6 || 5),
    visits: seen(i, 0.6, (v) => 1.4 - 0.8 * (1 - Math.exp(-v / 2)) + 0.02 * i, 0.8).map(
      ({ visit, scores, mean, of, isBaseline }, v) => ({
        visit,
        scores,
        mean,
        none: isBaseline ? notBefore : of(0.3 + 0.01 * v),
        worse: isBaseline ? notBefore : of(0.08),
      }),
    ),
  })),
};

export const wellbeing: Wellbeing = {
  groups: groups.map((group, i) => ({
    group,
    patients: countOf((cases[i] ?? 0) * 0.3 || 5),
    visits: seen(i, 0.3, (v) => 28 + 20 * (1 - Math.exp(-v / 2)) - i, 18).map(
      ({ visit, scores, mean, of, isBaseline }, v) => ({
        visit,
        scores,
        mean,
        gained: isBaseline ? notBefore : of(0.5),
        well: of(0.1 + 0.02 * v),
      }),
    ),
  })),
};
