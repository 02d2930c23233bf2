// Do clinics differ by more than chance, in response or in a side effect, once patients like theirs are expected to fare
// alike? A clinic is a point without a name, but for the asking person's own. No ranking: where a clinic lies among others says little, and its limits all.
import { UNKNOWN_NUMBER, type ClinicPoint, type Clinics } from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { denominator, hiddenEstimate, shownCount, shownEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectShares } from "../disclosure/protectShares";
import { release, type Released } from "../disclosure/release";
import { roundCount, roundMean } from "../disclosure/rounding";
import { tallyClinics, type ClinicPattern } from "../queries/tallyClinics";
import { caseMix, expectedByClinic } from "./caseMix";
import { dispersionAmong, limitAt, limitsAlong, nothingToDisperse, placeOf } from "./funnel";
import { decide, type DecidedGroup, type Denominator } from "./decide";
import type { AnalysisContext, ClinicsQuestion } from "./question";
import { partOf, shareOf } from "./shares";

/** With two points in the plot, each of two clinics would know the other's. */
const FEWEST_CLINICS = 3;

interface TalliedClinic {
  readonly clinic: number;
  readonly patients: number;
  readonly events: number;
}

export async function clinics(
  context: AnalysisContext,
  { cohort, outcome, visit, of, ownClinic = null }: ClinicsQuestion,
): Promise<Released<Clinics>> {
  const { policy } = context;
  const among: Denominator = of === "RESPONSE" ? { of: "VISIT", outcome, visit } : { of: "EXPOSED" };
  const decided = await decide(context, cohort, among);
  const patterns = await tallyClinics(countOf(context), decided.scope, { outcome, visit, of }, caseMix);
  // A clinic is a group, and so a cohort: the one with that clinic chosen.
  const known = decided.groups("clinic").filter(({ number }) => number !== UNKNOWN_NUMBER);
  const tallied = byClinic(patterns);
  const all = {
    patients: tallied.reduce((sum, each) => sum + each.patients, 0),
    events: tallied.reduce((sum, each) => sum + each.events, 0),
  };
  const { patients: events, share: overall } = partOf(policy, all.events, all.patients);
  const question = { answered: decided.answered, of, visit, caseMix, clinics: known.length };
  const together = { patients: denominator(policy, all.patients), events, overall };
  const shown = events.value === null ? [] : shownClinics(policy, tallied, known);
  if (overall.value === null || shown.length < FEWEST_CLINICS) {
    const nothing = nothingToDisperse("TOO_FEW");
    return release(policy, {
      ...question,
      ...together,
      points: [],
      limits: [],
      unadjusted: nothing,
      adjusted: nothing,
    });
  }
  return release(policy, {
    ...question,
    ...together,
    ...funnelOf(policy, overall.value, shown, expectedByClinic(patterns), ownClinic),
  });
}

/** Clinic by clinic; patients whose clinic is not known are no clinic's, but count in all together. */
function byClinic(patterns: readonly ClinicPattern[]): TalliedClinic[] {
  const clinics = new Map<number, TalliedClinic>();
  for (const { clinic, patients, events } of patterns) {
    const found = clinics.get(clinic) ?? { clinic, patients: 0, events: 0 };
    clinics.set(clinic, { clinic, patients: found.patients + patients, events: found.events + events });
  }
  return [...clinics.values()].sort((one, other) => one.clinic - other.clinic);
}

function shownClinics(
  policy: Policy,
  tallied: readonly TalliedClinic[],
  known: readonly DecidedGroup[],
): TalliedClinic[] {
  const counts = tallied.map((each) => ({
    ...each,
    isHidden: known.some(({ number, isHidden }) => number === each.clinic && isHidden),
    isRest: each.clinic === UNKNOWN_NUMBER,
  }));
  const safe = protectShares(policy, counts);
  return counts.filter(({ isRest }, index) => safe[index] === true && !isRest);
}

/** The points by their size, which ranks nobody; those of one size by their events, since their numbers would name them. */
function funnelOf(
  policy: Policy,
  overall: number,
  shown: readonly TalliedClinic[],
  expected: ReturnType<typeof expectedByClinic>,
  ownClinic: number | null,
): Pick<Clinics, "points" | "limits" | "unadjusted" | "adjusted"> {
  const clinics = shown
    .map((clinic) => {
      const patients = roundCount(policy, clinic.patients);
      const events = Math.min(roundCount(policy, clinic.events), patients);
      return { ...clinic, shown: { patients, events, expected: overall }, own: ownShare(clinic, patients) };
    })
    .sort((one, other) => one.shown.patients - other.shown.patients || one.shown.events - other.shown.events);
  const limits = limitsAlong(
    policy,
    overall,
    clinics.map((clinic) => clinic.shown.patients),
  );
  const adjustable = clinics.flatMap(({ shown: counts, own }) =>
    own === null ? [] : [{ ...counts, expected: own }],
  );
  return {
    points: clinics.map((clinic): ClinicPoint => {
      const { shown: counts, own } = clinic;
      const notEstimable = hiddenEstimate("NOT_ESTIMABLE");
      const ratio = own === null ? NaN : counts.events / counts.patients / own;
      return {
        patients: shownCount(policy, clinic.patients),
        events: shownCount(policy, clinic.events),
        share: shareOf(policy, clinic.events, clinic.patients),
        expected: own === null ? notEstimable : shownEstimate(own, null, null),
        adjusted: own === null ? notEstimable : shownEstimate(Math.min(1, ratio * overall), null, null),
        limit: limitAt(overall, counts.patients),
        place: placeOf(policy, overall, counts),
        adjustedPlace: own === null ? null : placeOf(policy, overall, { ...counts, expected: own }),
        isOwn: clinic.clinic === ownClinic,
      };
    }),
    limits,
    unadjusted: dispersionAmong(
      policy,
      overall,
      clinics.map((clinic) => clinic.shown),
      limits,
    ),
    adjusted:
      adjustable.length < clinics.length
        ? nothingToDisperse("NOT_ESTIMABLE")
        : dispersionAmong(policy, overall, adjustable, limits),
  };

  /** A mean of chances, in as many digits as a mean of scores has. */
  function ownShare({ clinic, patients }: TalliedClinic, counted: number): number | null {
    if ("notEstimable" in expected) return null;
    const share = (expected.get(clinic) ?? NaN) / patients;
    return roundMean(policy, counted, 100 * share) / 100;
  }
}
