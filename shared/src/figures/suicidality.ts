/**
 * The suicidality item over visits, in those who had any at baseline: its mean, the share with none, the share with more
 * than at baseline. A question of a questionnaire, not an assessment of risk; the figure says so wherever it goes.
 */
import type { ExploreState } from "../explore";
import type { Suicidality, SuicidalityVisit } from "../questionResults";
import { visits } from "../vocabulary/visits";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { suicidalityDocument } from "./documents/suicidality";
import type { Figure, FigureChart } from "./figure";
import { abbreviations, byText, keyOf } from "./groups";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import {
  itemName,
  NO_RISK,
  NOT_DERIVED,
  suicidalityNotes,
  suicidalityReading,
  WHO,
} from "./suicidalityWords";
import { isDerived, suicidalityTable } from "./suicidalityTable";
import { visitChart } from "./visitChart";

export type SuicidalityAnswer = FigureAnswer<{ readonly suicidality: Suicidality }>;

export function suicidalityFigure({ cohort }: SuicidalityAnswer, state: ExploreState): Figure {
  const { suicidality } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(suicidality.groups, state);
  return {
    id: "suicidality",
    title: "Suicidality item",
    definition: `${itemName(suicidality)} at each visit, in ${WHO}`,
    reading: suicidalityReading(suicidality, state, smallest),
    charts: suicidalityCharts(suicidality, state, smallest),
    key: keyOf(suicidality.groups, state, smallest),
    table: suicidalityTable(suicidality, state, smallest),
    notes: suicidalityNotes(suicidality, state, smallest),
    caption: {
      text: [
        `Suicidality item${byText(state)}.`,
        `${itemName(suicidality)} in ${WHO}: observed means with 95% t intervals, shares with 95% Wilson intervals; visits are evenly spaced, time is not.`,
        NO_RISK,
        abbreviated === "" ? "" : `${abbreviated}.`,
      ]
        .join(" ")
        .trim(),
      origin: originLines(cohort, state, patientsLine(suicidality, WHO, smallest), false),
    },
    mark: markText(cohort),
  };
}

/** The day after the first session, the induction, and what stays; the table has every visit. */
const drawnVisits = ["BASELINE", "D1", "W1", "W2", "W3", "W4", "W6", "W8", "W12", "W26"];
const shown = visits.filter(({ code }) => drawnVisits.includes(code));
const later = shown.filter(({ code }) => code !== "BASELINE");

function suicidalityCharts(result: Suicidality, state: ExploreState, smallest: number): FigureChart[] {
  const { groups } = result;
  const name = itemName(result);
  const nothing = isDerived(result) ? smallest : NOT_DERIVED;
  const common = { levels: [], nothing };
  const share = {
    ...common,
    columns: 6,
    visits: later,
    axis: "SHARE" as const,
    counts: null,
  };
  return [
    visitChart<SuicidalityVisit>(groups, state, {
      ...common,
      id: "suicidality-means",
      title: "",
      columns: 12,
      axisTitle: "Mean of the item and 95% interval; lower is better",
      visits: shown,
      value: ({ mean }) => mean,
      axis: { steps: "ITEM" },
      counts: "Patients with the item",
      description: `Mean of ${name} by visit${byText(state)}, with 95% intervals.`,
    }),
    visitChart<SuicidalityVisit>(groups, state, {
      ...share,
      id: "suicidality-none",
      title: "None, item 0",
      axisTitle: "% of patients with the item",
      value: ({ none }) => none.share,
      description: `Share with none by visit${byText(state)}, with 95% intervals.`,
    }),
    visitChart<SuicidalityVisit>(groups, state, {
      ...share,
      id: "suicidality-worse",
      title: "More than at baseline",
      axisTitle: "% of patients with the item",
      value: ({ worse }) => worse.share,
      description: `Share with a higher item than at baseline by visit${byText(state)}, with 95% intervals.`,
    }),
  ];
}

export const suicidalityDefinition: FigureDefinition<{ readonly suicidality: Suicidality }> = {
  id: "suicidality",
  title: "Suicidality item",
  question: "Does the suicidality item fall in those who had any at baseline?",
  width: "full",
  statistics: ["meanInterval", "wilson"],
  document: suicidalityDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  answered: ({ suicidality }) => suicidality.answered,
  build: suicidalityFigure,
};
