/**
 * Well-being over visits: the WHO-5 of all who have one at baseline, whatever the outcome's measure is; its mean, the
 * share that gained what is important, the share over the cut-off of low well-being.
 */
import type { ExploreState } from "../explore";
import type { Wellbeing, WellbeingVisit } from "../questionResults";
import { dimensionByName } from "../vocabulary/dimensions";
import { instrumentByCode } from "../vocabulary/instruments";
import { visitByCode, visits, type VisitCode } from "../vocabulary/visits";
import { cohortInput, type FigureAnswer, type FigureDefinition } from "./definition";
import { wellbeingDocument } from "./documents/wellbeing";
import type { Figure, FigureChart, FigureTable } from "./figure";
import { abbreviations, byText, groupHeader, keyOf } from "./groups";
import { asIs, asPercent, countCell, emptyCell, estimateCells, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { visitChart } from "./visitChart";
import { GAIN, LOW, wellbeingNotes, wellbeingReading, WHO } from "./wellbeingWords";

export type WellbeingAnswer = FigureAnswer<{ readonly wellbeing: Wellbeing }>;

export function wellbeingFigure({ cohort }: WellbeingAnswer, state: ExploreState): Figure {
  const { wellbeing } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(wellbeing.groups, state);
  return {
    id: "wellbeing",
    title: "Well-being",
    definition: `WHO-5 (0 to 100, higher is better) at each visit, in all ${WHO}`,
    reading: wellbeingReading(wellbeing, state, smallest),
    charts: wellbeingCharts(wellbeing, state, smallest),
    key: keyOf(wellbeing.groups, state, smallest),
    table: wellbeingTable(wellbeing, state, smallest),
    notes: wellbeingNotes(wellbeing, state, smallest),
    caption: {
      text: [
        `Well-being${byText(state)}.`,
        `WHO-5 (0 to 100, higher is better) in all ${WHO}: observed means with 95% t intervals, shares with 95% Wilson intervals; visits are evenly spaced, time is not.`,
        abbreviated === "" ? "" : `${abbreviated}.`,
      ]
        .join(" ")
        .trim(),
      origin: originLines(cohort, state, patientsLine(wellbeing, WHO, smallest), false),
    },
    mark: markText(cohort),
  };
}

/** Drawn for room; the table has every visit. */
const drawnVisits = ["BASELINE", "W1", "W2", "W3", "W4", "W6", "W8", "W12", "W16", "W26"];
const shown = visits.filter(({ code }) => drawnVisits.includes(code));

function wellbeingCharts({ groups }: Wellbeing, state: ExploreState, smallest: number): FigureChart[] {
  const share = {
    columns: 6,
    axis: "SHARE" as const,
    axisTitle: "% of patients with a WHO-5",
    levels: [],
    counts: null,
    nothing: smallest,
  };
  return [
    visitChart<WellbeingVisit>(groups, state, {
      id: "wellbeing-means",
      title: "",
      columns: 12,
      axisTitle: "WHO-5, mean and 95% interval; higher is better",
      visits: shown,
      value: ({ mean }) => mean,
      levels: [{ at: LOW, text: `low well-being, ${LOW} or less`, atEnd: true }],
      axis: { end: instrumentByCode("WHO5").max },
      counts: "Scores",
      nothing: smallest,
      description: `Mean WHO-5 by visit${byText(state)}, with 95% intervals.`,
    }),
    visitChart<WellbeingVisit>(groups, state, {
      ...share,
      id: "wellbeing-gained",
      title: `Gained ${GAIN} points or more`,
      visits: shown.filter(({ code }) => code !== "BASELINE"),
      value: ({ gained }) => gained.share,
      description: `Share with a gain of ${GAIN} points or more by visit${byText(state)}, with 95% intervals.`,
    }),
    visitChart<WellbeingVisit>(groups, state, {
      ...share,
      id: "wellbeing-well",
      title: `Over ${LOW}, the cut-off of low well-being`,
      visits: shown,
      value: ({ well }) => well.share,
      description: `Share over ${LOW} by visit${byText(state)}, with 95% intervals.`,
    }),
  ];
}

function wellbeingTable({ groups }: Wellbeing, state: ExploreState, smallest: number): FigureTable {
  const numbers = [
    "Scores",
    "Mean WHO-5",
    "Lower 95% limit",
    "Upper 95% limit",
    `Gained ${GAIN} or more, %`,
    "Lower 95% limit of gained",
    "Upper 95% limit of gained",
    `Over ${LOW}, %`,
    "Lower 95% limit of over",
    "Upper 95% limit of over",
  ];
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "Visit", numeric: false },
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: groups.flatMap(({ group, visits: seen }) =>
      seen.map(({ visit, scores, mean, gained, well }) => [
        textCell(group.label),
        textCell(visitByCode(visit as VisitCode).label),
        countCell(scores, smallest),
        ...estimateCells(mean, asIs, smallest),
        ...(visit === "BASELINE"
          ? [emptyCell, emptyCell, emptyCell]
          : estimateCells(gained.share, asPercent, smallest)),
        ...estimateCells(well.share, asPercent, smallest),
      ]),
    ),
  };
}

export const wellbeingDefinition: FigureDefinition<{ readonly wellbeing: Wellbeing }> = {
  id: "wellbeing",
  title: "Well-being",
  question: "Does well-being rise, and for how many?",
  width: "full",
  statistics: ["meanInterval", "wilson"],
  document: wellbeingDocument,
  variables: (state, releaseId) => ({
    release: releaseId,
    where: cohortInput(state.cohort),
    by: state.by === null ? null : dimensionByName(state.by).enumName,
  }),
  answered: ({ wellbeing }) => wellbeing.answered,
  build: wellbeingFigure,
};
