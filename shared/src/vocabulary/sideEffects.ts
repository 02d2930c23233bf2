// Side effects in plain terms, grouped by body system, in the order in which figures list them.
// No licensed dictionary: a clinic's own words are mapped to these by its recipe.
import { byCode, byNumber, type Entry } from "./entry";

const short2018 = "Short B, et al. Lancet Psychiatry 2018;5:65-78 (review of side effects of ketamine).";
const acevedo2020 = "Acevedo-Diaz EE, et al. J Affect Disord 2020;263:568-575.";
const plain = "Grouping of this registry, in plain words; no licensed dictionary is used.";

export const bodySystems = [
  {
    code: "CIRCULATION",
    number: 1,
    label: "Circulation",
    short: "Circulation",
    definition: "Heart and blood pressure.",
    source: plain,
  },
  {
    code: "GUT",
    number: 2,
    label: "Gut",
    short: "Gut",
    definition: "Stomach and bowel.",
    source: plain,
  },
  {
    code: "NERVOUS_SYSTEM",
    number: 3,
    label: "Nervous system",
    short: "Nervous system",
    definition: "Wakefulness, balance, pain in the head, memory.",
    source: plain,
  },
  {
    code: "MIND_AND_MOOD",
    number: 4,
    label: "Mind and mood",
    short: "Mind and mood",
    definition: "Perception, thought, mood and behaviour.",
    source: plain,
  },
  {
    code: "MUSCLE_AND_OTHER",
    number: 5,
    label: "Muscle and other",
    short: "Other",
    definition: "Muscles, and whatever has no other place.",
    source: plain,
  },
] as const satisfies readonly Entry[];

export type BodySystemCode = (typeof bodySystems)[number]["code"];
export type BodySystem = Entry & { readonly code: BodySystemCode };
export const bodySystemByCode = byCode<BodySystem>(bodySystems, "body system");
export const bodySystemByNumber = byNumber<BodySystem>(bodySystems, "body system");

export interface SideEffectEntry extends Entry {
  readonly bodySystem: BodySystemCode;
}

function term<const Code extends string>(
  code: Code,
  number: number,
  bodySystem: BodySystemCode,
  label: string,
  definition: string,
  source: string,
) {
  return { code, number, label, short: label, definition, source, bodySystem };
}

export const sideEffects = [
  term(
    "RAISED_BLOOD_PRESSURE",
    1,
    "CIRCULATION",
    "Raised blood pressure",
    "A rise of blood pressure that the clinic recorded as a side effect. The readings themselves stand with the session.",
    short2018,
  ),
  term(
    "RAISED_HEART_RATE",
    2,
    "CIRCULATION",
    "Raised heart rate",
    "A rise of heart rate, or palpitations, recorded as a side effect.",
    short2018,
  ),
  term("NAUSEA", 3, "GUT", "Nausea", "Feeling sick, without vomiting.", short2018),
  term("VOMITING", 4, "GUT", "Vomiting", "Vomiting at least once.", short2018),
  term("DROWSINESS", 5, "NERVOUS_SYSTEM", "Drowsiness", "Sleepiness or sedation.", acevedo2020),
  term("DIZZINESS", 7, "NERVOUS_SYSTEM", "Dizziness", "Light-headedness or spinning.", short2018),
  term("HEADACHE", 11, "NERVOUS_SYSTEM", "Headache", "Headache, during or after the session.", short2018),
  term(
    "INCOORDINATION",
    8,
    "NERVOUS_SYSTEM",
    "Incoordination",
    "Unsteady gait or clumsy movement.",
    acevedo2020,
  ),
  term(
    "MEMORY_IMPAIRMENT",
    17,
    "NERVOUS_SYSTEM",
    "Memory impairment",
    "New trouble in remembering, during the course or after it.",
    "Anand A, et al. N Engl J Med 2023;388:2315-2325 (memory after ECT and ketamine).",
  ),
  term(
    "DISSOCIATION",
    9,
    "MIND_AND_MOOD",
    "Dissociation",
    "Feeling detached from oneself or the surroundings, recorded as a side effect. The CADSS is an instrument.",
    short2018,
  ),
  term("ANXIETY", 14, "MIND_AND_MOOD", "Anxiety", "Fear or panic brought on by the session.", short2018),
  term(
    "CONFUSION",
    6,
    "MIND_AND_MOOD",
    "Confusion",
    "Disorientation that passes within hours, short of delirium.",
    short2018,
  ),
  term("AGITATION", 13, "MIND_AND_MOOD", "Agitation", "Restlessness or irritable excitement.", short2018),
  term(
    "DELIRIUM",
    10,
    "MIND_AND_MOOD",
    "Delirium",
    "Disturbed attention and awareness, as after emergence from an anaesthetic.",
    "American Psychiatric Association, DSM-5-TR, 2022.",
  ),
  term(
    "HYPOMANIA_OR_MANIA",
    15,
    "MIND_AND_MOOD",
    "Hypomania or mania",
    "A switch to hypomania or mania during the course.",
    "American Psychiatric Association, DSM-5-TR, 2022.",
  ),
  term(
    "MOOD_CYCLING",
    16,
    "MIND_AND_MOOD",
    "Mood cycling",
    "New or faster swings between low and high mood, short of a hypomanic episode.",
    "No agreed definition: as the clinic recorded it.",
  ),
  term(
    "CRAVING_OR_MISUSE",
    18,
    "MIND_AND_MOOD",
    "Craving or misuse",
    "Craving for the drug, or taking it otherwise than agreed.",
    "Sanacora G, et al. JAMA Psychiatry 2017;74:399-405 (consensus statement on use).",
  ),
  term(
    "MUSCLE_ACHE",
    12,
    "MUSCLE_AND_OTHER",
    "Muscle ache",
    "Sore muscles after the session, above all after ECT.",
    "Anand A, et al. N Engl J Med 2023;388:2315-2325.",
  ),
  term(
    "OTHER",
    19,
    "MUSCLE_AND_OTHER",
    "Other",
    "Any side effect with no term of its own here.",
    "The rest; no definition of its own.",
  ),
] as const satisfies readonly SideEffectEntry[];

export type SideEffectCode = (typeof sideEffects)[number]["code"];
export type SideEffect = SideEffectEntry & { readonly code: SideEffectCode };
export const sideEffectByCode = byCode<SideEffect>(sideEffects, "side effect");
export const sideEffectByNumber = byNumber<SideEffect>(sideEffects, "side effect");
