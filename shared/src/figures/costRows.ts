/** Which costs are shown, in order: names, for the charts, the table and the words alike. */
import type { Count, Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { Cost, CostGroup } from "../sessionResults";

export type CostCode = "SESSION" | "INDUCTION" | "HALF_YEAR" | "YEAR" | "RESPONDER" | "MONTH";

export interface CostRow {
  readonly code: CostCode;
  readonly label: string;
}

/** A month of what: of response, or, where the event is a relapse, of staying without. */
export const monthWords = ({ outcome }: ExploreState): string =>
  outcome.relapse.includes("RELAPSE") ? "month without relapse" : "month in response";

export const costRows = (state: ExploreState): readonly CostRow[] => [
  { code: "SESSION", label: "Per session" },
  { code: "INDUCTION", label: "Per course, induction" },
  { code: "HALF_YEAR", label: "Per course, induction and 26 weeks after" },
  { code: "YEAR", label: "Per course, first year" },
  { code: "RESPONDER", label: "Per responder, induction" },
  { code: "MONTH", label: `Per ${monthWords(state)}` },
];

export interface CostNumbers {
  readonly patients: Count;
  readonly responders: Count | null;
  readonly dollars: Estimate;
}

const none: Estimate = { value: null, lower: null, upper: null, hidden: "NOT_ESTIMABLE", bound: null };

export function numbersOf(group: CostGroup, code: CostCode): CostNumbers {
  switch (code) {
    case "SESSION":
      return { patients: group.patients, responders: null, dollars: group.perSession };
    case "RESPONDER":
      return group.perResponder;
    case "MONTH":
      return group.perResponderMonth;
    default: {
      const found = group.perCourse.find(({ time }) => time === code);
      return {
        patients: found?.patients ?? { value: null, hidden: "NOT_ESTIMABLE" },
        responders: null,
        dollars: found?.dollars ?? none,
      };
    }
  }
}

/** The cost that months in response are held against, in words. */
export const monthsCostWords = ({ monthsCostOf }: Cost): string =>
  monthsCostOf === "INDUCTION" ? "induction" : "induction and the 26 weeks after it";
