/** The table of the trajectory: one row a group and visit, with mean, change and the share of each category. */
import type { ExploreState } from "../explore";
import type { Trajectory } from "../results";
import { changeCategories } from "../vocabulary/changeCategories";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { FigureTable } from "./figure";
import { groupHeader } from "./groups";
import { asIs, asPercent, countCell, emptyCell, estimateCells, textCell } from "./numbers";

export function trajectoryTable(trajectory: Trajectory, state: ExploreState, smallest: number): FigureTable {
  const percent = trajectory.unit === "PERCENT_OF_BASELINE" ? ", % of baseline" : "";
  const number = (header: string) => ({ header, numeric: true });
  const noEstimate = [emptyCell, emptyCell, emptyCell];
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "Visit", numeric: false },
      ...[
        "Scores",
        `Mean score${percent}`,
        "Lower 95% limit",
        "Upper 95% limit",
        `Mean change${percent}`,
        "Lower 95% limit of change",
        "Upper 95% limit of change",
        ...changeCategories.map(({ label }) => `${label}, %`),
      ].map(number),
    ],
    rows: trajectory.groups.flatMap(({ group, visits }) =>
      visits.map((visit) => [
        textCell(group.label),
        textCell(visitByCode(visit.visit as VisitCode).label),
        countCell(visit.scores, smallest),
        ...estimateCells(visit.mean, asIs, smallest),
        ...(visit.visit === "BASELINE" ? noEstimate : estimateCells(visit.change, asIs, smallest)),
        ...changeCategories.map(({ code }) => {
          const share = visit.categories.find(({ category }) => category === code)?.share;
          return share === undefined
            ? emptyCell
            : (estimateCells(share, asPercent, smallest)[0] ?? emptyCell);
        }),
      ]),
    ),
  };
}
