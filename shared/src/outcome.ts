/**
 * An outcome: which measure, what counts as response, what counts as relapse, and what maintenance sessions do.
 * Every choice is a closed list; the words for it come from here, for the page, the caption and the URL alike.
 */
import { InvalidChoice } from "./invalidChoice";
import { instruments, type InstrumentCode } from "./vocabulary/instruments";

export const responseRules = {
  INSTRUMENT: "The instrument's own rule",
  HALF: "Down 50% or more",
} as const;
export const relapseRules = {
  LOSS_OF_RESPONSE: "Loss of response",
  CONFIRMED_LOSS: "Loss of response, confirmed by the next score",
  RELAPSE: "Relapse: back at caseness",
  CONFIRMED_RELAPSE: "Relapse, confirmed by the next score",
} as const;
export const maintenanceRules = {
  IGNORED: "Ignored (treatment policy)",
  CENSORED: "Censored at the first maintenance session",
  COMPETING: "Competing event: cumulative incidence of loss before maintenance",
} as const;
/** Durability: what becomes of those who were due an assessment and did not come. */
export const dropoutRules = {
  CENSORED: "Censored at their last score",
  RELAPSED: "Counted as having the event at the next visit that was due",
} as const;
/** Durability grouped by maintenance: by what was known when the clock starts, or by what came later. */
export const maintainedRules = {
  BY_WEEK_6: "Maintenance begun by week 6, with the clock started there",
  WHOLE_COURSE: "Pattern of the whole course, with the clock started at time zero",
} as const;

export type Measure = InstrumentCode | "OWN";
export type ResponseRule = keyof typeof responseRules;
export type RelapseRule = keyof typeof relapseRules;
export type MaintenanceRule = keyof typeof maintenanceRules;
export type DropoutRule = keyof typeof dropoutRules;
export type MaintainedRule = keyof typeof maintainedRules;

export interface Outcome {
  readonly measure: Measure;
  readonly response: ResponseRule;
  readonly relapse: RelapseRule;
  readonly maintenance: MaintenanceRule;
}

export const measures: readonly Measure[] = [...instruments.map((i) => i.code), "OWN"];

/** The outcome of a page whose URL names none: PHQ-9 where the release has it, else its first measure. */
export function defaultOutcome(available: readonly string[]): Outcome {
  const measure =
    measures.find((m) => m === "PHQ9" && available.includes(m)) ??
    measures.find((m) => available.includes(m));
  return {
    measure: measure ?? "PHQ9",
    response: "INSTRUMENT",
    relapse: "LOSS_OF_RESPONSE",
    maintenance: "IGNORED",
  };
}

/** Reads an outcome from URL parameters. Throws InvalidChoice naming the parameter. */
export function outcomeFromSearch(search: URLSearchParams, fallback: Outcome): Outcome {
  return {
    measure: choice(search, "measure", measures, fallback.measure),
    response: choice(search, "response", keysOf(responseRules), fallback.response),
    relapse: choice(search, "relapse", keysOf(relapseRules), fallback.relapse),
    maintenance: maintenanceRule(search) ?? fallback.maintenance,
  };
}

/**
 * `maintenance` names a dimension of the cohort and a rule of the outcome. In the URL both share that one parameter;
 * their words are disjoint, so each reader takes its own: `maintenance=NONE,CENSORED`.
 */
export function maintenanceRule(search: URLSearchParams): MaintenanceRule | undefined {
  const words = search.getAll("maintenance").flatMap((value) => value.split(","));
  const rules = keysOf(maintenanceRules).filter((rule) => words.includes(rule));
  if (rules.length > 1) throw new InvalidChoice("maintenance", "takes one rule");
  return rules[0];
}

/** One parameter out of a closed list, or its default where it is absent. */
export function choice<T extends string>(
  search: URLSearchParams,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const given = search.get(name);
  if (given === null) return fallback;
  const found = allowed.find((a) => a === given);
  if (found === undefined) throw new InvalidChoice(name, `must be one of ${allowed.join(", ")}`);
  return found;
}

export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(table) as K[];
