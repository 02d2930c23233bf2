// The scores of one course: for each instrument a baseline and a latent course, read with error on the days
// assessed.
import { conditionByCode, instrumentByCode, type InstrumentCode } from "@afterglow/shared";
import { clockOfLoss } from "./durability";
import type { DueDay } from "./assessments";
import { improvementOn, responseShare, type LatentCourse } from "./latentCourse";
import type { Person } from "./people";
import { clamp, type RandomStream } from "./random";
import type { ScoreRow } from "./rows";

/** One instrument in one course. */
export interface Measured {
  readonly instrument: InstrumentCode;
  /** True severity before treatment, not rounded. */
  readonly baseline: number;
  readonly course: LatentCourse;
  readonly response: number;
  /** Probability that it is asked on a day between visits. */
  readonly often: number;
  /** Probability that it is asked at a visit. */
  readonly atVisits: number;
}

/**
 * How far the benefit on an instrument follows the shared benefit, and its error of measurement in parts of
 * its range.
 */
const SHARED_BENEFIT = 0.85;
const ERROR_OF_RANGE = 0.05;
/** Baselines of one patient go together. */
const SHARED_SEVERITY = 0.6;

export function instrumentsOf(person: Person, random: RandomStream): InstrumentCode[] {
  const { code } = person.condition;
  const ownInstrument = ownOf(person);
  const list: InstrumentCode[] = ["PHQ9", "GAD7"];
  if (!list.includes(ownInstrument)) list.push(ownInstrument);
  const isUnipolar = code === "TRD" || code === "MDD";
  if (isUnipolar && random.chance(person.clinic.research ? 0.7 : 0.08)) list.push("MADRS");
  if (isUnipolar && person.clinic.qids && random.chance(0.85)) list.push("QIDS_SR16");
  if (random.chance(0.12)) list.push("WHO5");
  return list;
}

function ownOf({ condition }: Person): InstrumentCode {
  return conditionByCode(condition.code).ownInstrument;
}

/** Well-being falls with severity; it is no part of the conditions' baselines. */
const wellBeing = [28, 13] as const;

export function measure(
  random: RandomStream,
  person: Person,
  instrument: InstrumentCode,
  shape: Omit<LatentCourse, "latent" | "loss">,
  shift: number,
  loss: number,
): Measured {
  const { min, max, higherIsBetter } = instrumentByCode(instrument);
  const [mean, sd] = person.condition.baselines[instrument] ?? wellBeing;
  const common = SHARED_SEVERITY * person.severity;
  const z = common + Math.sqrt(1 - SHARED_SEVERITY ** 2) * random.normal();
  const baseline = clamp(mean + sd * (higherIsBetter ? -z : z), min, max);
  const isOwn = instrument === ownOf(person);
  const isMain = isOwn || instrument === "PHQ9";
  const own = Math.sqrt(1 - SHARED_BENEFIT ** 2) * random.normal();
  const latent = SHARED_BENEFIT * person.leaning + own + shift + (isOwn ? person.condition.ownBenefit : 0);
  return {
    instrument,
    baseline,
    course: { ...shape, latent, loss: loss * random.logNormal(1, 0.12) },
    response: responseShare(instrument, baseline),
    often: instrument === "PHQ9" ? 1 : instrument === "GAD7" ? 0.62 : isOwn ? 0.8 : 0.25,
    atVisits: isMain ? 0.97 : instrument === "GAD7" ? 0.9 : 0.7,
  };
}

/** Clock time of loss, shared by the instruments of a course. */
export function lossOf(
  random: RandomStream,
  person: Person,
  shape: Omit<LatentCourse, "latent" | "loss">,
): number {
  const share = shape.induction.length / shape.planned;
  return clockOfLoss(random, share, shape.plan === "SINGLE", person.condition.durability);
}

export function readScores(
  random: RandomStream,
  person: Person,
  course: number,
  measured: Measured,
  due: readonly DueDay[],
): ScoreRow[] {
  const rows: ScoreRow[] = [];
  const read = (day: number, hour: number, improvement: number) =>
    rows.push(readOne(random, person, course, measured, day, hour, improvement));
  // 4 % have no baseline; a few were asked twice, the later one counts.
  if (!random.chance(0.04)) {
    if (random.chance(0.06)) read(-random.whole(8, 14), 0, 0);
    read(random.chance(0.55) ? 0 : -random.whole(1, 6), 0, 0);
  }
  // A few hours after the first session: neither a baseline nor a visit.
  if (person.clinic.research && measured.instrument === "MADRS" && random.chance(0.5)) {
    read(0, 4, 0.7 * improvementOn(measured.course, 1, measured.response));
  }
  for (const { day, isVisit } of due) {
    if (!random.chance(isVisit ? measured.atVisits : measured.often)) continue;
    read(day, 0, improvementOn(measured.course, day, measured.response));
  }
  return rows;
}

function readOne(
  random: RandomStream,
  person: Person,
  course: number,
  { instrument, baseline }: Measured,
  day: number,
  hour: number,
  improvement: number,
): ScoreRow {
  const entry = instrumentByCode(instrument);
  const { min, max, higherIsBetter } = entry;
  const steps = instrument === "WHO5" ? 4 : 1;
  const level = higherIsBetter
    ? baseline + (max - baseline) * improvement * 0.8
    : baseline * (1 - improvement);
  // Near the end of the scale there is less room to err.
  const room = Math.min(1, 0.25 + (3 * Math.max(0, level - min)) / (max - min));
  const error = random.normal(0, ERROR_OF_RANGE * (max - min) * room);
  const total = clamp(Math.round((level + error) / steps) * steps, min, max);
  return {
    patient: person.id,
    course,
    instrument,
    day,
    hour,
    total,
    suicidality: itemOf(random, entry, total),
  };
}

function itemOf(
  random: RandomStream,
  { suicidalityItem, max }: ReturnType<typeof instrumentByCode>,
  total: number,
): number | null {
  if (suicidalityItem === null || random.chance(0.03)) return null;
  const expected = (total / max) * suicidalityItem.max * 0.75 - 0.25;
  return clamp(
    Math.round(random.normal(expected, 0.18 * suicidalityItem.max)),
    0,
    Math.min(suicidalityItem.max, total),
  );
}
