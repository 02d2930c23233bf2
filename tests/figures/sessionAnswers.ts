// Made-up session profiles and costs for the figures' tests. Not evidence.
import { sideEffects, type Cost, type Estimate, type SessionProfile } from "@afterglow/shared";
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
} from "./answers";

/** A mean of n patients with an interval as wide as their spread makes it. */
function around(value: number, sd: number, n: number, digits = 10): Estimate {
  if (n < 11) return hiddenEstimate;
  const half = (1.96 * sd) / Math.sqrt(n);
  const round = (number: number) => Math.round(number * digits) / digits;
  return estimate(round(value), round(value - half), round(value + half));
}

export const sessionProfile: SessionProfile = {
  answered,
  derived: true,
  groups: groups.map((group, i) => {
    const n = exposed[i] ?? 0;
    const patients = countOf(n || 5);
    const pair = (before: number, rise: number) => ({
      before: around(before + i, 12, n),
      peak: around(before + rise + i, 14, n),
    });
    return {
      group,
      patients,
      times: [
        { time: "SESSION", patients, minutes: around(40 - i, 12, n) },
        { time: "PSYCHOTHERAPY", patients, minutes: around(11 + 3 * i, 24, n) },
        { time: "RECOVERY", patients, minutes: around(67 - i, 18, n) },
      ],
      vitals: [
        { sign: "SYSTOLIC", patients, ...pair(123, 12.6) },
        { sign: "DIASTOLIC", patients, ...pair(76, 8.5) },
        { sign: "HEART_RATE", patients, ...pair(74, 4.1) },
      ],
      monitoring: [
        { what: "ECG", patients, share: proportion(n * 0.1, n) },
        { what: "VITALS", patients, share: proportion(n * 0.88, n) },
      ],
      settings: [
        { setting: "CLINIC", patients, share: proportion(n * 0.88, n) },
        { setting: "HOME", patients, share: proportion(n * 0.12, n) },
      ],
      resolution: sideEffects.map(({ code }) => ({
        term: code,
        minutes: n < 11 ? hiddenEstimate : estimate(55 + 5 * (i % 3), 40, 75),
      })),
    };
  }),
};

export const cost: Cost = {
  answered,
  derived: true,
  monthsCostOf: "HALF_YEAR",
  groups: groups.map((group, i) => {
    const n = exposed[i] ?? 0;
    const evaluable = cases[i] ?? 0;
    const patients = countOf(n || 5);
    const dollars = (value: number, sd: number, of = n) => around(value + 100 * i, sd, of, 0.1);
    const responder = {
      patients: countOf(evaluable || 5),
      responders: countOf(0.4 * evaluable || 5),
    };
    return {
      group,
      instrument: "PHQ9",
      patients,
      perSession: dollars(460, 120),
      perCourse: [
        { time: "INDUCTION", patients, dollars: dollars(2020, 1400) },
        { time: "HALF_YEAR", patients, dollars: dollars(2340, 1800) },
        { time: "YEAR", patients, dollars: dollars(2420, 2100) },
      ],
      perResponder: { ...responder, dollars: dollars(5050, 9000, 0.4 * evaluable) },
      perResponderMonth: {
        ...responder,
        months: i === 3 ? notEstimable : around(3.2, 2, 0.4 * evaluable),
        dollars: i === 3 ? hiddenEstimate : dollars(1830, 4000, 0.4 * evaluable),
      },
    };
  }),
};
