// Seeded rows of the analysis tables, as publishing could have derived them, for the tests of the tallies and of the
// analyses. Not a registry: values are spread to reach every branch, not to look like patients.
import { changeCategories, dimensions, instruments, sideEffects, visits } from "@afterglow/shared";
import { sessionProfiles } from "./sessionProfiles";
import { wellbeingRows, withItems } from "./questionRows";

export type Row = Record<string, number | string | boolean | null>;
export interface AnalysisRows {
  readonly courses: readonly Row[];
  readonly measures: readonly Row[];
  readonly effects: readonly Row[];
  readonly profiles: readonly Row[];
}

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const scoreVisits = visits
  .filter(({ code }) => code !== "BASELINE")
  .map(({ code }) => code.toLowerCase());
export const terms = sideEffects.map(({ code }) => code.toLowerCase());

/** mulberry32: small, seeded, good enough to spread values. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const clinics = [0, 1, 2, 7];
const startYears = [0, 2021, 2022, 2023];
/** The instruments that these rows hold: one with its own rule of 50 %, one with another. */
export const heldInstruments = instruments.filter(({ code }) => code === "PHQ9" || code === "PCL5");

export function analysisRows(seed: number, patients: number): AnalysisRows {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const maybe = (share: number, value: number): number | null => (random() < share ? value : null);
  const courses: Row[] = [];
  const measures: Row[] = [];
  const effects: Row[] = [];

  for (let patient = 1; patient <= patients; patient++) {
    const many = random() < 0.15 ? 2 : 1;
    for (let course = 1; course <= many; course++) {
      const key = { patient: `p${patient}`, course };
      const about: Row = {};
      for (const { name, categories } of dimensions) {
        const numbers = categories?.map(({ number }) => number) ?? (name === "clinic" ? clinics : startYears);
        // Low categories are common, high ones rare, so that small cells arise.
        about[snake(name)] = numbers[Math.floor(random() ** 2.5 * numbers.length)] ?? 0;
      }
      about["course_number"] = course;
      const sessions = below(9);
      courses.push({ ...key, ...about, ...courseValues(key, sessions) });
      for (const instrument of heldInstruments) {
        for (const rule of instrument.code === "PCL5" ? [0, 1] : [0]) {
          const own = instrument.code === (about["condition"] === 4 ? "PCL5" : "PHQ9");
          if (random() < 0.95) {
            measures.push({ ...key, instrument: instrument.number, rule, own, ...about, ...measureValues() });
          }
        }
      }
    }
  }
  const wellbeing = wellbeingRows(
    courses,
    dimensions.map(({ name }) => snake(name)),
    seed + 2,
  );
  return {
    courses,
    measures: [...withItems(measures, seed + 1), ...wellbeing],
    effects,
    profiles: sessionProfiles(courses, seed + 1),
  };

  function courseValues(key: Row, sessions: number): Row {
    const row: Row = {
      age_years: maybe(0.95, 18 + below(60)),
      sessions,
      induction_sessions: Math.min(sessions, 6),
      ascertained: below(3),
      systolic_rise: maybe(0.8, below(400) - 50),
      diastolic_rise: maybe(0.8, below(300) - 50),
      heart_rate_rise: maybe(0.8, below(200) - 50),
    };
    for (const [index, term] of terms.entries()) {
      const severities: number[] = [];
      for (let session = 1; session <= sessions; session++) {
        if (random() > 0.25 / (1 + index / 4)) continue;
        const severity = 1 + below(4);
        severities.push(severity);
        effects.push({
          ...key,
          session,
          term: sideEffects[index]?.number ?? 0,
          severity,
          duration_min: maybe(0.8, 5 * (1 + below(30))),
        });
      }
      const known = severities.filter((severity) => severity < 4);
      row[`worst_${term}`] = known.length > 0 ? Math.max(...known) : severities.length > 0 ? 4 : 0;
      row[`sessions_${term}`] = severities.length;
    }
    return row;
  }

  function measureValues(): Row {
    const baseline = maybe(0.93, below(28));
    const isCase = baseline !== null && baseline >= 10;
    const later = random() < 0.9;
    const evaluable = isCase && later;
    const last = random() < 0.1 ? 0 : 1 + below(42);
    const responded = evaluable && last > 0 && random() < 0.6;
    const responseDay = responded ? 1 + below(last) : null;
    const zero = responded && random() < 0.8 ? 20 + below(20) : null;
    const followed = zero === null ? null : below(366);
    const loss = followed !== null && followed > 0 && random() < 0.6 ? 1 + below(followed) : null;
    const row: Row = {
      baseline,
      is_case: isCase,
      later_score: later,
      expected_to_day: random() < 0.7 ? 420 : below(420),
      onset_last_day: evaluable ? last : null,
      onset_last_sessions: evaluable ? Math.ceil(last / 5) : null,
      onset_gap_days: evaluable ? maybe(0.9, 1 + below(14)) : null,
      response_day: responseDay,
      response_sessions: responseDay === null ? null : Math.ceil(responseDay / 5),
      confirmed_day: responseDay === null ? null : maybe(0.7, responseDay),
      confirmed_sessions: null,
      remission_day: responseDay === null ? null : maybe(0.4, responseDay),
      remission_sessions: null,
      durability_zero_day: zero,
      durability_last_days: followed,
      durability_gap_days: zero === null ? null : maybe(0.9, 7 + below(60)),
      loss_days: loss,
      confirmed_loss_days: loss === null ? null : maybe(0.8, loss),
      relapse_days: loss === null ? null : maybe(0.5, loss),
      confirmed_relapse_days: loss === null ? null : maybe(0.3, loss),
      maintenance_days: zero === null ? null : maybe(0.5, 1 + below(200)),
    };
    row["confirmed_sessions"] =
      row["confirmed_day"] === null ? null : Math.ceil(Number(row["confirmed_day"]) / 5);
    row["remission_sessions"] =
      row["remission_day"] === null ? null : Math.ceil(Number(row["remission_day"]) / 5);
    for (const [index, visit] of scoreVisits.entries()) {
      const score = later ? maybe(0.9 - index / 20, below(28)) : null;
      row[`score_${visit}`] = score;
      const category = changeCategories[below(changeCategories.length)]?.number ?? 1;
      row[`change_${visit}`] = score === null || baseline === null ? null : category;
    }
    return row;
  }
}
