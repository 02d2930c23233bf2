// The fourteen clinics of the synthetic registry: unequal in size, in what they give and in how they ask
// for side effects.
import type {
  AscertainmentCode,
  ConditionCode,
  ModalityCode,
  PsychotherapyCode,
  SettingCode,
} from "@afterglow/shared";
import { isDepression } from "./conditions";
import type { RandomStream, Weighted } from "./random";

export interface Clinic {
  readonly name: string;
  readonly weight: number;
  readonly modalities: Weighted<ModalityCode>;
  readonly psychotherapy: Weighted<PsychotherapyCode>;
  readonly ascertainedBy: AscertainmentCode;
  /** Multiplies the probability that a due assessment is recorded. */
  readonly diligence: number;
  /** MADRS by a rater, and scores on the day after a session and a few hours after the first. */
  readonly research: boolean;
  /** QIDS-SR16 besides the PHQ-9 in depression, as the trial of ECT against ketamine used it. */
  readonly qids: boolean;
  /** Median price of one ketamine session: USD 300 to 800. */
  readonly price: number;
}

const office: Weighted<ModalityCode> = [
  ["KETAMINE_IV", 0.86],
  ["KETAMINE_IM", 0.1],
  ["KETAMINE_SC", 0.04],
];
const infusions: Weighted<ModalityCode> = [["KETAMINE_IV", 1]];
const mixed: Weighted<ModalityCode> = [
  ["KETAMINE_IV", 0.6],
  ["ESKETAMINE_INTRANASAL", 0.32],
  ["KETAMINE_INTRANASAL", 0.08],
];
const hospital: Weighted<ModalityCode> = [
  ["KETAMINE_IV", 0.5],
  ["ECT", 0.3],
  ["ESKETAMINE_INTRANASAL", 0.2],
];
const assisting: Weighted<ModalityCode> = [
  ["KETAMINE_IM", 0.45],
  ["KETAMINE_IV", 0.25],
  ["KETAMINE_SUBLINGUAL", 0.2],
  ["KETAMINE_SC", 0.1],
];
const remote: Weighted<ModalityCode> = [
  ["KETAMINE_SUBLINGUAL", 0.95],
  ["KETAMINE_INTRANASAL", 0.05],
];

const little: Weighted<PsychotherapyCode> = [
  ["NONE", 0.7],
  ["INTEGRATION", 0.27],
  ["ASSISTED", 0.03],
];
const some: Weighted<PsychotherapyCode> = [
  ["NONE", 0.42],
  ["INTEGRATION", 0.46],
  ["ASSISTED", 0.12],
];
const much: Weighted<PsychotherapyCode> = [
  ["NONE", 0.05],
  ["INTEGRATION", 0.4],
  ["ASSISTED", 0.55],
];

type Habits = Partial<Pick<Clinic, "ascertainedBy" | "diligence" | "research" | "qids">>;

function clinic(
  number: number,
  weight: number,
  modalities: Clinic["modalities"],
  psychotherapy: Clinic["psychotherapy"],
  price: number,
  habits: Habits = {},
): Clinic {
  return {
    name: `C${String(number).padStart(2, "0")}`,
    weight,
    modalities,
    psychotherapy,
    price,
    ascertainedBy: "CHECKLIST",
    diligence: 1,
    research: false,
    qids: false,
    ...habits,
  };
}

export const clinics: readonly Clinic[] = [
  clinic(1, 18, office, some, 450),
  clinic(2, 15, mixed, little, 425),
  clinic(3, 13, infusions, little, 400, { diligence: 0.9 }),
  clinic(4, 11, remote, some, 300, { ascertainedBy: "SPONTANEOUS", diligence: 0.85 }),
  clinic(5, 9, hospital, little, 550, { research: true, qids: true, diligence: 1.1 }),
  clinic(6, 8, office, some, 500),
  clinic(7, 6.5, mixed, some, 475),
  clinic(8, 5.5, assisting, much, 750),
  clinic(9, 4.5, infusions, some, 395, { ascertainedBy: "SPONTANEOUS", diligence: 0.8 }),
  clinic(10, 3.5, hospital, some, 600, { research: true, qids: true, diligence: 1.1 }),
  clinic(11, 2.5, office, much, 650),
  clinic(12, 2, infusions, little, 425, { ascertainedBy: "SPONTANEOUS" }),
  clinic(13, 1, assisting, much, 800),
  clinic(14, 0.5, office, some, 350, { diligence: 0.7 }),
];

const byWeight: Weighted<Clinic> = clinics.map((each) => [each, each.weight]);

export function pickClinic(random: RandomStream): Clinic {
  return random.pick(byWeight);
}

/**
 * Esketamine is licensed for depression alone, and ECT is given for mood; others get the clinic's ketamine.
 */
export function pickModality(
  random: RandomStream,
  { modalities }: Clinic,
  condition: ConditionCode,
): ModalityCode {
  const fitting = modalities.filter(([modality]) => {
    if (modality === "ECT") return isDepression(condition);
    if (modality === "ESKETAMINE_INTRANASAL") return condition === "TRD" || condition === "MDD";
    return true;
  });
  return random.pick(fitting);
}

export function settingOf(modality: ModalityCode, random: RandomStream): SettingCode | null {
  if (random.chance(0.01)) return null;
  return modality === "KETAMINE_SUBLINGUAL" && random.chance(0.85) ? "HOME" : "CLINIC";
}
