/**
 * Session profile: how long sessions took, blood pressure and heart rate before and at the peak, how they were watched,
 * where patients were treated and how soon side effects passed; small dot panels over the groups.
 */
import type { ExploreState } from "../explore";
import type { SessionProfile, SessionProfileGroup } from "../sessionResults";
import { dimensionByName } from "../vocabulary/dimensions";
import { cohortInput, type FigureAnswer, type FigureDefinition } from "./definition";
import { sessionProfileDocument } from "./documents/sessionProfile";
import type { Figure, FigureTable, TableCell } from "./figure";
import { abbreviations, byText, groupHeader, keyOf } from "./groups";
import { asIs, asPercent, asWhole, countCell, emptyCell, estimateCells, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { effectName, sessionProfileCharts } from "./sessionProfileCharts";
import { places, signs, times, watched } from "./sessionProfileRows";
import { sessionProfileNotes, sessionProfileReading } from "./sessionProfileWords";

export type SessionProfileAnswer = FigureAnswer<{ readonly sessionProfile: SessionProfile }>;

export function sessionProfileFigure({ cohort }: SessionProfileAnswer, state: ExploreState): Figure {
  const { sessionProfile } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const abbreviated = abbreviations(sessionProfile.groups, state);
  return {
    id: "session-profile",
    title: "Session profile",
    definition: "What sessions were like, in patients with at least one",
    reading: sessionProfileReading(sessionProfile, state, smallest),
    charts: sessionProfileCharts(sessionProfile, state, smallest),
    key: keyOf(sessionProfile.groups, state, smallest),
    table: sessionProfileTable(sessionProfile, state, smallest),
    notes: sessionProfileNotes(sessionProfile, state, smallest),
    caption: {
      text: [
        `Session profile${byText(state)}.`,
        "Minutes and readings, mean over patients of each patient's mean over sessions; lines, 95% t intervals; hollow, before; filled, the peak.",
        "Monitored, % of the sessions where it is recorded; at home, % of patients. Time until gone, median and quartiles over patients.",
        `Slanted lines, hidden.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(
        cohort,
        state,
        patientsLine(sessionProfile, "patients with at least one session", smallest),
        false,
      ),
    },
    mark: markText(cohort),
  };
}

function sessionProfileTable({ groups }: SessionProfile, state: ExploreState, smallest: number): FigureTable {
  const number = (header: string) => ({ header, numeric: true });
  return {
    columns: [
      { header: groupHeader(state), numeric: false },
      { header: "Measure", numeric: false },
      { header: "Unit", numeric: false },
      number("Patients"),
      number("Value"),
      number("Lower 95% limit, or quartile"),
      number("Upper 95% limit, or quartile"),
    ],
    rows: groups.flatMap((group) =>
      rowsOf(group, state, smallest).map((row) => [textCell(group.group.label), ...row]),
    ),
  };
}

function rowsOf(group: SessionProfileGroup, state: ExploreState, smallest: number): TableCell[][] {
  return [
    ...times.flatMap(({ code, label }) =>
      group.times
        .filter(({ time }) => time === code)
        .map(({ patients, minutes }) => [
          textCell(label),
          textCell("minutes, mean"),
          countCell(patients, smallest),
          ...estimateCells(minutes, asIs, smallest),
        ]),
    ),
    ...signs.flatMap(({ code, label, unit }) =>
      group.vitals
        .filter(({ sign }) => sign === code)
        .flatMap(({ patients, before, peak }) => [
          [
            textCell(`${label}, before`),
            textCell(`${unit}, mean`),
            countCell(patients, smallest),
            ...estimateCells(before, asIs, smallest),
          ],
          [
            textCell(`${label}, peak`),
            textCell(`${unit}, mean`),
            countCell(patients, smallest),
            ...estimateCells(peak, asIs, smallest),
          ],
        ]),
    ),
    ...watched.flatMap(({ code, label }) =>
      group.monitoring
        .filter(({ what }) => what === code)
        .map(({ patients, share }) => [
          textCell(label),
          textCell("% of sessions"),
          countCell(patients, smallest),
          ...estimateCells(share, asPercent, smallest),
        ]),
    ),
    ...places.flatMap(({ code, label }) =>
      group.settings
        .filter(({ setting }) => setting === code)
        .map(({ patients, share }) => [
          textCell(label),
          textCell("% of patients"),
          countCell(patients, smallest),
          ...estimateCells(share, asPercent, smallest),
        ]),
    ),
    ...group.resolution
      .filter(({ term }) => term === state.options.effect)
      .map(({ minutes }) => [
        textCell(`${effectName(state)} until gone`),
        textCell("minutes, median"),
        emptyCell,
        ...estimateCells(minutes, asWhole, smallest),
      ]),
  ];
}

export const sessionProfileDefinition: FigureDefinition<{ readonly sessionProfile: SessionProfile }> = {
  id: "session-profile",
  title: "Session profile",
  question: "What is a session like, and how is it watched?",
  width: "full",
  statistics: ["meanInterval", "ratioOfMeans", "wilson", "quantilesOf"],
  document: sessionProfileDocument,
  variables: (state, releaseId) => ({
    release: releaseId,
    where: cohortInput(state.cohort),
    by: state.by === null ? null : dimensionByName(state.by).enumName,
  }),
  answered: ({ sessionProfile }) => sessionProfile.answered,
  build: sessionProfileFigure,
};
