/**
 * Missing data: how many of the expected scores came at a visit, and the share in response by observed cases, by
 * non-response imputation and by the last observation carried forward, side by side on one scale.
 */
import type { Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { MissingData, MissingDataGroup } from "../questionResults";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { missingDataDocument } from "./documents/missingData";
import type { PlannedPoint } from "./dotRowChart";
import type { Figure, FigureChart, FigureTable } from "./figure";
import { abbreviations, byText, drawn, groupHeader, keyOf } from "./groups";
import {
  methodsText,
  missingDataNotes,
  missingDataReading,
  missingDataRule,
  missingMethods,
  receivedLabel,
  shareOf,
  visitName,
  type MethodCode,
} from "./missingDataWords";
import { asPercent, countCell, estimateCells, estimateText, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { markOf } from "./series";
import { highestShare, shareDots } from "./shareDots";

export type MissingDataAnswer = FigureAnswer<{ readonly missingData: MissingData }>;

export function missingDataFigure({ cohort }: MissingDataAnswer, state: ExploreState): Figure {
  const { missingData } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(missingData.groups, state);
  const expected = `cases whose score was expected at ${visitName(missingData)}`;
  return {
    id: "missing-data",
    title: "Missing data",
    definition: `Response at ${visitName(missingData)} by three ways with the scores that did not come`,
    reading: missingDataReading(missingData, state, smallest),
    charts: missingDataCharts(missingData, state, smallest),
    key: keyOf(missingData.groups, state, smallest),
    table: missingDataTable(missingData, state, smallest),
    notes: missingDataNotes(missingData, state, smallest),
    caption: {
      text: [
        `Missing data${byText(state)}.`,
        `Points, shares; lines, 95% Wilson intervals. ${methodsText(missingData)} ${missingDataRule(state)}`,
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(cohort, state, patientsLine(missingData, expected, smallest), true),
    },
    mark: markText(cohort),
  };
}

/** The three ways on one scale, then how many came, with the groups as rows; ungrouped, one plot with these as rows. */
function missingDataCharts(result: MissingData, state: ExploreState, smallest: number): FigureChart[] {
  const { groups } = result;
  const row = (group: MissingDataGroup, estimate: Estimate, name: string) => ({
    name,
    estimate,
    text: estimateText(estimate, asPercent, smallest),
    mark: markOf(state.by, group.group.code),
  });
  const plot = (id: string, title: string, rows: readonly PlannedPoint[], highest?: number) =>
    shareDots({
      id: `missing-data-${id}`,
      title,
      columns: state.by === null ? 12 : 6,
      rows,
      left: 62,
      ...(highest === undefined ? {} : { highest }),
      description: `${title}: ${rows.map((each) => `${each.name} ${each.text}`).join("; ")}.`,
    });
  const [only] = groups;
  if (state.by === null && only !== undefined) {
    return [
      plot("all", `At ${visitName(result)}, all patients`, [
        { ...row(only, only.received.share, receivedLabel(result)), narrowName: "Score received" },
        ...missingMethods.map(({ code, label, narrow }) => ({
          ...row(only, shareOf(only, code), label),
          narrowName: narrow,
        })),
      ]),
    ];
  }
  const shown = drawn(groups, state);
  const byGroup = (estimateOf: (group: MissingDataGroup) => Estimate) =>
    shown.map((group) => row(group, estimateOf(group), group.group.short));
  const ways = missingMethods.map(({ code, label }) => ({
    code,
    label,
    rows: byGroup((group) => shareOf(group, code)),
  }));
  const highest = highestShare(ways.flatMap(({ rows }) => rows));
  return [
    plot(
      "received",
      receivedLabel(result),
      byGroup((group) => group.received.share),
      1,
    ),
    ...ways.map(({ code, label, rows }) => plot(code.toLowerCase(), label, rows, highest)),
  ];
}

function missingDataTable(result: MissingData, state: ExploreState, smallest: number): FigureTable {
  const wayRow = (group: MissingDataGroup, code: MethodCode, label: string) => [
    textCell(group.group.label),
    textCell(label),
    countCell(code === "CARRIED" ? group.carried.patients : group.responders, smallest),
    countCell(code === "OBSERVED" ? group.received.patients : group.patients, smallest),
    ...estimateCells(shareOf(group, code), asPercent, smallest),
  ];
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "What is counted", numeric: false },
      ...["Patients", "Of", "Share, %", "Lower 95% limit", "Upper 95% limit"].map((header) => ({
        header,
        numeric: true,
      })),
    ],
    rows: result.groups.flatMap((group) => [
      [
        textCell(group.group.label),
        textCell(receivedLabel(result)),
        countCell(group.received.patients, smallest),
        countCell(group.patients, smallest),
        ...estimateCells(group.received.share, asPercent, smallest),
      ],
      ...missingMethods.map(({ code, label }) => wayRow(group, code, label)),
    ]),
  };
}

export const missingDataDefinition: FigureDefinition<{ readonly missingData: MissingData }> = {
  id: "missing-data",
  title: "Missing data",
  question: "How many scores are missing, and how far does the answer depend on them?",
  width: "full",
  statistics: ["wilson"],
  document: missingDataDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId), visit: state.options.visit }),
  answered: ({ missingData }) => missingData.answered,
  build: missingDataFigure,
};
