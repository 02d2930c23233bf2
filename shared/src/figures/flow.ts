/**
 * Flow: who falls out on the way from treatment to the numbers of the other figures, and whether those who are seen are
 * as many as could have been.
 */
import type { ExploreState } from "../explore";
import type { Flow } from "../results";
import { inSentence } from "../vocabulary/entry";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { flowDocument } from "./documents/flow";
import type { Figure, FigureTable } from "./figure";
import { assessmentsChart, scoredChart, stepsChart } from "./flowCharts";
import { flowNotes, flowReading, flowSteps } from "./flowWords";
import { abbreviations, byText, keyOf } from "./groups";
import { asPercent, countCell, emptyCell, estimateCells, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";

export type FlowAnswer = FigureAnswer<{ readonly flow: Flow }>;

export function flowFigure({ cohort }: FlowAnswer, state: ExploreState): Figure {
  const { flow } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const groups = flow.groups.map(({ group, cases }) => ({ group, patients: cases }));
  const visit = inSentence(visitByCode(flow.visit as VisitCode).label);
  const abbreviated = abbreviations(groups, state);
  return {
    id: "flow",
    title: "Flow",
    definition: "From treatment to the numbers in the figures below",
    reading: flowReading(flow, state, smallest),
    charts: [stepsChart(flow, state, smallest), scoredChart(flow, state, smallest), assessmentsChart(flow)],
    key: keyOf(groups, state, smallest),
    table: flowTable(flow, state, smallest),
    notes: flowNotes(flow, state, smallest),
    caption: {
      text: [
        `Flow of patients${byText(state)}.`,
        "Who is left: patients left at each step; the outline is the step before.",
        `Score at the visit: share of cases at baseline with a score at ${visit}, with 95% Wilson interval.`,
        "Expected and received: scores received (filled) of those expected (outline), and the share.",
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(cohort, state, patientsLine({ groups }, "cases at baseline", smallest), true),
    },
    mark: markText(cohort),
  };
}

/** Steps, groups and visits in one table: each a number of patients, of how many, and the share where there is one. */
function flowTable(flow: Flow, state: ExploreState, smallest: number): FigureTable {
  const count = (value: Parameters<typeof countCell>[0]) => countCell(value, smallest);
  const noShare = [emptyCell, emptyCell, emptyCell];
  const visit = inSentence(visitByCode(flow.visit as VisitCode).label);
  return {
    columns: [
      { header: "Part", numeric: false },
      { header: "Row", numeric: false },
      { header: "Patients", numeric: true },
      { header: "Lost at this step", numeric: true },
      { header: "Of", numeric: true },
      { header: "Share, %", numeric: true },
      { header: "Lower 95% limit", numeric: true },
      { header: "Upper 95% limit", numeric: true },
    ],
    rows: [
      ...flowSteps(flow, state).map(({ name }, index) => {
        const step = flow.steps[index];
        const numbers = step === undefined ? [] : [count(step.patients), count(step.lost)];
        return [textCell("Who is left"), textCell(name), ...numbers, emptyCell, ...noShare];
      }),
      ...flow.groups.map(({ group, cases, scored, share }) => [
        textCell(`Score at ${visit}, of cases`),
        textCell(group.label),
        count(scored),
        emptyCell,
        count(cases),
        ...estimateCells(share, asPercent, smallest),
      ]),
      ...flow.assessments.map(({ visit: code, expected, received, share }) => [
        textCell("Received, of expected"),
        textCell(visitByCode(code as VisitCode).label),
        count(received),
        emptyCell,
        count(expected),
        ...estimateCells(share, asPercent, smallest),
      ]),
    ],
  };
}

export const flowDefinition: FigureDefinition<{ readonly flow: Flow }> = {
  id: "flow",
  title: "Flow",
  question: "Who is counted, and who is lost on the way?",
  width: "full",
  statistics: ["wilson"],
  document: flowDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId), visit: state.options.visit }),
  answered: ({ flow }) => flow.answered,
  build: flowFigure,
};
