/** What the funnel plot of clinics says: what is counted, its reading, its notes. */
import { listed } from "../cohortSentence";
import { funnelPlaces, type Clinics, type FunnelPlace } from "../clinicResults";
import type { ExploreState } from "../explore";
import { dimensionByName, type DimensionName } from "../vocabulary/dimensions";
import { inSentence } from "../vocabulary/entry";
import { sideEffects } from "../vocabulary/sideEffects";
import { visits } from "../vocabulary/visits";
import type { Figure, Words } from "./figure";
import { capital } from "./groups";
import { countWords, exact, inHundred, intervalWords, numberText, asPercent } from "./numbers";
import { responseText } from "./origin";

/** "in response at week 4", "with dissociation". */
export function eventWords({ of, visit }: Pick<Clinics, "of" | "visit">): string {
  const effect = sideEffects.find(({ code }) => code === of);
  if (effect !== undefined) return `with ${inSentence(effect.label)}`;
  const at = visits.find(({ code }) => code === visit)?.label ?? visit;
  return `in response at ${inSentence(at)}`;
}

/** Whose share it is. */
export const countedWords = ({ of, visit }: Pick<Clinics, "of" | "visit">): string => {
  if (of !== "RESPONSE") return "patients with a session";
  const at = visits.find(({ code }) => code === visit)?.label ?? visit;
  return `cases at baseline with a score at ${inSentence(at)}`;
};

export const caseMixWords = ({ caseMix }: Clinics): string =>
  listed(caseMix.map((name) => inSentence(dimensionByName(name as DimensionName).label)));

export const isWidened = ({ unadjusted, adjusted }: Clinics): boolean =>
  unadjusted.widened.length > 0 || adjusted.widened.length > 0;

const isAdjusted = ({ points }: Clinics): boolean =>
  points.length > 0 && points.every(({ adjustedPlace }) => adjustedPlace !== null);

const clinicsOf = (count: number): string => `${numberText(count)} ${count === 1 ? "clinic" : "clinics"}`;

export function clinicsReading(result: Clinics, smallest: number): Words {
  const { points, clinics } = result;
  const overall = exact(result.overall);
  if (points.length === 0 || overall === null)
    return [
      {
        text: `Too few clinics to show: three are needed, each with ${smallest} patients or more on either side.`,
      },
    ];
  const within = (places: readonly (FunnelPlace | null)[]): number =>
    places.filter((place) => place === "WITHIN_95").length;
  const before = within(points.map(({ place }) => place));
  const after = within(points.map(({ adjustedPlace }) => adjustedPlace));
  const adjusted = isAdjusted(result);
  const shown = points.length === clinics ? clinicsOf(clinics) : `${numberText(points.length)} clinics shown`;
  return [
    { text: "Of " },
    { text: `${shown}, ` },
    { text: numberText(adjusted ? after : before), strong: true },
    {
      text: ` ${(adjusted ? after : before) === 1 ? "lies" : "lie"} within the 95% limits${adjusted ? adjustmentWords(before, after) : ""}; by chance alone about 1 in 20 would lie outside. `,
    },
    ...dispersionWords(result, adjusted),
    ...ownWords(result, adjusted),
  ];
}

/** Where the reader's own clinic lies. */
function ownWords({ points }: Clinics, adjusted: boolean): Words {
  const own = points.find(({ isOwn }) => isOwn);
  const place = adjusted ? own?.adjustedPlace : own?.place;
  return place == null ? [] : [{ text: ` Your clinic lies ${funnelPlaces[place]}.` }];
}

const adjustmentWords = (before: number, after: number): string =>
  before === after
    ? ", as observed and once case mix is adjusted for"
    : ` once case mix is adjusted for, ${numberText(before)} as observed`;

function dispersionWords(result: Clinics, adjusted: boolean): Words {
  const phi = exact(result[adjusted ? "adjusted" : "unadjusted"].phi);
  if (phi === null) return [];
  if (phi <= 1) return [{ text: "Clinics differ no more than chance makes them." }];
  return [
    { text: "Clinics differ by more than chance: over-dispersion " },
    { text: numberText(phi, 1), strong: true },
    { text: "." },
  ];
}

export function clinicsNotes(
  result: Clinics,
  state: ExploreState,
  rounds: boolean,
  smallest: number,
): Figure["notes"] {
  const { points, clinics, of } = result;
  const hidden = clinics - points.length;
  const overall = exact(result.overall);
  const interval = intervalWords(result.overall, asPercent);
  return [
    {
      name: "Method",
      text: `exact binomial limits around the share of all clinics together${overall === null ? "" : ` (${inHundred(overall)}%${interval === null ? "" : `; ${interval}`})`}. Over-dispersion is the mean squared deviation in standard errors, the most extreme tenth at each end drawn in${isWidened(result) ? "; dashed limits are widened by its root" : ""}.`,
    },
    {
      name: "Case mix",
      text: adjustmentText(result),
    },
    {
      name: "Outside",
      text: `counts only where ${rounds ? "neither the rounding of counts nor" : "not"} the limits around the clinic's own expected share can account for it. It is a reason to look, not a verdict: patients not described here, and how an event is asked for, differ too.`,
    },
    ...(of === "RESPONSE"
      ? [{ name: "Rules", text: `response: ${responseText(state.outcome)}; observed scores, no imputation.` }]
      : [
          {
            name: "Ascertained",
            text: "clinics that ask by checklist hear of more side effects than those that wait for reports.",
          },
        ]),
    { name: "n", text: `${capital(countWords(result.patients, smallest))} ${countedWords(result)}.` },
    ...(hidden > 0
      ? [
          {
            name: "Hidden",
            text: `${clinicsOf(hidden)}: fewer than ${smallest} patients, or so few with or without the event, or a clinic that would reveal one of those. Hidden does not mean none.`,
          },
        ]
      : []),
    { name: "Names", text: namesText(points.some(({ isOwn }) => isOwn)) },
  ];
}

function adjustmentText(result: Clinics): string {
  const by = `${caseMixWords(result)}, by a logistic model over all clinics`;
  if (result.points.length > 0 && !isAdjusted(result))
    return `not adjusted: the expected number by ${by}, is not estimable, since these tell the event apart.`;
  return `adjusted share: observed over expected, times the overall share; expected by ${by}.`;
}

/** What a figure says of names, also in its caption. */
export const namesText = (hasOwn: boolean): string =>
  hasOwn
    ? "only your own clinic is marked, and for you alone: this figure says which it is, so mind to whom you give it. The order is that of size; nothing here ranks."
    : "no clinic is named, and the order is that of their size; nothing here ranks.";
