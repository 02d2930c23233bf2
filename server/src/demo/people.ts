// The people of the synthetic registry: what is known of a patient before the first session.
import { OLDEST_AGE_YEARS, YOUNGEST_AGE_YEARS, type ConditionCode, type SexCode } from "@afterglow/shared";
import { pickClinic, type Clinic } from "./clinics";
import { conditionModel, conditionShares, type ConditionModel } from "./conditions";
import { clamp, scramble, type RandomStream, type Weighted } from "./random";

export const FIRST_YEAR = 2021;
/** Follow-up ends with this year: who started late in it has not reached the late visits. */
export const LAST_YEAR = 2025;

export interface Person {
  readonly id: string;
  readonly clinic: Clinic;
  readonly condition: ConditionModel;
  readonly comorbid: ConditionCode[];
  readonly age: number | null;
  readonly sex: SexCode | null;
  readonly priorTrials: number | null;
  readonly priorEct: boolean | null;
  readonly antidepressant: boolean | null;
  readonly benzodiazepine: boolean | null;
  readonly moodStabiliser: boolean | null;
  readonly startYear: number;
  /** Days from the first session to the end of the last year. */
  readonly daysToCut: number;
  /** The latent leaning to benefit, standard normal: shared by the courses of a patient. */
  readonly leaning: number;
  /** Baseline severity common to all instruments, standard normal. */
  readonly severity: number;
  /** Proneness to side effects, standard normal. */
  readonly proneness: number;
}

/** The registry grows: later years have more starters. */
const startYears: Weighted<number> = [
  [2021, 0.12],
  [2022, 0.17],
  [2023, 0.21],
  [2024, 0.26],
  [2025, 0.24],
];

const trialsInResistant: Weighted<number> = [
  [2, 0.36],
  [3, 0.26],
  [4, 0.17],
  [5, 0.1],
  [6, 0.06],
  [7, 0.03],
  [8, 0.02],
];
const trialsElsewhere: Weighted<number> = [
  [0, 0.22],
  [1, 0.4],
  [2, 0.22],
  [3, 0.1],
  [4, 0.04],
  [5, 0.02],
];

/** What a clinic did not record is null. */
function recorded<T>(random: RandomStream, missing: number, value: T): T | null {
  return random.chance(missing) ? null : value;
}

export function makePerson(random: RandomStream, seed: number, index: number): Person {
  const clinic = pickClinic(random);
  const condition = conditionModel(random.pick(conditionShares));
  const isBipolar = condition.code === "BIPOLAR";
  const resistant = condition.code === "TRD";
  const years = Math.round(random.normal(...condition.age));
  const sex = random.pick<SexCode>([
    ["FEMALE", condition.female],
    ["MALE", 0.992 - condition.female],
    ["OTHER", 0.008],
  ]);
  const trials = random.pick(resistant ? trialsInResistant : trialsElsewhere);
  const ect = resistant ? 0.05 + 0.015 * trials : isBipolar ? 0.07 : 0.01;
  const startYear = random.pick(startYears);
  return {
    // One-to-one in the index, so that no two patients of a registry share an id. The letter keeps
    // hexadecimal digits from reading as a date.
    id: `p${scramble(index ^ scramble(seed))
      .toString(16)
      .padStart(8, "0")}`,
    clinic,
    condition,
    comorbid: condition.comorbid.flatMap(([code, share]) =>
      random.chance(share) && code !== condition.code ? [code] : [],
    ),
    age: recorded(random, 0.01, clamp(years, YOUNGEST_AGE_YEARS, OLDEST_AGE_YEARS)),
    sex: recorded(random, 0.015, sex),
    priorTrials: recorded(random, 0.05, trials),
    priorEct: recorded(random, 0.04, random.chance(ect)),
    antidepressant: recorded(random, 0.02, random.chance(isBipolar ? 0.4 : 0.66)),
    benzodiazepine: recorded(random, 0.02, random.chance(condition.comorbid.length > 4 ? 0.22 : 0.28)),
    moodStabiliser: recorded(random, 0.02, random.chance(isBipolar ? 0.82 : 0.1)),
    startYear,
    daysToCut: (LAST_YEAR - startYear) * 365 + random.whole(0, 364),
    leaning: random.normal(),
    severity: random.normal(),
    proneness: random.normal(),
  };
}
