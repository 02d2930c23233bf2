// What the words of choices usually mean in the vocabulary, for a first recipe: the first entry that fits counts.
// These are guesses; the recipe that is written says each, and its reader decides.
import type {
  ConditionCode,
  ModalityCode,
  PsychotherapyCode,
  SideEffectCode,
  SideEffectSeverityCode,
} from "@afterglow/shared";

export type Meanings<Code extends string = string> = readonly (readonly [words: RegExp, code: Code])[];

/** A choice that says nothing is known. */
export const UNKNOWN =
  /^(unknown|not (known|asked|available|reported|applicable|done)|missing|n\/?a|prefer not|declined?|refused?|don'?t know)/i;
/** Of a list of side effects: that there was none. */
export const NOTHING = /^(none|no side effects?|no adverse|nothing)/i;

export const conditionWords: Meanings<ConditionCode> = [
  [/bipolar/i, "BIPOLAR"],
  [/treatment[- ]?resist|refractory|\btrd\b/i, "TRD"],
  [/post[- ]?trauma|\bptsd\b/i, "PTSD"],
  [/obsess|\bocd\b/i, "OCD"],
  [/social (anx|phob)|\bsad\b/i, "SOCIAL_ANXIETY"],
  [/panic/i, "PANIC"],
  [/life[- ]?threat|terminal|existential/i, "ILLNESS_ANXIETY"],
  [/general(i[sz]ed)? anx|\bgad\b/i, "GAD"],
  [/healthy|control/i, "HEALTHY_CONTROL"],
  [/major dep|\bmdd\b|unipolar/i, "MDD"],
];

export const modalityWords: Meanings<ModalityCode> = [
  [/placebo|saline/i, "PLACEBO"],
  [/esketamine|spravato/i, "ESKETAMINE_INTRANASAL"],
  [/electroconvuls|\bect\b/i, "ECT"],
  [/intranasal|nasal/i, "KETAMINE_INTRANASAL"],
  [/sublingual|troche|lozenge|oral|\bodt\b/i, "KETAMINE_SUBLINGUAL"],
  [/subcut|\bsc\b|\bsq\b/i, "KETAMINE_SC"],
  [/intramusc|\bim\b/i, "KETAMINE_IM"],
  [/intraven|\biv\b|infusion/i, "KETAMINE_IV"],
];

export const psychotherapyWords: Meanings<PsychotherapyCode> = [
  [/assisted|during|\bkap\b/i, "ASSISTED"],
  [/integrat|between|after/i, "INTEGRATION"],
  [/^no\b|none/i, "NONE"],
];

export const sexWords: Meanings = [
  [/^f(emale)?$|wom[ae]n/i, "FEMALE"],
  [/^m(ale)?$|^m[ae]n$/i, "MALE"],
  [/other|intersex|non-?binary/i, "OTHER"],
];

export const settingWords: Meanings = [
  [/home|remote|telehealth/i, "HOME"],
  [/clinic|hospital|office|in[- ]?person/i, "CLINIC"],
];

export const endReasonWords: Meanings = [
  [/complet|finish/i, "COMPLETED"],
  [/ongoing|active|in treatment/i, "ONGOING"],
  [/lost|no[- ]?show/i, "LOST_TO_FOLLOW_UP"],
  [/side effect|adverse|toler/i, "SIDE_EFFECT"],
  [/lack|ineff|no (effect|response|benefit)|not help/i, "LACK_OF_EFFECT"],
  [/cost|insur|financ|afford/i, "COST"],
  [/other|withdr/i, "OTHER"],
];

export const severityWords: Meanings<SideEffectSeverityCode> = [
  [/mild/i, "MILD"],
  [/moderate/i, "MODERATE"],
  [/severe/i, "SEVERE"],
];

export const sideEffectWords: Meanings<SideEffectCode> = [
  [/blood pressure|hypertens|\bbp\b/i, "RAISED_BLOOD_PRESSURE"],
  [/heart rate|tachycard|palpitat/i, "RAISED_HEART_RATE"],
  [/vomit|emesis/i, "VOMITING"],
  [/nause/i, "NAUSEA"],
  [/drows|sedat|sleepy|somnol/i, "DROWSINESS"],
  [/headache|migraine/i, "HEADACHE"],
  [/unstead|coordinat|ataxi|clums/i, "INCOORDINATION"],
  [/dizz|light-?headed|vertigo/i, "DIZZINESS"],
  [/dissociat|deperson|dereali|detach/i, "DISSOCIATION"],
  [/delir/i, "DELIRIUM"],
  [/confus|disorient/i, "CONFUSION"],
  [/memory|forget/i, "MEMORY_IMPAIRMENT"],
  [/mania|manic/i, "HYPOMANIA_OR_MANIA"],
  [/mood (cycl|swing)/i, "MOOD_CYCLING"],
  [/crav|misuse/i, "CRAVING_OR_MISUSE"],
  [/agitat|restless/i, "AGITATION"],
  [/anxi|panic|fear/i, "ANXIETY"],
  [/muscle|myalg/i, "MUSCLE_ACHE"],
  [/^other/i, "OTHER"],
];

export const yesNoWords: Meanings = [
  [/^(yes|true|checked)/i, "true"],
  [/^(no|false)\b/i, "false"],
];

export const meaningOf = (words: Meanings, label: string): string | null =>
  words.find(([pattern]) => pattern.test(label))?.[1] ?? null;
