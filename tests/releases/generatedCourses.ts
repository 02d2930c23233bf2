// Seeded random source rows for the oracle: small ranges of days and scores near the cut-offs, so that ties, edges
// and gaps come up often. Meant to be messy, not to look like patients (the synthetic registry does that).
import { conditions, instruments, modalities, sideEffects, type Instrument } from "@afterglow/shared";
import { bareCourse, bareSession, noRows, type SourceRows } from "./sourceRows";

/** Mulberry32: enough for shuffling test rows, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function generatedCourses(patients: number, seed: number): SourceRows {
  const random = randomFrom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const oneOf = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T;
  const maybe = <T>(value: T): T | null => (random() < 0.25 ? null : value);
  const rows = noRows();

  for (let p = 0; p < patients; p++) {
    // Ids of different lengths and cases: the order of patients must not hang on the database's language.
    const patient = `${oneOf(["a", "B", "ä", "Z-"])}${p}`;
    for (let course = 1; course <= oneOf([1, 1, 1, 2, 4]); course++) addCourse(patient, course);
  }
  return rows;

  function addCourse(patient: string, course: number): void {
    rows.courses.push(
      bareCourse(patient, {
        course,
        clinic: maybe(oneOf(["north", "South", "east", "Öst", "10", "9"])),
        condition: oneOf(conditions).code,
        modality: oneOf([...modalities, ...modalities.filter(({ code }) => code === "ECT")]).code,
        psychotherapy: maybe(oneOf(["NONE", "INTEGRATION", "ASSISTED"])),
        age_years: maybe(oneOf([18, 29, 30, 39, 40, 49, 50, 59, 60, 69, 70, 90])),
        sex: maybe(oneOf(["FEMALE", "MALE", "OTHER"])),
        prior_trials: maybe(whole(0, 6)),
        prior_ect: maybe(random() < 0.5),
        antidepressant: maybe(random() < 0.5),
        benzodiazepine: maybe(random() < 0.5),
        mood_stabiliser: maybe(random() < 0.5),
        start_year: maybe(whole(2018, 2024)),
        setting: maybe(oneOf(["CLINIC", "HOME"])),
        end_day: maybe(whole(0, 450)),
        end_reason: maybe(oneOf(["COMPLETED", "ONGOING", "LOST_TO_FOLLOW_UP"])),
      }),
    );
    const sessions = oneOf([0, 1, 1, 2, 3, 4, 5, 6, 6, 8, 9, 12, 13, 15]);
    const steps = oneOf([
      [1, 2, 3],
      [2, 3, 4, 7],
      [0, 1, 13, 14, 15],
      [3, 28, 30, 42, 43, 60],
    ]);
    // Some clinics send no cost at all.
    const priced = random() < 0.8;
    let day = 0;
    for (let number = 1; number <= sessions; number++) {
      if (number > 1) day += oneOf(steps);
      rows.sessions.push({
        ...bareSession(patient, number, day),
        course,
        systolic_before: maybe(whole(100, 140)),
        systolic_peak: maybe(whole(100, 170)),
        diastolic_before: maybe(whole(60, 90)),
        diastolic_peak: maybe(whole(60, 100)),
        heart_rate_before: maybe(whole(60, 90)),
        heart_rate_peak: maybe(whole(55, 100)),
        duration_min: maybe(whole(1, 60)),
        psychotherapy_min: maybe(oneOf([0, 0, 45, 90])),
        recovery_min: maybe(whole(15, 240)),
        cost_usd: priced ? maybe(whole(25_000, 80_000) / 100) : null,
        ecg_done: maybe(random() < 0.3),
        vitals_monitored: maybe(random() < 0.8),
      });
      for (const { code } of sideEffects) {
        if (random() > 0.06) continue;
        rows.sideEffects.push({
          patient,
          course,
          session: number,
          term: code,
          severity: maybe(oneOf(["MILD", "MODERATE", "SEVERE"])),
          duration_min: maybe(whole(5, 4000)),
          ascertained_by: maybe(oneOf(["CHECKLIST", "SPONTANEOUS", "SPONTANEOUS"])),
        });
      }
    }
    const used = new Set([oneOf(instruments), oneOf(instruments), oneOf(instruments)].slice(0, whole(0, 3)));
    for (const instrument of used) addScores(patient, course, instrument, day);
  }

  function addScores(patient: string, course: number, instrument: Instrument, lastSession: number): void {
    const { min, max } = instrument;
    // A rough course: from ill to well and back, with jumps, so that every category and both directions appear.
    const ill = instrument.higherIsBetter ? min : max;
    const well = instrument.higherIsBetter ? max : min;
    const days = new Set<number>();
    const spread = oneOf([10, 45, 120, 430]);
    for (let n = whole(1, 14); n > 0; n--) {
      days.add(
        oneOf([whole(-16, 2), whole(1, spread), lastSession + whole(0, 16), lastSession + whole(360, 400)]),
      );
    }
    for (const day of days) {
      const position = day <= 0 ? 0.5 * random() : random();
      for (const hour of day === 0 ? oneOf([[0], [4], [0, 2], [0, 1, 4]]) : oneOf([[0], [0], [0, 8]])) {
        const jump = whole(-2, 2);
        const total = Math.round(ill + (well - ill) * position) + jump;
        rows.scores.push({
          patient,
          course,
          instrument: instrument.code,
          day,
          hour,
          total: Math.min(max, Math.max(min, total)),
          suicidality: itemOf(instrument, 5 * day + 3 * hour + total),
        });
      }
    }
  }
}

/** Every value of the item in turn, and none at all; without a draw, so that the rest stays as it was. */
function itemOf({ suicidalityItem }: Instrument, turn: number): number | null {
  if (suicidalityItem === null) return null;
  const value = Math.abs(turn) % (suicidalityItem.max + 2);
  return value > suicidalityItem.max ? null : value;
}
