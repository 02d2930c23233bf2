// The state of a page of figures, which is its address and nothing else: every change is a navigation, so the browser's
// back is undo. Reading throws InvalidChoice for an address that names what does not exist; the page shows it.
import {
  exploreFromSearch,
  exploreToSearch,
  InvalidChoice,
  quote,
  type ExploreState,
  type FigureOptions,
} from "@afterglow/shared";
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import type { DatasetListed, ReleaseListed } from "./questions";

export interface Explore {
  readonly state: ExploreState;
  readonly dataset: DatasetListed;
  readonly release: ReleaseListed;
  /** The query string of the state, naming its release, so that the same link always gives the same numbers. */
  readonly pinned: string;
  /** The address of the state, with the page that it is on. */
  readonly link: string;
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
            change,
            changeOptions,
          },
    [read, pathname, change, changeOptions],
  );
}

type Read = Pick<Explore, "state" | "dataset" | "release" | "pinned"> | { readonly trouble: InvalidChoice };

function readState(search: string, datasets: readonly DatasetListed[]): Read {
  const parameters = new URLSearchParams(search);
  try {
    const dataset = findDataset(parameters.get("dataset"), datasets);
    const release = findRelease(parameters.get("release"), dataset);
    const state = exploreFromSearch(parameters, release.measures);
    const named = { ...state, dataset: dataset.name, release: release.number };
    return { state, dataset, release, pinned: exploreToSearch(named, release.measures).toString() };
  } catch (error) {
    if (error instanceof InvalidChoice) return { trouble: error };
    throw error;
  }
}

function findDataset(name: string | null, datasets: readonly DatasetListed[]): DatasetListed {
  const published = datasets.filter((d) => d.releases.length > 0);
  const found = name === null || name === "" ? published[0] : published.find((d) => d.name === name);
  if (found !== undefined) return found;
  if (published.length === 0) throw new InvalidChoice("dataset", "no dataset has a release yet");
  const names = published.map((d) => d.name).join(", ");
  throw new InvalidChoice("dataset", `${quote(name ?? "")} is not one of ${names}`);
}

/** Without a number: the newest. */
function findRelease(number: string | null, { title, releases }: DatasetListed): ReleaseListed {
  const newest = releases.reduce<ReleaseListed | undefined>(
    (best, each) => (best === undefined || each.number > best.number ? each : best),
    undefined,
  );
  const found = number === null ? newest : releases.find((each) => String(each.number) === number);
  if (found === undefined)
    throw new InvalidChoice("release", `${quote(number ?? "")} is not a release of ${title}`);
  return found;
}
