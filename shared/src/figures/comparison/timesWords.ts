/** What compared times say: the reading and the notes, made from the released numbers alone. */
import type { CompareState } from "../../compare";
import type { ComparedCurve, ComparedTimes, ComparisonProvenance } from "../../comparison";
import type { Figure, Words } from "../figure";
import { exact, inHundred, numberText } from "../numbers";
import { hiddenNote, hidesAnything, tooFewToShow } from "../patientsLine";
import { asGroup, inWords } from "./cohortNames";
import { incomparableWords } from "./comparability";
import { adjustedNote, lettersCounted } from "./comparisonOrigin";
import { asWholePoints, reasonsNote } from "./contrastText";
import { absentText, differenceWords, inPoints } from "./differenceWords";
import { timeNames } from "./timeNames";

const DAYS_PER_WEEK = 7;
/** The landmark that is read, in this order of preference: those most often asked for in trials. */
const preferred = { DURABILITY: [84, 56, 28, 182], ONSET: [28, 42, 14, 7] } as const;

export function timesReading(
  { disclosure, adjustment }: ComparisonProvenance,
  times: ComparedTimes,
  state: CompareState,
): Words {
  const pair = times.contrasts.find(({ letter }) => letter === state.options.pair) ?? times.contrasts[0];
  if (pair === undefined) return tooFewToShow(disclosure.smallestCount);
  const shared = landmarksOf(times.unadjusted, pair.letter, pair.against, state);
  const incomparable = adjustment.covariates.length === 0 ? [] : incomparableWords(times.balance, state);
  if (shared === null) return [...withoutLandmark(pair, state), ...incomparable];
  const { time, share, reference } = shared;
  const contrastAt = (which: "unadjusted" | "adjusted") =>
    pair[which].landmarks.find((landmark) => landmark.time === time)?.difference ?? null;
  const [unadjusted, adjusted] = [contrastAt("unadjusted"), contrastAt("adjusted")];
  const { verb } = timeNames(state);
  const when =
    state.options.times === "ONSET"
      ? `By day ${numberText(time)}`
      : `At ${numberText(time / DAYS_PER_WEEK)} weeks`;
  return [
    { text: `${when}, ` },
    { text: `${inHundred(share)} in 100`, strong: true },
    { text: ` of ${inWords(pair.letter, state)} ${verb}, against ` },
    { text: `${inHundred(reference)} in 100`, strong: true },
    { text: ` of ${inWords(pair.against, state)}` },
    ...(unadjusted === null ? [] : [{ text: ": " }, ...differenceWords(unadjusted, asWholePoints, inPoints)]),
    { text: "." },
    ...(adjusted === null || adjusted.why === "NOT_ADJUSTED" || adjusted.why === "NOT_COMPARABLE"
      ? []
      : [
          { text: " After adjustment: " },
          ...differenceWords(adjusted, asWholePoints, inPoints),
          { text: "." },
        ]),
    ...incomparable,
  ];
}

/** The first preferred time at which both cohorts' shares are shown. */
function landmarksOf(
  curves: readonly ComparedCurve[],
  letter: string,
  against: string,
  state: CompareState,
): { readonly time: number; readonly share: number; readonly reference: number } | null {
  const at = (code: string, time: number) => {
    const landmarks = curves.find(({ group }) => group.code === code)?.landmarks ?? [];
    const found = landmarks.find((landmark) => landmark.time === time);
    return found === undefined ? null : exact(found.share);
  };
  for (const time of preferred[state.options.times]) {
    const [share, reference] = [at(letter, time), at(against, time)];
    if (share !== null && reference !== null) return { time, share, reference };
  }
  return null;
}

function withoutLandmark(pair: ComparedTimes["contrasts"][number], state: CompareState): Words {
  const { unadjusted, letter, against } = pair;
  const why = unadjusted.restrictedMean.value === null ? ` (${absentText(unadjusted.restrictedMean)})` : "";
  return [
    {
      text: `The curves of ${inWords(letter, state)} and ${inWords(against, state)} cannot be read at the same time${why}.`,
    },
  ];
}

export function timesNotes(
  comparison: ComparisonProvenance,
  times: ComparedTimes,
  state: CompareState,
): Figure["notes"] {
  const smallest = comparison.disclosure.smallestCount;
  const words = timeNames(state);
  const counted = times.unadjusted.map(({ group, patients }) => ({ letter: group.code, patients }));
  const contrasts = times.contrasts.flatMap(({ unadjusted, adjusted }) =>
    [unadjusted, adjusted].flatMap(({ logRank, hazardRatio, restrictedMean }) => [
      logRank,
      hazardRatio,
      restrictedMean,
    ]),
  );
  const groups = times.unadjusted.map((curve) => ({ ...curve, group: asGroup(curve.group.code, state) }));
  const tested = times.contrasts.length > 1 ? " P corrected for the pairs by Holm's method." : "";
  return [
    {
      name: "Method",
      text: `${state.options.times === "ONSET" ? "1 minus Kaplan-Meier" : "Kaplan-Meier"}; log-log 95% bands. ${words.event} Log-rank test; hazard ratio by Cox regression (Efron); restricted means (RMST) to the end of the shortest curve, at most week 26 or day 42. All three up to where both curves are shown, from times in steps of as many patients as counts are rounded to; adjusted, from effective patients.${tested}`,
    },
    { name: "n", text: `${lettersCounted(counted, smallest)}: ${words.patients.toLowerCase()}.` },
    ...adjustedNote(comparison.adjustment),
    ...gapNote(times.unadjusted),
    ...reasonsNote(contrasts),
    ...hiddenNote(hidesAnything({ ...times, groups }), smallest, groups),
  ];
}

function gapNote(curves: readonly ComparedCurve[]): Figure["notes"] {
  const gaps = curves.flatMap(({ group, medianGapDays }) =>
    medianGapDays.value === null ? [] : [`${group.code} ${numberText(medianGapDays.value)}`],
  );
  if (gaps.length === 0) return [];
  return [{ name: "Seen at", text: `assessments only: median gap in days, ${gaps.join(", ")}.` }];
}
