/**
 * Side effects: rates as a heat map of groups against effects, one effect by group with intervals, the rise of vital
 * signs; by infusion and time to resolution as other views. Chance of harm on the right denominator, or hidden.
 */
import type { ExploreState } from "../explore";
import type { SideEffects } from "../results";
import { dimensionByName } from "../vocabulary/dimensions";
import { cohortInput, type FigureAnswer, type FigureDefinition } from "./definition";
import { sideEffectsDocument } from "./documents/sideEffects";
import type { Figure } from "./figure";
import { abbreviations, byText, keyOf } from "./groups";
import { markText, originLines } from "./origin";
import { patientsLine } from "./patientsLine";
import { sideEffectsCharts } from "./sideEffectsCharts";
import { sideEffectsTable } from "./sideEffectsTable";
import { sideEffectsNotes, sideEffectsReading } from "./sideEffectsWords";

export type SideEffectsAnswer = FigureAnswer<{ readonly sideEffects: SideEffects }>;

export function sideEffectsFigure({ cohort }: SideEffectsAnswer, state: ExploreState): Figure {
  const { sideEffects } = cohort;
  const smallest = cohort.disclosure.smallestCount;
  const groups = sideEffects.groups.map(({ group, exposed }) => ({ group, patients: exposed }));
  const abbreviated = abbreviations(groups, state);
  return {
    id: "side-effects",
    title: "Side effects",
    definition: definitionOf(state),
    reading: sideEffectsReading(sideEffects, state, smallest),
    charts: sideEffectsCharts(sideEffects, state, smallest),
    key: keyOf(groups, state, smallest),
    table: sideEffectsTable(sideEffects, state, smallest),
    notes: sideEffectsNotes(sideEffects, state, smallest),
    caption: {
      text: [
        `Side effects${byText(state)}.`,
        `${definitionOf(state)}. ${howToRead[state.options.harms]}`,
        `Slanted lines, hidden: fewer than ${smallest} patients with the effect or without it, or a count that would reveal one; hidden does not mean none.`,
        abbreviated === "" ? "" : `${abbreviated}.`,
      ]
        .join(" ")
        .trim(),
      origin: originLines(cohort, state, patientsLine({ groups }, "patients exposed", smallest), false),
    },
    mark: markText(cohort),
  };
}

const howToRead = {
  RATES: "Cells, rate in %; points, rate or mean with 95% interval.",
  INFUSION: "Cells, rate in % of patients who had that infusion.",
  RESOLUTION: "Points, median; lines, quartiles; the scale is logarithmic.",
  VITALS: "Points, mean rise; lines, 95% t intervals.",
} as const;

const severityWords = {
  ANY: "",
  MILD: ", at worst mild",
  MODERATE: ", at worst moderate",
  SEVERE: ", severe",
} as const;

function definitionOf({ options }: ExploreState): string {
  if (options.harms === "VITALS") return "Rise of blood pressure and heart rate during the session";
  if (options.harms === "RESOLUTION") return "Minutes from the beginning of a side effect to its end";
  if (options.harms === "INFUSION")
    return "Patients with the effect at each infusion, of patients who had that infusion";
  return options.per === "SESSION"
    ? `Sessions with the effect${severityWords[options.effectSeverity]}, of all sessions`
    : `Patients with at least one occurrence during the course${severityWords[options.effectSeverity]}, of patients exposed`;
}

export const sideEffectsDefinition: FigureDefinition<{ readonly sideEffects: SideEffects }> = {
  id: "side-effects",
  title: "Side effects",
  question: "Which side effects occur, and how often?",
  width: "full",
  statistics: ["wilson", "meanInterval", "quantilesOf"],
  document: sideEffectsDocument,
  variables: (state, releaseId) => ({
    release: releaseId,
    where: cohortInput(state.cohort),
    by: state.by === null ? null : dimensionByName(state.by).enumName,
    per: state.options.per,
    byInfusion: state.options.harms === "INFUSION",
    resolution: state.options.harms === "RESOLUTION",
  }),
  answered: ({ sideEffects }) => sideEffects.answered,
  build: sideEffectsFigure,
};
