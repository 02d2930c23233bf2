/**
 * The state of the pages that show figures, which is also the query string of a figure's address: nothing of a page is
 * kept anywhere else. Reading it refuses what it does not know, by name.
 */
import { cohortFromSearch, cohortToSearch, type Cohort } from "./cohort";
import { pinParameters, pinsFromSearch, pinsToSearch, type PinnedCohort } from "./compare";
import { letters, type Letter } from "./comparison";
import { InvalidChoice, quote } from "./invalidChoice";
import {
  choice,
  defaultOutcome,
  dropoutRules,
  keysOf,
  maintainedRules,
  outcomeFromSearch,
  type DropoutRule,
  type MaintainedRule,
  type Outcome,
} from "./outcome";
import { dimensions, type DimensionName } from "./vocabulary/dimensions";
import { sideEffects } from "./vocabulary/sideEffects";
import { visits } from "./vocabulary/visits";

/** The options of single figures. Each changes what is drawn; those marked (API) also change what is asked. */
export interface FigureOptions {
  /** Flow: the visit of the last step (API). Missing data: the visit looked at (API). Clinics: of a response. */
  readonly visit: string;
  /** Onset: which event (API), and whether time is counted in days or in infusions (API). */
  readonly onset: "RESPONSE" | "CONFIRMED_RESPONSE" | "REMISSION";
  readonly clock: "DAY" | "SESSION";
  /** Durability: how far the axis goes, weeks; what becomes of drop-outs (API); how it is grouped by maintenance (API). */
  readonly weeks: "26" | "52";
  readonly dropouts: DropoutRule;
  readonly maintained: MaintainedRule;
  /** Trajectory: mean score or mean change. */
  readonly value: "SCORE" | "CHANGE";
  /** Side effects: per patient or per session (API); the view; the effect in the dot plot; the severity counted. */
  readonly per: "PATIENT" | "SESSION";
  readonly harms: "RATES" | "INFUSION" | "RESOLUTION" | "VITALS";
  readonly effect: string;
  /** Named apart from the dimension severity, which stands in the same address. */
  readonly effectSeverity: "ANY" | "MILD" | "MODERATE" | "SEVERE";
  /** Clinics: of a response at the visit, or of the side effect (API). */
  readonly clinics: "RESPONSE" | "SIDE_EFFECT";
  /** The group shown alone where a figure can show only one (categories over visits, by infusion); "" = the first. */
  readonly of: string;
}

export interface ExploreState {
  /** Dataset name; "" = the first. */
  readonly dataset: string;
  /** Release number; null = the newest. */
  readonly release: number | null;
  readonly cohort: Cohort;
  readonly outcome: Outcome;
  /** Dimension grouped by; null = not grouped. */
  readonly by: DimensionName | null;
  readonly options: FigureOptions;
  /** Cohorts pinned to compare: they ride along, and change nothing of what is asked or shown. */
  readonly pins: readonly PinnedCohort[];
  /** The pin whose place this cohort takes when it is pinned; null: a place of its own. */
  readonly edit: Letter | null;
}

/** What each takes; null: the dataset decides. */
export const optionWords: { readonly [K in keyof FigureOptions]: readonly FigureOptions[K][] | null } = {
  visit: visits.map((v) => v.code).filter((code) => code !== "BASELINE"),
  onset: ["RESPONSE", "CONFIRMED_RESPONSE", "REMISSION"],
  clock: ["DAY", "SESSION"],
  weeks: ["26", "52"],
  dropouts: keysOf(dropoutRules),
  maintained: keysOf(maintainedRules),
  value: ["SCORE", "CHANGE"],
  per: ["PATIENT", "SESSION"],
  harms: ["RATES", "INFUSION", "RESOLUTION", "VITALS"],
  effect: sideEffects.map((s) => s.code),
  effectSeverity: ["ANY", "MILD", "MODERATE", "SEVERE"],
  clinics: ["RESPONSE", "SIDE_EFFECT"],
  of: null,
};

export const defaultOptions: FigureOptions = {
  visit: "W4",
  onset: "RESPONSE",
  clock: "DAY",
  weeks: "26",
  dropouts: "CENSORED",
  maintained: "BY_WEEK_6",
  value: "SCORE",
  per: "PATIENT",
  harms: "RATES",
  effect: "DISSOCIATION",
  effectSeverity: "ANY",
  clinics: "RESPONSE",
  of: "",
};

const parameters = new Set<string>([
  "dataset",
  "release",
  "measure",
  "response",
  "relapse",
  "maintenance",
  "by",
  ...dimensions.map((d) => d.name),
  ...keysOf(optionWords),
  ...pinParameters,
  "edit",
]);

/** Reads the whole state. `available`: measures of the release, for the default. Throws InvalidChoice. */
export function exploreFromSearch(search: URLSearchParams, available: readonly string[]): ExploreState {
  for (const name of search.keys()) {
    if (!parameters.has(name)) throw new InvalidChoice(quote(name), "is not a parameter of this address");
  }
  const release = search.get("release");
  if (release !== null && !/^[1-9][0-9]{0,5}$/.test(release))
    throw new InvalidChoice("release", "must be a whole number");
  const dimensionNames = dimensions.map((d) => d.name);
  const by = choice<DimensionName | "none">(search, "by", ["none", ...dimensionNames], "condition");
  return {
    dataset: search.get("dataset") ?? "",
    release: release === null ? null : Number(release),
    cohort: cohortFromSearch(search),
    outcome: outcomeFromSearch(search, defaultOutcome(available)),
    by: by === "none" ? null : by,
    options: optionsFromSearch(search),
    pins: pinsFromSearch(search),
    edit: choice<Letter | "">(search, "edit", letters, "") || null,
  };
}

/** The state without what rides along: of it figure addresses, citations and their links are made. */
export const withoutPins = (state: ExploreState): ExploreState => ({ ...state, pins: [], edit: null });

function optionsFromSearch(search: URLSearchParams): FigureOptions {
  const read = <K extends keyof FigureOptions>(name: K): FigureOptions[K] => {
    const words = optionWords[name];
    if (words === null) return (search.get(name) ?? defaultOptions[name]) as FigureOptions[K];
    return choice(search, name, words, defaultOptions[name]);
  };
  return {
    visit: read("visit"),
    onset: read("onset"),
    clock: read("clock"),
    weeks: read("weeks"),
    dropouts: read("dropouts"),
    maintained: read("maintained"),
    value: read("value"),
    per: read("per"),
    harms: read("harms"),
    effect: read("effect"),
    effectSeverity: read("effectSeverity"),
    clinics: read("clinics"),
    of: read("of"),
  };
}

/** The state as a query string, defaults left out, so that the same state always gives the same link. */
export function exploreToSearch(state: ExploreState, available: readonly string[]): URLSearchParams {
  const search = new URLSearchParams();
  const fallback = defaultOutcome(available);
  if (state.dataset !== "") search.set("dataset", state.dataset);
  if (state.release !== null) search.set("release", String(state.release));
  for (const key of ["measure", "response", "relapse", "maintenance"] as const) {
    if (state.outcome[key] !== fallback[key]) search.set(key, state.outcome[key]);
  }
  if (state.by !== "condition") search.set("by", state.by ?? "none");
  for (const [name, words] of cohortToSearch(state.cohort)) {
    const rule = name === "maintenance" ? search.get(name) : null;
    search.set(name, rule === null ? words : `${words},${rule}`);
  }
  for (const name of keysOf(defaultOptions)) {
    if (state.options[name] !== defaultOptions[name]) search.set(name, state.options[name]);
  }
  for (const [name, value] of pinsToSearch(state.pins)) search.set(name, value);
  if (state.edit !== null) search.set("edit", state.edit);
  return search;
}
