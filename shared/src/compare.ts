/**
 * The state of the Compare page, which is also the query string of its figures' addresses: two to four cohorts of one
 * release, each under a letter, the outcome, what is adjusted for. Explore carries the same letters along as pins.
 *   a=condition%3DTRD%26protocol%3DSTANDARD&aName=Standard+six&b=…
 */
import { cohortFromSearch, cohortToSearch, type Cohort } from "./cohort";
import { letters, targets, type Letter, type Target } from "./comparison";
import { InvalidChoice, quote } from "./invalidChoice";
import {
  choice,
  defaultOutcome,
  keysOf,
  outcomeFromSearch,
  type MaintenanceRule,
  type Outcome,
} from "./outcome";
import { dimensions, type DimensionName } from "./vocabulary/dimensions";
import { laterVisits } from "./vocabulary/visits";

export interface PinnedCohort {
  readonly letter: Letter;
  /** "" = named by its letter alone. */
  readonly name: string;
  readonly cohort: Cohort;
}

export interface CompareOptions {
  /** The visit of response, remission and change (API). */
  readonly visit: string;
  /** Which curves. */
  readonly times: "ONSET" | "DURABILITY";
  /** How far the durability axis goes, weeks. */
  readonly weeks: "26" | "52";
  /** The cohort that is held against A where a figure shows one pair. */
  readonly pair: Letter;
  /** Subgroups: of which outcome (API). */
  readonly of: "RESPONSE" | "REMISSION";
}

export interface CompareState {
  readonly dataset: string;
  readonly release: number | null;
  readonly outcome: Outcome;
  /** The first is the reference. */
  readonly cohorts: readonly PinnedCohort[];
  readonly covariates: readonly DimensionName[];
  readonly target: Target;
  readonly options: CompareOptions;
}

export const MOST_COHORTS = letters.length;
export const LONGEST_NAME = 40;

/** What is known before the first session and can be adjusted for; the default leaves out what is rarely recorded or defines treatment. */
export const covariateChoices: readonly DimensionName[] = dimensions
  .map(({ name }) => name)
  .filter((name) => name !== "maintenance" && name !== "courseNumber");
export const defaultCovariates: readonly DimensionName[] = [
  "severity",
  "age",
  "sex",
  "priorTrials",
  "priorEct",
  "antidepressant",
  "benzodiazepine",
  "moodStabiliser",
  "startYear",
];

export const defaultCompareOptions: CompareOptions = {
  visit: "W4",
  times: "DURABILITY",
  weeks: "26",
  pair: "B",
  of: "RESPONSE",
};
export const compareOptionWords: { readonly [K in keyof CompareOptions]: readonly CompareOptions[K][] } = {
  visit: laterVisits.map(({ code }): string => code),
  times: ["ONSET", "DURABILITY"],
  weeks: ["26", "52"],
  pair: [...letters],
  of: ["RESPONSE", "REMISSION"],
};

/** The maintenance rules that cohorts can be compared by: cumulative incidences are not compared. */
export const comparedMaintenance = ["IGNORED", "CENSORED"] as const satisfies readonly MaintenanceRule[];
const isCompared = (rule: MaintenanceRule): boolean => comparedMaintenance.some((each) => each === rule);

/** An outcome as cohorts can be compared by it: a rule that cannot be compared gives way to the usual one. */
export const comparedOutcome = (outcome: Outcome): Outcome =>
  isCompared(outcome.maintenance) ? outcome : { ...outcome, maintenance: "IGNORED" };

/** Parameters of the pinned cohorts: a, aName, b … */
export const pinParameters: readonly string[] = letters.flatMap((letter) => [
  letter.toLowerCase(),
  `${letter.toLowerCase()}Name`,
]);

const parameters = new Set<string>([
  "dataset",
  "release",
  "measure",
  "response",
  "relapse",
  "maintenance",
  "adjust",
  "target",
  ...pinParameters,
  ...keysOf(compareOptionWords),
]);

/** The pinned cohorts of an address, closed up to A, B … Throws InvalidChoice naming the letter's parameter. */
export function pinsFromSearch(search: URLSearchParams): PinnedCohort[] {
  const found = letters.flatMap((letter) => {
    const parameter = letter.toLowerCase();
    const query = search.get(parameter);
    if (query === null) return [];
    const name = (search.get(`${parameter}Name`) ?? "").trim();
    if (name.length > LONGEST_NAME)
      throw new InvalidChoice(`${parameter}Name`, `takes at most ${LONGEST_NAME} characters`);
    return [{ name, cohort: cohortOf(parameter, query) }];
  });
  return lettered(found);
}

/** Letters by place: the first cohort is A. */
export function lettered(cohorts: readonly Omit<PinnedCohort, "letter">[]): PinnedCohort[] {
  return cohorts
    .slice(0, MOST_COHORTS)
    .map(({ name, cohort }, at) => ({ letter: letters[at] ?? "D", name, cohort }));
}

function cohortOf(parameter: string, query: string): Cohort {
  const search = new URLSearchParams(query);
  const stranger = [...search.keys()].find((name) => !dimensions.some((each) => each.name === name));
  if (stranger !== undefined)
    throw new InvalidChoice(parameter, `${quote(stranger)} is not a dimension of a cohort`);
  return cohortFromSearch(search);
}

/** Each category that a cohort has chosen of a dimension, as a cohort of its own. The last stands first: the reference. */
export function pinsByGroup(cohort: Cohort, by: DimensionName): PinnedCohort[] {
  const codes = [...(cohort[by] ?? [])].reverse();
  return lettered(codes.map((code) => ({ name: "", cohort: { ...cohort, [by]: [code] } })));
}

export function pinsToSearch(pins: readonly Omit<PinnedCohort, "letter">[]): [string, string][] {
  return lettered(pins).flatMap(({ letter, name, cohort }): [string, string][] => {
    const parameter = letter.toLowerCase();
    // A query within a query is encoded twice; its commas need not be.
    const query = new URLSearchParams(cohortToSearch(cohort)).toString().replaceAll("%2C", ",");
    return [[parameter, query], ...(name === "" ? [] : [[`${parameter}Name`, name] as [string, string]])];
  });
}

/** Reads the whole state. `available`: measures of the release, for the default. Throws InvalidChoice. */
export function compareFromSearch(search: URLSearchParams, available: readonly string[]): CompareState {
  for (const name of search.keys()) {
    if (!parameters.has(name)) throw new InvalidChoice(quote(name), "is not a parameter of this address");
  }
  const release = search.get("release");
  if (release !== null && !/^[1-9][0-9]{0,5}$/.test(release))
    throw new InvalidChoice("release", "must be a whole number");
  const outcome = outcomeFromSearch(search, defaultOutcome(available));
  if (!isCompared(outcome.maintenance))
    throw new InvalidChoice(
      "maintenance",
      `${outcome.maintenance} is not compared; choose ${comparedMaintenance.join(" or ")}`,
    );
  const read = <K extends keyof CompareOptions>(name: K): CompareOptions[K] =>
    choice(search, name, compareOptionWords[name], defaultCompareOptions[name]);
  return {
    dataset: search.get("dataset") ?? "",
    release: release === null ? null : Number(release),
    outcome,
    cohorts: pinsFromSearch(search),
    covariates: covariatesFrom(search.get("adjust")),
    target: choice(search, "target", keysOf(targets), "REFERENCE"),
    options: {
      visit: read("visit"),
      times: read("times"),
      weeks: read("weeks"),
      pair: read("pair"),
      of: read("of"),
    },
  };
}

/** `adjust=none`, or dimension names in any order; the vocabulary's order counts. */
function covariatesFrom(text: string | null): readonly DimensionName[] {
  if (text === null) return defaultCovariates;
  const words = text.split(",").filter((word) => word !== "" && word !== "none");
  const stranger = words.find((word) => !covariateChoices.some((name) => name === word));
  if (stranger !== undefined)
    throw new InvalidChoice(
      "adjust",
      `${quote(stranger)} is not one of none, ${covariateChoices.join(", ")}`,
    );
  return covariateChoices.filter((name) => words.includes(name));
}

/** The state as a query string, defaults left out, so that the same state always gives the same link. */
export function compareToSearch(state: CompareState, available: readonly string[]): URLSearchParams {
  const search = new URLSearchParams();
  const fallback = defaultOutcome(available);
  if (state.dataset !== "") search.set("dataset", state.dataset);
  if (state.release !== null) search.set("release", String(state.release));
  for (const key of ["measure", "response", "relapse", "maintenance"] as const) {
    if (state.outcome[key] !== fallback[key]) search.set(key, state.outcome[key]);
  }
  for (const [name, value] of pinsToSearch(state.cohorts)) search.set(name, value);
  const adjust = covariateChoices.filter((name) => state.covariates.includes(name)).join(",");
  const usual = covariateChoices.filter((name) => defaultCovariates.includes(name)).join(",");
  if (adjust !== usual) search.set("adjust", adjust === "" ? "none" : adjust);
  if (state.target !== "REFERENCE") search.set("target", state.target);
  for (const name of keysOf(defaultCompareOptions)) {
    if (state.options[name] !== defaultCompareOptions[name]) search.set(name, state.options[name]);
  }
  return search;
}

/**
 * Can two cohorts share patients? Told by what was chosen, never by looking: only a dimension of which they chose
 * nothing in common keeps them apart. Also the dimensions in which they differ at all.
 */
export function canOverlap(one: Cohort, other: Cohort): boolean {
  return dimensions.every(({ name }) => {
    const [here, there] = [one[name], other[name]];
    return here === undefined || there === undefined || here.some((code) => there.includes(code));
  });
}
export function differingDimensions(cohorts: readonly Cohort[]): DimensionName[] {
  const chosen = (cohort: Cohort, name: DimensionName) => (cohort[name] ?? []).join(",");
  return dimensions
    .map(({ name }) => name)
    .filter((name) => cohorts.some((cohort) => chosen(cohort, name) !== chosen(cohorts[0] ?? {}, name)));
}
