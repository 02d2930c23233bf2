// Maintenance: how often sessions followed the induction, derived from their days.
import { byCode, byNumber, type Entry } from "./entry";

/** Median gap, in days, of maintenance every 4 to 6 weeks; both ends included. */
export const MAINTENANCE_SHORTEST_GAP_DAYS = 28;
export const MAINTENANCE_LONGEST_GAP_DAYS = 42;

const source =
  "Convention of this registry, around the maintenance intervals of clinics; no trial sets one interval for ketamine. McIntyre RS, et al. Am J Psychiatry 2021;178:383-399.";

export const maintenances = [
  {
    code: "NONE",
    number: 1,
    label: "None",
    short: "None",
    definition: "No session after the induction.",
    source,
  },
  {
    code: "EVERY_4_TO_6_WEEKS",
    number: 2,
    label: "Every 4 to 6 weeks",
    short: "4-6 weeks",
    definition: "Median gap of 28 to 42 days, the first counted from the last induction session.",
    source,
  },
  {
    code: "MORE_OFTEN",
    number: 3,
    label: "More often",
    short: "More often",
    definition: "Median gap under 28 days, the first counted from the last induction session.",
    source,
  },
  {
    code: "LESS_OFTEN",
    number: 4,
    label: "Less often",
    short: "Less often",
    definition: "Median gap over 42 days, the first counted from the last induction session.",
    source,
  },
] as const satisfies readonly Entry[];

/**
 * Day after time zero at which durability by maintenance starts its clock, so that patients are grouped by what had
 * been given by then and not by what came later. Whoever is on the commonest pattern, every 4 to 6 weeks, has had the
 * first session by about then.
 * Source: landmark analysis, Anderson JR, Cain KC, Gelber RD. J Clin Oncol 1983;1:710-719; the bias that it avoids,
 * Suissa S. Am J Epidemiol 2008;167:492-499.
 */
export const MAINTENANCE_LANDMARK_DAYS = 42;

/** The groups of that landmark; not categories of the dimension, which look at the whole course. */
export const maintenancesByLandmark = [
  {
    code: "NOT_BY_WEEK_6",
    number: 0,
    label: "No maintenance by week 6",
    short: "None by wk 6",
  },
  {
    code: "BY_WEEK_6",
    number: 1,
    label: "Maintenance begun by week 6",
    short: "By week 6",
  },
] as const;

export type MaintenanceCode = (typeof maintenances)[number]["code"];
export type Maintenance = Entry & { readonly code: MaintenanceCode };
export const maintenanceByCode = byCode<Maintenance>(maintenances, "maintenance");
export const maintenanceByNumber = byNumber<Maintenance>(maintenances, "maintenance");

/** The maintenance that these days, in order, make: those of the last induction session and of all after it. */
export function maintenanceOf(lastInductionDay: number, maintenanceDays: readonly number[]): MaintenanceCode {
  if (maintenanceDays.length === 0) return "NONE";
  const gaps = maintenanceDays
    .map((day, i) => day - (i === 0 ? lastInductionDay : (maintenanceDays[i - 1] as number)))
    .sort((a, b) => a - b);
  // Twice the median stays whole, so that 42.5 days is over 42 without a comparison of fractions.
  const low = gaps[Math.floor((gaps.length - 1) / 2)] as number;
  const high = gaps[Math.floor(gaps.length / 2)] as number;
  const twiceMedian = low + high;
  if (twiceMedian < 2 * MAINTENANCE_SHORTEST_GAP_DAYS) return "MORE_OFTEN";
  if (twiceMedian > 2 * MAINTENANCE_LONGEST_GAP_DAYS) return "LESS_OFTEN";
  return "EVERY_4_TO_6_WEEKS";
}
