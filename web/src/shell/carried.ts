// What a step from one page to another takes along: dataset, release, outcome and pinned cohorts. Between pages of
// figures the whole state goes; the pages without a state keep it behind their address, so that the way back has it.
import { comparedMaintenance, letters, pinParameters } from "@afterglow/shared";
import { useLocation } from "react-router";
import { isFigurePage } from "./figurePages";

export const COMPARE_PATH = "/compare";

const common = ["dataset", "release", "measure", "response", "relapse", ...pinParameters];

export interface Carried {
  /** The query string of this page, or of the one before it. */
  readonly search: string;
  /** The path that it belongs to. */
  readonly from: string;
}

export function useCarried(): Carried {
  const { pathname, search, ...location } = useLocation();
  const state: unknown = location.state;
  if (isFigurePage(pathname) || pathname === COMPARE_PATH) return { search, from: pathname };
  return isCarried(state) ? state : { search: "", from: "/" };
}

const isCarried = (state: unknown): state is Carried =>
  typeof state === "object" &&
  state !== null &&
  "search" in state &&
  typeof state.search === "string" &&
  "from" in state &&
  typeof state.from === "string";

/** The query string for a page: the whole of it from one page of figures to another, else what all of them have. */
export function searchFor(path: string, { search, from }: Carried): string {
  if (path === from) return path === COMPARE_PATH ? search : anew(search);
  return isFigurePage(path) && isFigurePage(from) ? search : inCommon(search);
}

/** The link of a page of figures itself starts anew, but does not lose the pins. */
const anew = (search: string): string => kept(search, pinParameters);

function inCommon(search: string): string {
  const all = new URLSearchParams(search);
  const query = new URLSearchParams(kept(search, common));
  // The parameter holds a dimension of the cohort and a rule of the outcome; only a rule that both know is common.
  const rule = all
    .get("maintenance")
    ?.split(",")
    .find((word) => comparedMaintenance.some((each) => each === word));
  if (rule !== undefined) query.set("maintenance", rule);
  return asSearch(query);
}

function kept(search: string, names: readonly string[]): string {
  const all = new URLSearchParams(search);
  return asSearch(new URLSearchParams([...all].filter(([name]) => names.includes(name))));
}

const asSearch = (query: URLSearchParams): string => (query.size === 0 ? "" : `?${query.toString()}`);

export function pinCount({ search }: Carried): number {
  const query = new URLSearchParams(search);
  return letters.filter((letter) => query.has(letter.toLowerCase())).length;
}
