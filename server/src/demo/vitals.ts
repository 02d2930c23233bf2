// What is measured in a session: dose, times, blood pressure, heart rate, cost.
import type { ModalityCode, PhaseCode } from "@afterglow/shared";
import type { Person } from "./people";
import { clamp, type RandomStream } from "./random";
import type { SessionRow } from "./rows";

/** Median dose in mg/kg, how it spreads (sigma of the log), minutes of administration. ECT has no dose. */
const given: Record<ModalityCode, { dose: number; spread: number; minutes: number; recovery: number }> = {
  KETAMINE_IV: { dose: 0.5, spread: 0.12, minutes: 40, recovery: 60 }, // Zarate 2006
  KETAMINE_IM: { dose: 0.75, spread: 0.2, minutes: 1, recovery: 75 },
  KETAMINE_SC: { dose: 0.6, spread: 0.2, minutes: 1, recovery: 70 }, // Loo C, et al. Br J Psychiatry 2023
  KETAMINE_INTRANASAL: { dose: 0.8, spread: 0.2, minutes: 20, recovery: 60 },
  KETAMINE_SUBLINGUAL: { dose: 1.6, spread: 0.25, minutes: 15, recovery: 75 },
  ESKETAMINE_INTRANASAL: { dose: 0.9, spread: 0.2, minutes: 10, recovery: 110 }, // label: 2 hours
  ECT: { dose: 0, spread: 0, minutes: 5, recovery: 45 },
  PLACEBO: { dose: 0, spread: 0, minutes: 40, recovery: 30 },
};

/**
 * Mean rise from before to peak: systolic 12.6, diastolic 8.5 mmHg, heart rate 4.1 a minute (Vankawala J,
 * et al. Front Psychiatry 2021;12:549080). Spread between patients and between sessions is chosen.
 */
export const MEAN_RISE = { systolic: 12.6, diastolic: 8.5, heartRate: 4.1 } as const;
const riseFactor: Partial<Record<ModalityCode, number>> = {
  KETAMINE_SUBLINGUAL: 0.6,
  KETAMINE_INTRANASAL: 0.75,
  ESKETAMINE_INTRANASAL: 0.75,
  ECT: 1.9,
};

/** A patient's own levels, the same in all sessions. */
export interface Body {
  readonly systolic: number;
  readonly diastolic: number;
  readonly heartRate: number;
  /** Added to every rise of the patient, in parts of the mean rise. */
  readonly reactivity: number;
}

export function makeBody(random: RandomStream, person: Person): Body {
  const older = ((person.age ?? 45) - 45) / 10;
  const systolic = clamp(random.normal(123 + 2.5 * older, 11), 95, 165);
  return {
    systolic,
    diastolic: clamp(random.normal(0.62 * systolic, 5), 55, systolic - 25),
    heartRate: clamp(random.normal(74, 9), 50, 110),
    reactivity: random.normal(0, 0.35),
  };
}

export interface SessionPlace {
  readonly number: number;
  readonly day: number;
  readonly phase: PhaseCode;
  readonly atHome: boolean;
  readonly assisted: boolean;
}

export function makeSession(
  random: RandomStream,
  person: Person,
  body: Body,
  course: number,
  modality: ModalityCode,
  place: SessionPlace,
): SessionRow {
  const { dose, spread, minutes, recovery } = given[modality];
  const monitored = !place.atHome && random.chance(0.97);
  // Doses are raised a little as sessions pass.
  const reached = dose * (1 + 0.03 * Math.min(place.number - 1, 6));
  const vitals =
    monitored && random.chance(0.93) ? readings(random, body, riseFactor[modality] ?? 1) : noReadings;
  return {
    patient: person.id,
    course,
    number: place.number,
    day: place.day,
    phase: place.phase,
    dose_mg_per_kg:
      dose === 0 ? null : Math.round(clamp(random.logNormal(reached, spread), 0.2, 3) * 100) / 100,
    duration_min: random.chance(0.03) ? null : minutes + (minutes > 5 ? random.whole(-3, 5) : 0),
    psychotherapy_min: place.assisted ? random.whole(6, 12) * 10 : 0,
    recovery_min: random.chance(0.05) ? null : Math.round(clamp(random.normal(recovery, 14), 15, 240)),
    ...vitals,
    cost_usd: costOf(random, person, modality, place.atHome),
    ecg_done: random.chance(0.05) ? null : !place.atHome && random.chance(place.number === 1 ? 0.45 : 0.03),
    vitals_monitored: monitored,
  };
}

const noReadings = {
  systolic_before: null,
  systolic_peak: null,
  diastolic_before: null,
  diastolic_peak: null,
  heart_rate_before: null,
  heart_rate_peak: null,
};

function readings(
  random: RandomStream,
  body: Body,
  factor: number,
): { [K in keyof typeof noReadings]: number } {
  const rise = (mean: number, sd: number) =>
    Math.round(mean * (factor + body.reactivity) + random.normal(0, sd));
  const systolic = Math.round(body.systolic + random.normal(0, 6));
  const diastolic = Math.min(Math.round(body.diastolic + random.normal(0, 4)), systolic - 15);
  const heartRate = Math.round(body.heartRate + random.normal(0, 5));
  const systolicPeak = systolic + rise(MEAN_RISE.systolic, 7);
  return {
    systolic_before: systolic,
    systolic_peak: systolicPeak,
    diastolic_before: diastolic,
    diastolic_peak: Math.min(diastolic + rise(MEAN_RISE.diastolic, 5), systolicPeak - 10),
    heart_rate_before: heartRate,
    heart_rate_peak: heartRate + rise(MEAN_RISE.heartRate, 6),
  };
}

/**
 * Ketamine: USD 300 to 800 a session. ECT: 300 to 1,000 (Ross EL, et al. JAMA Psychiatry 2018;75:713-722).
 * Home: less.
 */
function costOf(
  random: RandomStream,
  person: Person,
  modality: ModalityCode,
  atHome: boolean,
): number | null {
  if (random.chance(0.06)) return null;
  if (atHome) return random.whole(12, 40) * 5;
  if (modality === "ECT") return random.whole(60, 200) * 5;
  const price =
    modality === "ESKETAMINE_INTRANASAL" ? Math.max(590, person.clinic.price) : person.clinic.price;
  return clamp(Math.round((price * random.between(0.93, 1.07)) / 5) * 5, 300, 800);
}
