// Made-up trajectories and side effects for the figures' tests. Not evidence.
import type { SideEffects, Trajectory } from "@afterglow/shared";
import { changeCategories, sideEffects, visits } from "@afterglow/shared";
import {
  answered,
  cases,
  countOf,
  estimate,
  exposed,
  groups,
  hiddenEstimate,
  notEstimable,
  proportion,
  tooFew,
} from "./answers";

const trajectoryVisits = visits.map((v) => v.code);
export const trajectory: Trajectory = {
  answered,
  unit: "POINTS",
  groups: groups.map((group, i) => ({
    group,
    instrument: "PHQ9",
    patients: countOf(cases[i] || 5),
    visits: trajectoryVisits.map((visit, v) => {
      const n = Math.round((cases[i] ?? 0) * Math.max(0.05, 1 - 0.085 * v));
      const base = 18 - i * 0.6;
      const mean = base - 7.5 * (1 - Math.exp(-v / 1.5)) + 0.35 * Math.max(0, v - 5);
      const half = 11 / Math.sqrt(Math.max(n, 1));
      const hide = n < 11;
      const shares = [0.09, 0.3 - v * 0.004, 0.18, 0.25, 0.18 + v * 0.004];
      return {
        visit,
        scores: hide ? tooFew : countOf(n),
        mean: hide ? hiddenEstimate : estimate(mean, mean - half, mean + half),
        change:
          visit === "BASELINE"
            ? notEstimable
            : hide
              ? hiddenEstimate
              : estimate(mean - base, mean - base - half, mean - base + half),
        categories:
          visit === "BASELINE"
            ? []
            : changeCategories.map((category, c) => {
                const k = n * (shares[c] ?? 0);
                return {
                  category: category.code,
                  patients: hide ? tooFew : countOf(k),
                  share: proportion(k, n),
                };
              }),
      };
    }),
  })),
};

const baseRates: Readonly<Record<string, number>> = {
  RAISED_BLOOD_PRESSURE: 0.18,
  NAUSEA: 0.13,
  DROWSINESS: 0.56,
  DIZZINESS: 0.45,
  HEADACHE: 0.22,
  DISSOCIATION: 0.36,
  ANXIETY: 0.1,
};
const rateOf = (code: string, i: number) => (baseRates[code] ?? 0.05) * (1 + 0.06 * ((i * 7) % 5) - 0.1);
export const sideEffectsAnswer: SideEffects = {
  answered,
  per: "PATIENT",
  groups: groups.map((group, i) => {
    const n = exposed[i] ?? 0;
    return {
      group,
      exposed: countOf(n || 5),
      sessions: countOf(n * 6 || 5),
      byChecklist: n === 0 ? hiddenEstimate : estimate(0.78),
      effects: sideEffects.map(({ code }) => {
        const k = n * rateOf(code, i);
        return {
          term: code,
          occurrences: countOf(k || 5),
          rate: proportion(k, n),
          severities: ["MILD", "MODERATE", "SEVERE"].map((severity, s) => ({
            severity,
            occurrences: countOf(k * [0.6, 0.3, 0.1][s]! || 5),
            rate: proportion(k * [0.6, 0.3, 0.1][s]!, n),
          })),
          resolutionMinutes: k < 11 ? hiddenEstimate : estimate(60 + i * 5, 35, 95),
        };
      }),
      vitals: (["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const).map((sign, s) => ({
        sign,
        patients: countOf(n || 5),
        rise:
          n === 0
            ? hiddenEstimate
            : estimate(
                [12.6, 8.5, 4.1][s]! + i / 3,
                [12.2, 8.2, 3.7][s]! + i / 3,
                [13, 8.8, 4.5][s]! + i / 3,
              ),
      })),
      infusions: [1, 2, 3, 4, 5, 6].map((number) => ({
        number,
        exposed: countOf(n * (1 - 0.03 * number) || 5),
        rates: sideEffects.map(({ code }) => ({
          term: code,
          rate: proportion(n * rateOf(code, i) * 0.6 * (1 - 0.08 * number), n),
        })),
      })),
    };
  }),
};
