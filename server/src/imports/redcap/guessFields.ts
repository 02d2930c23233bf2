// Fields of courses and sessions, for a first recipe: by their names, and by what they may hold.
import type { Field, TableSchema } from "../field";
import type { RedcapField } from "./dictionary";
import type { Draft, JsonObject } from "./draft";
import {
  conditionWords,
  endReasonWords,
  modalityWords,
  psychotherapyWords,
  settingWords,
  sexWords,
  yesNoWords,
  type Meanings,
} from "./meanings";

/** How a column of ours is usually called, without a session's number: inf1_sbp_pre is inf_sbp_pre. */
const NAMES: Readonly<Record<string, RegExp>> = {
  condition: /(^|_)(diagnosis|dx|condition|indication)/,
  modality: /(^|_)(route|modality|treatment|formulation|drug|tx)(_|$)|treatment_type/,
  psychotherapy: /psychotherapy|(^|_)therapy(_|$)/,
  age_years: /(^|_)age(_|$)/,
  sex: /(^|_)(sex|gender)(_|$)/,
  prior_trials: /(prior|previous|failed|past).*(trial|antidep|med)|n_trials/,
  prior_ect: /(prior|previous|past|hx|history).*ect(_|$)|(^|_)ect_(hx|history|prior)/,
  antidepressant: /^(on_|current_|conc?_?)?(antidepressant|ssri)/,
  benzodiazepine: /^(on_|current_|conc?_?)?benzo/,
  mood_stabiliser: /^(on_|current_|conc?_?)?(mood_stab|lithium)/,
  setting: /(^|_)setting(_|$)/,
  end_reason: /(end|stop|discontinu|termination|completion).*(reason|status)|reason.*(end|stop|discontinu)/,
  end_day: /(end|stop|discontinu|termination|completion)_?(date|dt)$/,
  dose_mg_per_kg: /dose/,
  duration_min: /(infusion|session|inf|tx)?_?(duration|length)|_min(utes)?$/,
  psychotherapy_min: /(psychotherapy|therapy|integration)_?(min|dur|time)/,
  recovery_min: /recovery/,
  systolic_before: /(sbp|sys).*(pre|before|base|bl)|(pre|before|base).*(sbp|sys)/,
  systolic_peak: /(sbp|sys).*(peak|max|high)|(peak|max|high).*(sbp|sys)/,
  diastolic_before: /(dbp|dia).*(pre|before|base|bl)|(pre|before|base).*(dbp|dia)/,
  diastolic_peak: /(dbp|dia).*(peak|max|high)|(peak|max|high).*(dbp|dia)/,
  heart_rate_before: /(hr|pulse|heart).*(pre|before|base|bl)|(pre|before|base).*(hr|pulse|heart)/,
  heart_rate_peak: /(hr|pulse|heart).*(peak|max|high)|(peak|max|high).*(hr|pulse|heart)/,
  cost_usd: /(^|_)(cost|charge|price)/,
  ecg_done: /(^|_)e[ck]g/,
  vitals_monitored: /vitals?.*monitor|monitor.*vitals?/,
};

const WORDS: Readonly<Record<string, Meanings>> = {
  condition: conditionWords,
  modality: modalityWords,
  psychotherapy: psychotherapyWords,
  sex: sexWords,
  setting: settingWords,
  end_reason: endReasonWords,
};

export interface Named {
  readonly field: RedcapField;
  /** Its name without what says which session it belongs to. */
  readonly name: string;
}

/** Where a dose is in mg: the patient's weight. */
export type WeightOf = (() => JsonObject | null) | null;

/** The columns of a table that some of these fields fill. */
export function guessFields(
  draft: Draft,
  schema: TableSchema,
  given: readonly Named[],
  weightOf: WeightOf,
): JsonObject {
  const columns = new Map<string, JsonObject>();
  const taken = new Set<RedcapField>();
  for (const ours of schema.fields) {
    const pattern = NAMES[ours.name];
    const found = given.filter(({ field, name }) => pattern?.test(name) === true && !taken.has(field));
    for (const { field } of found) {
      const value = columns.has(ours.name) ? null : valueOf(draft, ours, field, weightOf);
      if (value === null) continue;
      columns.set(ours.name, value);
      taken.add(field);
    }
  }
  return Object.fromEntries(columns);
}

function valueOf(draft: Draft, ours: Field, field: RedcapField, weightOf: WeightOf): JsonObject | null {
  if (field.isIdentifier) return null;
  const words = WORDS[ours.name];
  if (words) return draft.choices(field, words, ours.name);
  if (ours.kind === "yesNo")
    return field.choices.length > 0 && field.type !== "checkbox"
      ? draft.choices(field, yesNoWords, ours.name)
      : null;
  if (ours.name.endsWith("_day"))
    return isDateField(field) ? told(draft, ours.name, draft.date(field)) : null;
  const isNumber = field.type === "calc" || /^(integer|number)/.test(field.validation);
  if (!isNumber || (ours.kind !== "whole" && ours.kind !== "decimal")) return null;
  if (ours.name === "dose_mg_per_kg") return doseOf(draft, field, weightOf);
  const column = draft.numbers(field.name, ours.min, ours.name === "age_years" ? 120 : ours.max);
  return told(draft, ours.name, ours.name === "age_years" ? { ...column, atMost: ours.max } : column);
}

function doseOf(draft: Draft, field: RedcapField, weightOf: WeightOf): JsonObject | null {
  if (/mg_?(per)?_?kg/.test(field.name) || /mg *(\/|per) *kg/i.test(field.label))
    return told(draft, "dose_mg_per_kg", draft.numbers(field.name, 0.05, 3));
  const weight = /mg/.test(`${field.name} ${field.label}`) ? weightOf?.() : null;
  if (weight)
    return told(draft, "dose_mg_per_kg", { ...draft.numbers(field.name, 1, 1000), unit: "mg", weight });
  draft.unknown.push(
    `${field.name}: the dose's unit, or the weight that turns mg to mg/kg. It is left behind.`,
  );
  return null;
}

const isDateField = ({ validation }: RedcapField): boolean => /^date/.test(validation);

function told(draft: Draft, ours: string, value: JsonObject & { readonly column: string }): typeof value {
  draft.guessed.push(`${ours}: ${value.column}`);
  return value;
}
