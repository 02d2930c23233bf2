/**
 * Trajectory: the mean score, or its change, at each visit with its interval and n; and the categories of change over
 * visits for one group. With each condition's own instrument the unit is percent of baseline.
 */
import type { ExploreState } from "../explore";
import type { Trajectory } from "../results";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import { visits } from "../vocabulary/visits";
import { changeChart } from "./changeChart";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { trajectoryDocument } from "./documents/trajectory";
import type { Figure } from "./figure";
import { abbreviations, byText, drawn, keyOf } from "./groups";
import { immortalTime, warningWords } from "./immortalTime";
import { markText, measureName, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import type { Level } from "./plugins/levels";
import { trajectoryTable } from "./trajectoryTable";
import { changeRules, trajectoryNotes, trajectoryReading } from "./trajectoryWords";
import { visitChart } from "./visitChart";

export type TrajectoryAnswer = FigureAnswer<{ readonly trajectory: Trajectory }>;

/** Drawn for room; the table has every visit. */
const meanVisits = ["BASELINE", "W1", "W2", "W3", "W4", "W6", "W8", "W12", "W16", "W26"];
const changeVisits = ["W1", "W2", "W3", "W4", "W6", "W8", "W12"];
/** For a study of days, in which nobody was seen at four weeks. */
const firstVisits: readonly string[] = visits.slice(0, 6).map(({ code }) => code);
const isShort = ({ groups }: Trajectory): boolean =>
  groups.every((group) => group.visits.every(({ visit, mean }) => visit !== "W4" || mean.value === null)) &&
  groups.some((group) => group.visits.some(({ visit, mean }) => visit === "D1" && mean.value !== null));
const meanVisitsOf = (trajectory: Trajectory): readonly string[] =>
  isShort(trajectory) ? firstVisits : meanVisits;
const named = (codes: readonly string[]) => visits.filter(({ code }) => codes.includes(code));

export function trajectoryFigure({ cohort }: TrajectoryAnswer, state: ExploreState): Figure {
  const { trajectory } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const change = state.options.value === "CHANGE";
  const unit = unitText(trajectory, state);
  const groups = drawn(trajectory.groups, state);
  const alone = groups.find(({ group }) => group.code === state.options.of) ?? groups[0];
  const abbreviated = abbreviations(groups, state);
  const warning = immortalTime(state, false);
  return {
    id: "trajectory",
    title: "Trajectory",
    definition: `${unit} at each visit, in patients who were cases at baseline`,
    ...(warning === null ? {} : { warning }),
    reading: trajectoryReading(trajectory, state, smallest),
    charts: [
      visitChart(trajectory.groups, state, {
        id: "trajectory-means",
        columns: 7,
        axis: { steps: "SCORE" },
        counts: "Scores",
        title: `${change ? "Mean change" : "Mean score"}${byText(state)}`,
        axisTitle: axisTitleOf(trajectory, state),
        visits: named(meanVisitsOf(trajectory)).filter(({ code }) => !change || code !== "BASELINE"),
        value: (visit) => (change ? visit.change : visit.mean),
        levels: change ? [] : levelsOf(state),
        nothing: smallest,
        description: `${unit} by visit${byText(state)}: means with 95% intervals.`,
      }),
      changeChart(alone, named(isShort(trajectory) ? firstVisits : changeVisits), smallest),
    ],
    key: keyOf(trajectory.groups, state, smallest),
    table: trajectoryTable(trajectory, state, smallest),
    notes: trajectoryNotes(trajectory, state, smallest),
    caption: {
      text: [
        `Trajectory${byText(state)}.`,
        ...warningWords(warning),
        `${unit} at each visit in patients who were cases at baseline: observed means with 95% t intervals; visits are evenly spaced, time is not.`,
        `Bars: change since baseline in ${alone === undefined ? "no group" : inSentence(alone.group.label)}. ${changeRules(state)}`,
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(cohort, state, patientsLine(trajectory, "cases at baseline", smallest), true),
    },
    mark: markText(cohort),
  };
}

/** Short, for it stands over the plot in one line. */
function axisTitleOf(trajectory: Trajectory, state: ExploreState): string {
  const mean = state.options.value === "CHANGE" ? "mean change" : "mean";
  if (trajectory.unit === "PERCENT_OF_BASELINE") return `% of baseline, ${mean} and 95% interval`;
  return `${unitText(trajectory, state)}, ${mean} and 95% interval; ${better(state)} is better`;
}

function unitText(trajectory: Trajectory, state: ExploreState): string {
  if (trajectory.unit === "PERCENT_OF_BASELINE")
    return "Percent of the baseline score on each condition's own instrument";
  return measureName(state.outcome);
}

function better({ outcome }: ExploreState): string {
  if (outcome.measure === "OWN") return "lower";
  return instrumentByCode(outcome.measure).higherIsBetter ? "higher" : "lower";
}

/** Caseness and the remission cut-off, where one instrument has them. */
function levelsOf({ outcome }: ExploreState): Level[] {
  if (outcome.measure === "OWN") return [];
  const { caseness, remission, higherIsBetter } = instrumentByCode(outcome.measure);
  const side = higherIsBetter ? "or more" : "or less";
  return [
    ...(caseness === null ? [] : [{ at: caseness, text: `caseness, ${caseness}` }]),
    ...(remission === null ? [] : [{ at: remission, text: `remission, ${remission} ${side}` }]),
  ];
}

export const trajectoryDefinition: FigureDefinition<{ readonly trajectory: Trajectory }> = {
  id: "trajectory",
  title: "Trajectory",
  question: "How do scores change over time?",
  width: "full",
  statistics: ["meanInterval", "wilson"],
  document: trajectoryDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  answered: ({ trajectory }) => trajectory.answered,
  build: trajectoryFigure,
};
