/**
 * Durability: the share of responders still in response, by week after the last score of induction (Kaplan-Meier), with
 * band, landmarks, rows under the axis and medians. Results come in days; weeks are only how they are shown.
 */
import type { ExploreState } from "../explore";
import { relapseRules } from "../outcome";
import type { TimeToEvent } from "../results";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { durabilityDocument } from "./documents/durability";
import { durabilityNotes, durabilityReading } from "./durabilityWords";
import type { Figure } from "./figure";
import { abbreviations, byText, groupHeader, keyOf } from "./groups";
import { asWeeks, numberText } from "./numbers";
import { markText, measureName, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { timeToEventChart } from "./timeToEventChart";
import { timeToEventTable } from "./timeToEventTable";
import { inSentence } from "../vocabulary/entry";

export type DurabilityAnswer = FigureAnswer<{ readonly durability: TimeToEvent }>;

const TICKS = [0, 4, 8, 12, 16, 20, 26, 39, 52];
const LANDMARKS = [4, 8, 12];
const DAYS_PER_WEEK = 7;
/** The year is cut at day 365, one day after week 52. */
const WEEK_52_DAYS = 364;

export function durabilityFigure({ cohort }: DurabilityAnswer, state: ExploreState): Figure {
  const { durability } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const weeks = Number(state.options.weeks);
  const stays = state.outcome.relapse.includes("RELAPSE") ? "Not relapsed" : "Still in response";
  const abbreviated = abbreviations(durability.groups, state);
  const gap = durability.groups.find((group) => group.medianGapDays.value !== null)?.medianGapDays.value;
  const seen = gap === undefined || gap === null ? "" : ` (median gap ${numberText(gap)} days)`;
  return {
    id: "durability",
    title: "Durability",
    definition: "Staying in response, among responders",
    reading: durabilityReading(durability, state, smallest),
    charts: [
      timeToEventChart(durability, state, {
        id: "durability-curves",
        axisTitle: `${stays}, % of responders`,
        timeTitle: "Weeks after the last score of induction",
        medianTitle: "Median week (95% CI)",
        timeScale: asWeeks,
        ticks: TICKS.filter((tick) => tick <= weeks),
        guides: LANDMARKS,
        until: Math.min(weeks * DAYS_PER_WEEK, WEEK_52_DAYS),
        smallest,
        description: `Share of responders ${stays.toLowerCase()} by week${byText(state)}, with 95% bands.`,
      }),
    ],
    key: keyOf(durability.groups, state, smallest),
    table: timeToEventTable(durability, {
      groupHeader: groupHeader(state),
      time: "Week",
      timeScale: asWeeks,
      share: `${stays}, %`,
      until: durability.horizon,
      smallest,
    }),
    notes: durabilityNotes(durability, state, smallest),
    caption: {
      text: [
        `Durability of response${byText(state)}.`,
        `Share of responders ${inSentence(stays)}, by week after the last ${measureName(state.outcome)} score of induction (time zero).`,
        "Lines, Kaplan-Meier estimates; bands, 95% log-log intervals; dotted lines, 4, 8 and 12 weeks.",
        `A short bar ends a curve where fewer than ${smallest} patients are at risk.`,
        "Slanted lines, hidden: fewer patients or events than may be shown, or a count that would reveal one.",
        `${relapseRules[state.outcome.relapse].split(/[,:]/)[0] ?? ""} is seen only at assessments${seen}.`,
        `n.r., not reached.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
      ].join(" "),
      origin: originLines(
        cohort,
        state,
        patientsLine(durability, "responders at the end of induction", smallest),
        true,
      ),
    },
    mark: markText(cohort),
  };
}

export const durabilityDefinition: FigureDefinition<{ readonly durability: TimeToEvent }> = {
  id: "durability",
  page: "explore",
  title: "Durability",
  question: "How long does a response last?",
  width: "half",
  document: durabilityDocument,
  variables: (state, releaseId) => ({ ...cohortVariables(state, releaseId) }),
  build: durabilityFigure,
};
