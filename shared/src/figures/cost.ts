/**
 * Cost: US dollars a session, a course, a responder and a month in response, as points with intervals, by group. How
 * often patients respond and for how long is in other figures.
 */
import type { ExploreState } from "../explore";
import type { Cost, CostGroup } from "../sessionResults";
import { costRows, monthsCostWords, monthWords, numbersOf, type CostCode } from "./costRows";
import { costNotes, costReading } from "./costWords";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { costDocument } from "./documents/cost";
import type { Figure, FigureChart, FigureTable } from "./figure";
import { abbreviations, byText, drawn, groupHeader, keyOf } from "./groups";
import { immortalTime, warningWords } from "./immortalTime";
import { numberDots } from "./numberDots";
import { asIs, asWhole, countCell, emptyCell, estimateCells, textCell } from "./numbers";
import { isSynthetic, markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { markOf } from "./series";

export type CostAnswer = FigureAnswer<{ readonly cost: Cost }>;

export function costFigure({ cohort }: CostAnswer, state: ExploreState): Figure {
  const { cost } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(cost.groups, state);
  const warning = immortalTime(state, false);
  const synthetic = isSynthetic(cohort.release.dataset.kind);
  return {
    id: "cost",
    title: "Cost",
    definition: `What sessions cost, in US dollars as the clinics state them${synthetic ? "; the prices are synthetic" : ""}`,
    ...(warning === null ? {} : { warning }),
    reading: costReading(cost, state, smallest),
    charts: costCharts(cost, state, smallest),
    key: keyOf(cost.groups, state, smallest),
    table: costTable(cost, state, smallest),
    notes: costNotes(cost, state, smallest, synthetic),
    caption: {
      text: [
        `Cost of treatment${byText(state)}, US dollars${synthetic ? " (synthetic prices)" : ""}.`,
        ...warningWords(warning),
        "Points, means and ratios; lines, 95% intervals (means, t; ratios, Fieller).",
        "Per responder: cost of induction of all cases with a later score, over those in response at the end of induction.",
        `Per ${monthWords(state)}: cost of ${monthsCostWords(cost)}, over responders times their mean months within 26 weeks.`,
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(cohort, state, patientsLine(cost, "patients with a cost", smallest), true),
    },
    mark: markText(cohort),
  };
}

/** One panel a cost, the groups as rows. */
function costCharts({ groups }: Cost, state: ExploreState, smallest: number): FigureChart[] {
  const plotted = drawn(groups, state);
  return costRows(state).map(({ code, label }) => {
    const rows = plotted.map((group) => ({
      name: group.group.short,
      estimate: numbersOf(group, code).dollars,
      mark: markOf(state.by, group.group.code),
    }));
    const isLong = rows.some(({ estimate: { value, upper } }) => (upper ?? value ?? 0) >= FIVE_DIGITS);
    const plan = {
      id: `cost-${code.toLowerCase().replace("_", "-")}`,
      title: label,
      heading: isMean(code) ? "mean (95% CI)" : "(95% CI)",
      left: 62,
      right: 140,
      steps: isLong ? 2 : 3,
      columns: 4,
    };
    return { ...numberDots(plan, rows, asWhole, smallest), printColumns: 6 };
  });
}

/** From here on the numbers of an axis are too long for three of them. */
const FIVE_DIGITS = 10_000;

/** The others are ratios of sums. */
const isMean = (code: CostCode): boolean => code === "INDUCTION" || code === "HALF_YEAR" || code === "YEAR";

function costTable({ groups }: Cost, state: ExploreState, smallest: number): FigureTable {
  const number = (header: string) => ({ header, numeric: true });
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "Cost", numeric: false },
      number("Patients"),
      number("Responders"),
      number("Mean months in response within 26 weeks"),
      number("US dollars"),
      number("Lower 95% limit"),
      number("Upper 95% limit"),
    ],
    rows: groups.flatMap((group: CostGroup) =>
      costRows(state).map(({ code, label }) => {
        const { patients, responders, dollars } = numbersOf(group, code);
        const [months = emptyCell] = estimateCells(group.perResponderMonth.months, asIs, smallest);
        return [
          textCell(group.group.label),
          textCell(label),
          countCell(patients, smallest),
          responders === null ? emptyCell : countCell(responders, smallest),
          code === "MONTH" ? months : emptyCell,
          ...estimateCells(dollars, asWhole, smallest),
        ];
      }),
    ),
  };
}

export const costDefinition: FigureDefinition<{ readonly cost: Cost }> = {
  id: "cost",
  title: "Cost",
  question: "What does a session, a course, a responder and a month in response cost?",
  width: "full",
  statistics: ["meanInterval", "ratioOfMeans", "ratioOf", "kaplanMeier", "restrictedMean"],
  document: costDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  answered: ({ cost }) => cost.answered,
  build: costFigure,
};
