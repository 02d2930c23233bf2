/** Trajectory: words and provenance. */
import type { ExploreState } from "../explore";
import type { Trajectory } from "../results";
import { trajectoryDocument } from "./documents/trajectory";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import type { Figure } from "./figure";
import { keyOf } from "./groups";
import { markText, originLines } from "./origin";

export type TrajectoryAnswer = FigureAnswer<{ readonly trajectory: Trajectory }>;

export function trajectoryFigure({ cohort }: TrajectoryAnswer, state: ExploreState): Figure {
  const groups = cohort.trajectory.groups.map((each) => ({ group: each.group, patients: each.patients }));
  return {
    id: "trajectory",
    title: "Trajectory",
    definition: "Score at each visit, in patients who were cases at baseline",
    reading: [],
    charts: [],
    key: keyOf(groups, state, cohort.disclosure.smallestCount),
    table: { columns: [], rows: [] },
    notes: [],
    caption: { text: "Trajectory.", origin: originLines(cohort, state, "", true) },
    mark: markText(cohort),
  };
}

export const trajectoryDefinition: FigureDefinition<{ readonly trajectory: Trajectory }> = {
  id: "trajectory",
  title: "Trajectory",
  document: trajectoryDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  build: trajectoryFigure,
};
