// Categories of change since baseline, from worse to better: the stacked bars of the trajectory.
// The rules that assign them stand in endpointRules.ts.
import { byCode, byNumber, type Entry } from "./entry";

const source =
  "The instrument's own response rule, remission cut-off and smallest important change; see the instrument. The five categories are a convention of this registry.";

export const changeCategories = [
  {
    code: "WORSE",
    number: 1,
    label: "Worse",
    short: "Worse",
    definition: "Worse than baseline by at least the smallest important change, and not in remission.",
    source,
  },
  {
    code: "UNCHANGED",
    number: 2,
    label: "Unchanged",
    short: "Unchanged",
    definition: "Neither worse nor improved by half of what a response takes.",
    source,
  },
  {
    code: "PARTIAL",
    number: 3,
    label: "Partial",
    short: "Partial",
    definition: "Improved by at least half of what a response takes, but short of it.",
    source,
  },
  {
    code: "RESPONSE",
    number: 4,
    label: "Response",
    short: "Response",
    definition: "Improved by at least what a response takes, and not in remission.",
    source,
  },
  {
    code: "REMISSION",
    number: 5,
    label: "Remission",
    short: "Remission",
    definition: "At the remission cut-off or better, whether or not the improvement is a response.",
    source,
  },
] as const satisfies readonly Entry[];

export type ChangeCategoryCode = (typeof changeCategories)[number]["code"];
export type ChangeCategory = Entry & { readonly code: ChangeCategoryCode };
export const changeCategoryByCode = byCode<ChangeCategory>(changeCategories, "change category");
export const changeCategoryByNumber = byNumber<ChangeCategory>(changeCategories, "change category");
