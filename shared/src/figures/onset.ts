/**
 * Onset: the share that has responded by a day, or by an infusion (1 minus Kaplan-Meier), with band, rows under the axis
 * and medians. What counts as the event is the state's choice; it was counted on the server.
 */
import type { ExploreState } from "../explore";
import type { TimeToEvent } from "../results";
import { asWhole } from "./numbers";
import { onsetDocument } from "./documents/onset";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import type { Figure } from "./figure";
import { abbreviations, byText, capital, groupHeader, keyOf } from "./groups";
import { immortalTime, warningWords } from "./immortalTime";
import { markText, originLines } from "./origin";
import { onsetNotes, onsetReading } from "./onsetWords";
import { patientsLine } from "./patientsLine";
import { lastSession, sessionWord } from "./sessionWord";
import { timeToEventChart } from "./timeToEventChart";
import { timeToEventTable } from "./timeToEventTable";

export type OnsetAnswer = FigureAnswer<{ readonly onset: TimeToEvent }>;

const eventNames = {
  RESPONSE: { title: "First day with response", done: "Responded at least once" },
  CONFIRMED_RESPONSE: {
    title: "First day with a response that the next score confirms",
    done: "Response confirmed",
  },
  REMISSION: { title: "First day with remission", done: "In remission at least once" },
} as const;

/** The axis of onset in days: of one cohort's figure and of compared ones. */
export const onsetAxis = {
  timeTitle: "Days after the first session",
  medianTitle: "Median day (95% CI)",
  timeScale: asWhole,
  ticks: [0, 7, 14, 21, 28, 35, 42],
  guides: [],
  until: 42,
};

const sessionAxis = (last: number, word: string) => ({
  timeTitle: `${capital(word)}s received`,
  medianTitle: `Median ${word} (95% CI)`,
  ticks: Array.from({ length: last + 1 }, (_, session) => session),
  until: last,
});

export function onsetFigure(answer: OnsetAnswer, state: ExploreState): Figure {
  const { cohort } = answer;
  const { onset } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const bySession = onset.clock === "SESSION";
  const event = eventNames[state.options.onset];
  const word = sessionWord(state);
  const unit = bySession ? word : "day";
  const last = bySession ? Math.min(lastSession(state), onset.horizon) : 42;
  const abbreviated = abbreviations(onset.groups, state);
  const warning = immortalTime(state, false);
  return {
    id: "onset",
    title: "Onset",
    definition: bySession ? event.title.replace("day", word) : event.title,
    ...(warning === null ? {} : { warning }),
    reading: onsetReading(onset, state, smallest),
    charts: [
      timeToEventChart(onset, state, {
        id: "onset-curves",
        axisTitle: `${event.done}, % of patients`,
        ...onsetAxis,
        ...(bySession ? sessionAxis(last, word) : {}),
        smallest,
        description: `Cumulative share with the event by ${unit}${byText(state)}, with 95% bands.`,
      }),
    ],
    key: keyOf(onset.groups, state, smallest),
    table: timeToEventTable(onset, {
      groupHeader: groupHeader(state),
      time: bySession ? capital(word) : "Day",
      timeScale: asWhole,
      share: `${event.done}, %`,
      until: onset.horizon,
      smallest,
    }),
    notes: onsetNotes(onset, state, smallest),
    caption: {
      text: [
        `Onset${byText(state)}.`,
        ...warningWords(warning),
        `${event.done}, by ${unit}. Lines, 1 minus Kaplan-Meier; bands, 95% log-log intervals.`,
        `A short bar ends a curve where fewer than ${smallest} patients are at risk.`,
        `n.r., not reached.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(
        cohort,
        state,
        patientsLine(onset, "cases at baseline with a later score", smallest),
        true,
      ),
    },
    mark: markText(cohort),
  };
}

export const onsetDefinition: FigureDefinition<{ readonly onset: TimeToEvent }> = {
  id: "onset",
  title: "Onset",
  question: "How soon do patients respond?",
  width: "half",
  statistics: ["kaplanMeier", "survivalQuantile", "quantilesOf"],
  document: onsetDocument,
  variables: (state, releaseId) => ({
    ...cohortVariables(state, releaseId),
    of: state.options.onset,
    clock: state.options.clock,
  }),
  answered: ({ onset }) => onset.answered,
  build: onsetFigure,
};
