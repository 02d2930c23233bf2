/**
 * Durability: the share of responders still in response, by week after the last score of induction (Kaplan-Meier), or,
 * with maintenance as a competing event, the shares that lost response and that had maintenance first (Aalen-Johansen).
 * Band, landmarks, rows under the axis and medians. Results come in days; weeks are only how they are shown.
 */
import type { ExploreState } from "../explore";
import { dropoutRules, relapseRules } from "../outcome";
import type { TimeToEvent } from "../results";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { durabilityDocument } from "./documents/durability";
import { durabilityTerms, type DurabilityTerms } from "./durabilityTerms";
import { durabilityNotes, durabilityReading } from "./durabilityWords";
import type { Figure } from "./figure";
import { abbreviations, byText, groupHeader, keyOf } from "./groups";
import { immortalTime, warningWords } from "./immortalTime";
import { asWeeks, numberText } from "./numbers";
import { markText, measureName, originLines, type OriginLine } from "./origin";
import { patientsLine } from "./patientsLine";
import { timeToEventChart, type SecondCurve } from "./timeToEventChart";
import { timeToEventTable } from "./timeToEventTable";
import { inSentence } from "../vocabulary/entry";

export type DurabilityAnswer = FigureAnswer<{ readonly durability: TimeToEvent }>;

const TICKS = [0, 4, 8, 12, 16, 20, 26, 39, 52];
const LANDMARKS = [4, 8, 12];
const DAYS_PER_WEEK = 7;
/** The year is cut at day 365, one day after week 52. */
const WEEK_52_DAYS = 364;

/** The axis of durability up to a week: of one cohort's figure and of compared ones. */
export const durabilityAxis = (weeks: number) => ({
  medianTitle: "Median week (95% CI)",
  timeScale: asWeeks,
  ticks: TICKS.filter((tick) => tick <= weeks),
  guides: LANDMARKS,
  until: Math.min(weeks * DAYS_PER_WEEK, WEEK_52_DAYS),
});

export function durabilityFigure({ cohort }: DurabilityAnswer, state: ExploreState): Figure {
  const { durability } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const terms = durabilityTerms(durability, state);
  const weeks = Math.min(Number(state.options.weeks), Math.floor(durability.horizon / DAYS_PER_WEEK));
  // Of a group that stands alone both curves are drawn, each with its name.
  const isPair = terms.isCompeting && durability.groups.length === 1;
  const warning = immortalTime(state, terms.fromWeek > 0);
  const origin = originLines(cohort, state, patientsLine(durability, terms.patients, smallest), true);
  return {
    id: "durability",
    title: "Durability",
    definition: definitionOf(terms),
    ...(warning === null ? {} : { warning }),
    reading: durabilityReading(durability, state, smallest),
    charts: [
      timeToEventChart(durability, state, {
        id: "durability-curves",
        axisTitle: isPair ? `% ${terms.ofWhom}` : `${terms.share}, % ${terms.ofWhom}`,
        timeTitle: terms.timeTitle,
        ...durabilityAxis(weeks),
        smallest,
        second: terms.isCompeting ? secondOf(terms) : null,
        description: `Share ${terms.ofWhom} ${terms.isCompeting ? `that ${terms.lost} before maintenance` : terms.share.toLowerCase()} by week${byText(state)}, with 95% bands.`,
      }),
    ],
    key: keyOf(durability.groups, state, smallest),
    table: timeToEventTable(durability, {
      groupHeader: groupHeader(state),
      time: "Week",
      timeScale: asWeeks,
      share: `${terms.share}, %`,
      second: terms.isCompeting ? MAINTENANCE_FIRST : null,
      until: durability.horizon,
      smallest,
    }),
    notes: durabilityNotes(durability, state, smallest),
    caption: {
      text: captionOf(durability, state, terms, smallest, warning),
      origin: origin.map((line) => withRules(line, durability)),
    },
    mark: markText(cohort),
  };
}

const MAINTENANCE_FIRST = "Maintenance first";

const secondOf = ({ share }: DurabilityTerms): SecondCurve => ({
  first: share,
  second: MAINTENANCE_FIRST,
  short: [share.split(" ")[0] ?? share, "Maintained"],
});

const definitionOf = ({ isCompeting, fromWeek, losing }: DurabilityTerms): string =>
  [
    isCompeting ? `${losing} before maintenance, among responders` : "Staying in response, among responders",
    ...(fromWeek === 0 ? [] : [`still well at week ${fromWeek}`]),
  ].join(" ");

function captionOf(
  durability: TimeToEvent,
  state: ExploreState,
  terms: DurabilityTerms,
  smallest: number,
  warning: string | null,
): string {
  const abbreviated = abbreviations(durability.groups, state);
  const gap = durability.groups.find((group) => group.medianGapDays.value !== null)?.medianGapDays.value;
  const seen = gap === undefined || gap === null ? "" : ` (median gap ${numberText(gap)} days)`;
  const zero = `the last ${measureName(state.outcome)} score of induction`;
  return [
    `Durability of response${byText(state)}.`,
    ...warningWords(warning),
    terms.isCompeting
      ? `Share ${terms.ofWhom} that ${terms.lost} before any maintenance session, by week after ${zero} (time zero).`
      : `Share ${terms.ofWhom} ${inSentence(terms.share)}, by week after ${zero} (time zero).`,
    ...(terms.fromWeek === 0
      ? []
      : [
          `The clock starts ${terms.fromWeek} weeks later; patients are grouped by what they had been given by then.`,
        ]),
    terms.isCompeting
      ? `Lines, Aalen-Johansen cumulative incidence with maintenance as a competing event${durability.groups.length === 1 ? "; thin line, maintenance first" : ""}; bands, 95% log-log intervals; dotted lines, 4, 8 and 12 weeks.`
      : "Lines, Kaplan-Meier estimates; bands, 95% log-log intervals; dotted lines, 4, 8 and 12 weeks.",
    ...(durability.dropouts === "RELAPSED" ? [`Drop-outs ${inSentence(dropoutRules.RELAPSED)}.`] : []),
    `A short bar ends a curve where fewer than ${smallest} patients are at risk.`,
    "Slanted lines, hidden: fewer patients or events than may be shown, or a count that would reveal one.",
    `${relapseRules[state.outcome.relapse].split(/[,:]/)[0] ?? ""} is seen only at assessments${seen}.`,
    `n.r., not reached.${abbreviated === "" ? "" : ` ${abbreviated}.`}`,
  ].join(" ");
}

/** What of the figure's own options belongs to the outcome. */
function withRules(line: OriginLine, { dropouts, fromDay = 0 }: TimeToEvent): OriginLine {
  if (line.name !== "Outcome") return line;
  const ways = [
    ...(dropouts === "RELAPSED" ? [`Drop-outs ${inSentence(dropoutRules.RELAPSED)}.`] : []),
    ...(fromDay === 0 ? [] : [`Clock started ${fromDay / DAYS_PER_WEEK} weeks after time zero.`]),
  ];
  return { ...line, text: [line.text, ...ways].join(" ") };
}

export const durabilityDefinition: FigureDefinition<{ readonly durability: TimeToEvent }> = {
  id: "durability",
  title: "Durability",
  question: "How long does a response last?",
  width: "half",
  statistics: ["kaplanMeier", "survivalQuantile", "aalenJohansen", "incidenceQuantile", "quantilesOf"],
  document: durabilityDocument,
  variables: (state, releaseId) => ({
    ...cohortVariables(state, releaseId),
    dropouts: state.options.dropouts,
    maintained: state.options.maintained,
  }),
  answered: ({ durability }) => durability.answered,
  build: durabilityFigure,
};
