/**
 * Worsening and late response: the share that is worse at a visit, that responds by the end of the usual course, only
 * later, or not by week 12; as points with intervals, by group. When within the course is the trajectory's matter.
 */
import type { ExploreState } from "../explore";
import type { Worsening, WorseningGroup } from "../questionResults";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { worseningDocument } from "./documents/worsening";
import type { Figure, FigureChart, FigureTable } from "./figure";
import { abbreviations, byText, drawn, groupHeader, keyOf } from "./groups";
import { asPercent, countCell, estimateCells, estimateText, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { markOf } from "./series";
import { shareDots } from "./shareDots";
import { shareOf, worseningNotes, worseningParts, worseningReading, worseningRules } from "./worseningWords";

export type WorseningAnswer = FigureAnswer<{ readonly worsening: Worsening }>;

export function worseningFigure({ cohort }: WorseningAnswer, state: ExploreState): Figure {
  const { worsening } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(worsening.groups, state);
  return {
    id: "worsening",
    title: "Worsening and late response",
    definition: "Cases at baseline with a score by week 12: ever worse, and when a response was first seen",
    reading: worseningReading(worsening, state, smallest),
    charts: worseningCharts(worsening, state, smallest),
    key: keyOf(worsening.groups, state, smallest),
    table: worseningTable(worsening, state, smallest),
    notes: worseningNotes(worsening, state, smallest),
    caption: {
      text: [
        `Worsening and late response${byText(state)}.`,
        `Points, share of cases with a score by week 12; lines, 95% Wilson intervals. ${worseningRules(state)}`,
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(
        cohort,
        state,
        patientsLine(worsening, "cases at baseline with a score by week 12", smallest),
        true,
      ),
    },
    mark: markText(cohort),
  };
}

/** One plot a share, the groups as rows; where nothing is grouped, one plot with the shares as rows. */
function worseningCharts({ groups }: Worsening, state: ExploreState, smallest: number): FigureChart[] {
  const row = (group: WorseningGroup, code: (typeof worseningParts)[number]["code"], name: string) => {
    const estimate = shareOf(group, code);
    const text = estimateText(estimate, asPercent, smallest);
    return { name, estimate, text, mark: markOf(state.by, group.group.code) };
  };
  const [only] = groups;
  if (state.by === null && only !== undefined) {
    const rows = worseningParts.map(({ code, label }) => row(only, code, label));
    return [
      shareDots({
        id: "worsening-parts",
        title: "Share of cases",
        columns: 12,
        rows,
        left: 180,
        description: `Share of cases: ${rows.map((each) => `${each.name} ${each.text}`).join("; ")}.`,
      }),
    ];
  }
  return worseningParts
    .filter(({ code }) => code !== "UNSEEN")
    .map(({ code, label }) => {
      const rows = drawn(groups, state).map((group) => row(group, code, group.group.short));
      return shareDots({
        id: `worsening-${code.toLowerCase()}`,
        title: label,
        columns: 6,
        rows,
        left: 62,
        description: `${label}: ${rows.map((each) => `${each.name} ${each.text}`).join("; ")}.`,
      });
    });
}

function worseningTable({ groups }: Worsening, state: ExploreState, smallest: number): FigureTable {
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "What was seen", numeric: false },
      ...["Patients", "Of", "Share, %", "Lower 95% limit", "Upper 95% limit"].map((header) => ({
        header,
        numeric: true,
      })),
    ],
    rows: groups.flatMap((group) =>
      worseningParts.map(({ code, label }) => [
        textCell(group.group.label),
        textCell(label),
        countCell(
          code === "WORSE"
            ? group.worse.patients
            : (group.parts.find(({ part }) => part === code)?.patients ?? group.patients),
          smallest,
        ),
        countCell(group.patients, smallest),
        ...estimateCells(shareOf(group, code), asPercent, smallest),
      ]),
    ),
  };
}

export const worseningDefinition: FigureDefinition<{ readonly worsening: Worsening }> = {
  id: "worsening",
  title: "Worsening and late response",
  question: "Who gets worse, and who responds only after the usual course?",
  width: "full",
  statistics: ["wilson"],
  document: worseningDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  answered: ({ worsening }) => worsening.answered,
  build: worseningFigure,
};
