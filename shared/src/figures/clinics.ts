/**
 * Clinics: a funnel plot of response, or of a side effect, as observed and adjusted for case mix side by side. Do clinics
 * differ by more than chance? Which one is which, it does not say.
 */
import type { ClinicPoint, Clinics, FunnelPlace } from "../clinicResults";
import type { ExploreState } from "../explore";
import {
  caseMixWords,
  clinicsNotes,
  clinicsReading,
  countedWords,
  eventWords,
  isWidened,
} from "./clinicsWords";
import { cohortVariables, type FigureAnswer, type FigureDefinition } from "./definition";
import { clinicsDocument } from "./documents/clinics";
import type { Figure, FigureChart, FigureTable, TableCell } from "./figure";
import { funnelChart } from "./funnelChart";
import { placeIn, placeText, shareIn, type FunnelSide } from "./funnelPoints";
import { capital } from "./groups";
import {
  asPercent,
  countCell,
  countWords,
  estimateCells,
  exact,
  hiddenCell,
  numberCell,
  numberText,
} from "./numbers";
import { markText, originLines } from "./origin";

export type ClinicsAnswer = FigureAnswer<{ readonly clinics: Clinics }>;

export function clinicsFigure({ cohort }: ClinicsAnswer, state: ExploreState): Figure {
  const { clinics } = cohort;
  const { smallestCount: smallest, roundedTo } = cohort.disclosure;
  const event = eventWords(clinics);
  const hasOwn = clinics.points.some(({ isOwn }) => isOwn);
  return {
    id: "clinics",
    title: "Clinics",
    definition: `Share ${event}, of ${countedWords(clinics)}; one point a clinic`,
    reading: clinicsReading(clinics, smallest),
    charts: [chartOf(clinics, "unadjusted"), chartOf(clinics, "adjusted")],
    key: [],
    table: clinicsTable(clinics, smallest),
    notes: clinicsNotes(clinics, state, roundedTo > 1, smallest),
    caption: {
      text: [
        `Clinics: ${event}.`,
        `Points, clinics, by number of ${countedWords(clinics)}; line, all together; curves, exact 95% and 99.8% limits${isWidened(clinics) ? "; dashed, limits widened by over-dispersion" : ""}.`,
        `Left, as observed; right, adjusted for case mix (${caseMixWords(clinics)}). Diamonds, outside the 95% limits; triangles, outside the 99.8% limits. ${hasOwn ? "Ring, the clinic of whoever asked; no other is named" : "No clinic is named"}, none is ranked. Slanted lines, hidden.`,
      ].join(" "),
      origin: originLines(
        cohort,
        state,
        `${capital(countWords(clinics.patients, smallest))} ${countedWords(clinics)}; ${clinics.clinics === 0 ? "no clinic is known" : `${numberText(clinics.points.length)} of ${numberText(clinics.clinics)} clinics shown`}.`,
        clinics.of === "RESPONSE",
      ),
    },
    mark: markText(cohort),
  };
}

function chartOf(clinics: Clinics, side: FunnelSide): FigureChart {
  const phi = exact(clinics[side].phi);
  const name = side === "adjusted" ? "Adjusted for case mix" : "As observed";
  const over = phi === null ? "" : `; over-dispersion ${numberText(phi, 1)}`;
  const known = clinics.points.filter((point) => shareIn(point, side) !== null);
  const within = known.filter((point) => placeIn(point, side) === "WITHIN_95");
  return funnelChart(clinics, {
    id: `clinics-${side}`,
    title: `${name}${over}`,
    side,
    axisTitle: `% ${eventWords(clinics)}`,
    countTitle: "Patients of the clinic",
    description: `${name}: ${numberText(within.length)} of ${numberText(known.length)} clinics shown lie within the 95% limits of a funnel around the share of all clinics together${over}.`,
  });
}

function clinicsTable({ points, of, ...result }: Clinics, smallest: number): FigureTable {
  const hasOwn = points.some(({ isOwn }) => isOwn);
  const numeric = (header: string) => ({ header, numeric: true });
  const happened = of === "RESPONSE" ? "In response" : "With the side effect";
  return {
    columns: [
      ...["Patients", happened, "Share, %", "Lower 95% limit", "Upper 95% limit"].map(numeric),
      ...["Funnel 95%, lower", "Funnel 95%, upper", "Funnel 99.8%, lower", "Funnel 99.8%, upper"].map(
        numeric,
      ),
      ...["Expected, %", "Adjusted, %"].map(numeric),
      { header: "As observed", numeric: false },
      { header: "Adjusted for case mix", numeric: false },
      ...(hasOwn ? [{ header: "Whose", numeric: false }] : []),
    ],
    rows:
      points.length === 0
        ? [hiddenRow(smallest)]
        : points.map((point) => [...rowOf(point, smallest), ...(hasOwn ? [ownCell(point)] : [])]),
  };
  function hiddenRow(k: number): TableCell[] {
    return [countCell(result.patients, k), ...Array.from({ length: 12 }, () => hiddenCell("TOO_FEW", k))];
  }
}

function rowOf(point: ClinicPoint, smallest: number): TableCell[] {
  const { limit } = point;
  const percent = (value: number) => numberCell(value * 100);
  const single = (estimate: ClinicPoint["expected"]) =>
    estimateCells(estimate, asPercent, smallest).slice(0, 1);
  return [
    countCell(point.patients, smallest),
    countCell(point.events, smallest),
    ...estimateCells(point.share, asPercent, smallest),
    ...[limit.lower95, limit.upper95, limit.lower998, limit.upper998].map(percent),
    ...single(point.expected),
    ...single(point.adjusted),
    placeCell(point.place),
    point.adjustedPlace === null ? hiddenCell("NOT_ESTIMABLE", smallest) : placeCell(point.adjustedPlace),
  ];
}

const ownCell = ({ isOwn }: ClinicPoint): TableCell => {
  const text = isOwn ? "Your\u00A0clinic" : "Another";
  return { text, value: isOwn ? "Your clinic" : text };
};

/** On one line of the table. */
const placeCell = (place: FunnelPlace): TableCell => ({
  text: placeText(place).replaceAll(" ", "\u00A0"),
  value: placeText(place),
});

export const clinicsDefinition: FigureDefinition<{ readonly clinics: Clinics }> = {
  id: "clinics",
  title: "Clinics",
  question: "Do clinics differ by more than chance?",
  width: "full",
  statistics: ["wilson", "funnelLimits", "dispersionOf", "logisticRegression"],
  document: clinicsDocument,
  variables: (state, releaseId) => {
    const { release, where, outcome } = cohortVariables(state, releaseId);
    const { clinics, effect, visit } = state.options;
    return { release, where, outcome, visit, of: clinics === "SIDE_EFFECT" ? effect : "RESPONSE" };
  },
  answered: ({ clinics }) => clinics.answered,
  build: clinicsFigure,
};
