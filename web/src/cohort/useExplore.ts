// The state of a page of figures, which is its address and nothing else: every change is a navigation, so the browser's
// back is undo. Reading throws InvalidChoice for an address that names what does not exist; the page shows it.
import {
  exploreFromSearch,
  exploreToSearch,
  InvalidChoice,
  withoutPins,
  type ExploreState,
  type FigureOptions,
} from "@afterglow/shared";
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { addressedRelease, type Addressed } from "./addressedRelease";
import type { DatasetListed } from "./questions";

export interface Explore extends Addressed {
  readonly state: ExploreState;
  /** The query string of the state, naming its release, so that the same link always gives the same numbers. */
  readonly pinned: string;
  /** The address of the state, with the page that it is on. */
  readonly link: string;
  /** The same with the pinned cohorts, which no figure needs. */
  readonly wholeLink: string;
  readonly change: (part: Partial<ExploreState>) => void;
  readonly changeOptions: (part: Partial<FigureOptions>) => void;
}

export type ExploreOrTrouble = Explore | { readonly trouble: InvalidChoice };

export function useExplore(datasets: readonly DatasetListed[]): ExploreOrTrouble {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const read = useMemo(() => readState(search, datasets), [search, datasets]);

  const change = useCallback(
    (part: Partial<ExploreState>) => {
      if ("trouble" in read) return;
      const next = { ...read.state, ...part };
      const query = exploreToSearch(next, read.release.measures).toString();
      void navigate({ pathname, search: query === "" ? "" : `?${query}` }, { preventScrollReset: true });
    },
    [read, navigate, pathname],
  );
  const changeOptions = useCallback(
    (part: Partial<FigureOptions>) => {
      if ("trouble" in read) return;
      change({ options: { ...read.state.options, ...part } });
    },
    [read, change],
  );
  return useMemo(
    () =>
      "trouble" in read
        ? read
        : {
            ...read,
            link: `${window.location.origin}${pathname}?${read.pinned}`,
            wholeLink: `${window.location.origin}${pathname}?${read.whole}`,
            change,
            changeOptions,
          },
    [read, pathname, change, changeOptions],
  );
}

type Read =
  | (Pick<Explore, "state" | "dataset" | "release" | "pinned"> & { readonly whole: string })
  | { readonly trouble: InvalidChoice };

function readState(search: string, datasets: readonly DatasetListed[]): Read {
  const parameters = new URLSearchParams(search);
  try {
    const { dataset, release } = addressedRelease(parameters, datasets);
    const state = exploreFromSearch(parameters, release.measures);
    const named = { ...state, dataset: dataset.name, release: release.number };
    const query = (each: ExploreState) => exploreToSearch(each, release.measures).toString();
    return { state, dataset, release, pinned: query(withoutPins(named)), whole: query(named) };
  } catch (error) {
    if (error instanceof InvalidChoice) return { trouble: error };
    throw error;
  }
}
