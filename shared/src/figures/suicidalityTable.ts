/** The table of the suicidality item: one row a group and visit. */
import type { ExploreState } from "../explore";
import type { Suicidality } from "../questionResults";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { FigureTable } from "./figure";
import { groupHeader } from "./groups";
import { asIs, asPercent, countCell, emptyCell, estimateCells, textCell } from "./numbers";

/** A release that was published before the item was derived has none, for ever. */
export const isDerived = ({ groups }: Suicidality): boolean =>
  groups.some(({ patients }) => patients.hidden !== "NOT_ESTIMABLE");

export function suicidalityTable(result: Suicidality, state: ExploreState, smallest: number): FigureTable {
  const numbers = [
    "Patients with the item",
    "Mean of the item",
    "Lower 95% limit",
    "Upper 95% limit",
    "None, %",
    "Lower 95% limit of none",
    "Upper 95% limit of none",
    "More than at baseline, %",
    "Lower 95% limit of more",
    "Upper 95% limit of more",
  ];
  const before = [emptyCell, emptyCell, emptyCell];
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "Visit", numeric: false },
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: result.groups.flatMap(({ group, visits }) =>
      visits.map(({ visit, scores, mean, none, worse }) => [
        textCell(group.label),
        textCell(visitByCode(visit as VisitCode).label),
        countCell(scores, smallest),
        ...estimateCells(mean, asHundredths, smallest),
        ...(visit === "BASELINE" ? before : estimateCells(none.share, asPercent, smallest)),
        ...(visit === "BASELINE" ? before : estimateCells(worse.share, asPercent, smallest)),
      ]),
    ),
  };
}

/** An item of 0 to 3 needs two decimals to be told apart. */
const asHundredths = { ...asIs, digits: 2 };
