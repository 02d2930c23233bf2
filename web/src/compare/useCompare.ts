// The state of the Compare page, which is its address and nothing else: every change is a navigation, so the browser's
// back is undo. Reading throws InvalidChoice for an address that names what does not exist; the page shows it.
import {
  compareFromSearch,
  compareToSearch,
  exploreFromSearch,
  exploreToSearch,
  InvalidChoice,
  type CompareOptions,
  type CompareState,
  type ExploreState,
} from "@afterglow/shared";
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { addressedRelease, type Addressed } from "../cohort/addressedRelease";
import type { DatasetListed } from "../cohort/questions";
import { COMPARE_PATH } from "../shell/carried";

export interface Compare extends Addressed {
  readonly state: CompareState;
  /** The query string of the state, naming its release, so that the same link always gives the same numbers. */
  readonly pinned: string;
  readonly link: string;
  readonly change: (part: Partial<CompareState>) => void;
  readonly changeOptions: (part: Partial<CompareOptions>) => void;
  /** Where Explore opens with the same dataset, release, outcome and pins. */
  readonly explore: (part?: Partial<Pick<ExploreState, "cohort" | "edit">>) => string;
}

export type CompareOrTrouble = Compare | { readonly trouble: InvalidChoice };

export function useCompare(datasets: readonly DatasetListed[]): CompareOrTrouble {
  const { search } = useLocation();
  const navigate = useNavigate();
  const read = useMemo(() => readState(search, datasets), [search, datasets]);

  const change = useCallback(
    (part: Partial<CompareState>) => {
      if ("trouble" in read) return;
      const query = compareToSearch(allowed({ ...read.state, ...part }), read.release.measures).toString();
      const next = { pathname: COMPARE_PATH, search: query === "" ? "" : `?${query}` };
      void navigate(next, { preventScrollReset: true });
    },
    [read, navigate],
  );
  return useMemo(() => {
    if ("trouble" in read) return read;
    const changeOptions = (part: Partial<CompareOptions>) =>
      change({ options: { ...read.state.options, ...part } });
    return {
      ...read,
      link: `${window.location.origin}${COMPARE_PATH}?${read.pinned}`,
      change,
      changeOptions,
      explore: (part = {}) => exploreAddress(read.state, read.release.measures, part),
    };
  }, [read, change]);
}

/** Towards both cohorts together, or their overlap, only two can be weighted; a pair is of cohorts that are there. */
function allowed(state: CompareState): CompareState {
  const { cohorts, options, target } = state;
  const pair = cohorts.some(({ letter }) => letter === options.pair) ? options.pair : "B";
  return { ...state, target: cohorts.length > 2 ? "REFERENCE" : target, options: { ...options, pair } };
}

type Read = Pick<Compare, "state" | "dataset" | "release" | "pinned"> | { readonly trouble: InvalidChoice };

function readState(search: string, datasets: readonly DatasetListed[]): Read {
  const parameters = new URLSearchParams(search);
  try {
    const { dataset, release } = addressedRelease(parameters, datasets);
    const state = compareFromSearch(parameters, release.measures);
    const named = { ...state, dataset: dataset.name, release: release.number };
    return { state, dataset, release, pinned: compareToSearch(named, release.measures).toString() };
  } catch (error) {
    if (error instanceof InvalidChoice) return { trouble: error };
    throw error;
  }
}

function exploreAddress(
  { dataset, release, outcome, cohorts }: CompareState,
  measures: readonly string[],
  part: Partial<Pick<ExploreState, "cohort" | "edit">>,
): string {
  const anew = exploreFromSearch(new URLSearchParams(), measures);
  const state = { ...anew, dataset, release, outcome, pins: cohorts, ...part };
  return `/?${exploreToSearch(state, measures).toString()}`;
}
