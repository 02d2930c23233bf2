// A made-up answer of the funnel plot for the figures' tests, in the size and shape of the demo registry's. Not evidence.
import type { ClinicPoint, Clinics, FunnelLimit } from "@afterglow/shared";
import { answered, estimate, proportion, shown } from "./answers";

const OVERALL = 0.55;

/** Near enough for a picture: normal limits. */
function limitAt(patients: number, times = 1): FunnelLimit {
  const error = times * Math.sqrt((OVERALL * (1 - OVERALL)) / patients);
  const at = (z: number) => Math.min(1, Math.max(0, OVERALL + z * error));
  return { patients, lower95: at(-1.96), upper95: at(1.96), lower998: at(-3.09), upper998: at(3.09) };
}

const along = [10, 15, 20, 30, 50, 80, 120, 200, 300, 450];
const plans: readonly [number, number, number, ClinicPoint["place"], ClinicPoint["place"]][] = [
  [30, 15, 0.52, "WITHIN_95", "WITHIN_95"],
  [45, 30, 0.56, "WITHIN_95", "WITHIN_95"],
  [60, 25, 0.5, "WITHIN_998", "WITHIN_95"],
  [95, 50, 0.54, "WITHIN_95", "WITHIN_95"],
  [140, 95, 0.55, "OUTSIDE_998", "WITHIN_998"],
  [210, 120, 0.57, "WITHIN_95", "WITHIN_95"],
  [310, 160, 0.55, "WITHIN_95", "WITHIN_95"],
  [400, 225, 0.56, "WITHIN_95", "WITHIN_95"],
];

export const clinics: Clinics = {
  answered,
  of: "RESPONSE",
  visit: "W4",
  caseMix: ["condition", "severity", "age", "sex", "priorTrials"],
  clinics: 10,
  patients: shown(1320),
  events: shown(730),
  overall: proportion(726, 1320),
  points: plans.map(([patients, events, expected, place, adjustedPlace]) => ({
    patients: shown(patients),
    events: shown(events),
    share: proportion(events, patients),
    expected: estimate(expected),
    adjusted: estimate((events / patients / expected) * OVERALL),
    limit: limitAt(patients),
    place,
    adjustedPlace,
    isOwn: false,
  })),
  limits: along.map((patients) => limitAt(patients)),
  unadjusted: { phi: estimate(2.3), widened: along.map((patients) => limitAt(patients, Math.sqrt(2.3))) },
  adjusted: { phi: estimate(0.9), widened: [] },
};
