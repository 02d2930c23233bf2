/** What the effect table says: its reading and its notes, made from the released numbers alone. */
import type { CompareState } from "../../compare";
import type { ComparisonProvenance, Contrast, EffectCode } from "../../comparison";
import type { Figure, Words } from "../figure";
import { capital } from "../groups";
import { isHidden } from "../numbers";
import { hiddenNote, tooFewToShow } from "../patientsLine";
import { inWords } from "./cohortNames";
import { incomparableWords } from "./comparability";
import { adjustedNote, lettersCounted } from "./comparisonOrigin";
import { asWholePoints, reasonsNote } from "./contrastText";
import { allowsNone, differenceText, differenceWords, intervalSides, type Sides } from "./differenceWords";
import type { EffectsResult } from "./effects";
import { effectRows } from "./effectRows";
import { scoredAt, visitName } from "./visitName";

const frequent: Sides = { unit: "points", more: "more frequent", less: "less frequent" };
const after: Sides = { unit: "points", more: "more", less: "less" };

export function effectsReading(comparison: ComparisonProvenance & EffectsResult, state: CompareState): Words {
  const { effects, adjustment, disclosure } = comparison;
  const pair = effects.rows[0]?.contrasts.find(({ letter }) => letter === state.options.pair);
  const letter = pair?.letter ?? effects.rows[0]?.contrasts[0]?.letter;
  if (letter === undefined) return tooFewToShow(disclosure.smallestCount);
  const said =
    sentence(comparison, "RESPONSE", letter, state) ?? sentence(comparison, "REMISSION", letter, state);
  const incomparable = adjustment.covariates.length === 0 ? [] : incomparableWords(effects.balance, state);
  return [...(said ?? [{ text: whyNothing(comparison, letter, state) }]), ...incomparable];
}

/** "Response at week 4 was 11 points more frequent in B (…) than in A (…). After adjustment: 7 points more …" */
function sentence(
  { effects }: EffectsResult,
  code: EffectCode,
  letter: string,
  state: CompareState,
): Words | null {
  const row = effects.rows.find((each) => each.code === code);
  const pair = row?.contrasts.find((each) => each.letter === letter);
  if (pair === undefined || pair.unadjusted.difference.value === null) return null;
  const { difference } = pair.unadjusted;
  const what = `${capital(code.toLowerCase())} at ${visitName(effects.visit)}`;
  const size = differenceText(difference.value ?? 0, asWholePoints, frequent);
  const interval = intervalSides(difference, asWholePoints, after);
  const [one, other] = [inWords(letter, state), inWords(pair.against, state)];
  const equal = size === "no difference";
  return [
    { text: equal ? `${what} was equally frequent` : `${what} was ` },
    ...(equal ? [] : [{ text: size, strong: true }]),
    { text: `${equal ? ` in ${one} and in ${other}` : ` in ${one} than in ${other}`}` },
    { text: interval === null ? "" : `, ${interval}` },
    { text: allowsNone(difference) ? ": compatible with no difference." : "." },
    ...adjustedSentence(pair.adjusted.difference),
  ];
}

function adjustedSentence(adjusted: Contrast): Words {
  if (adjusted.why === "NOT_ADJUSTED" || adjusted.why === "NOT_COMPARABLE") return [];
  return [{ text: " After adjustment: " }, ...differenceWords(adjusted, asWholePoints, after), { text: "." }];
}

function whyNothing({ effects }: EffectsResult, letter: string, state: CompareState): string {
  const pair = effects.rows[0]?.contrasts.find((each) => each.letter === letter);
  const names = `${inWords(letter, state)} and ${inWords(pair?.against ?? "A", state)}`;
  if (pair?.unadjusted.difference.why === "OVERLAPPING")
    return `${names} overlap: patients may be in both, so no difference is taken.`;
  return `The difference between ${names} cannot be shown.`;
}

export function effectsNotes(
  comparison: ComparisonProvenance & EffectsResult,
  state: CompareState,
): Figure["notes"] {
  const { effects, adjustment, disclosure } = comparison;
  const rows = effectRows(comparison, state);
  const contrasts = rows.flatMap((row) =>
    row.contrasts.flatMap(({ of }) =>
      state.cohorts.flatMap(({ letter }) => {
        const contrast = of(letter);
        return contrast === null ? [] : [contrast.unadjusted, contrast.adjusted];
      }),
    ),
  );
  const anyHidden =
    contrasts.some(isHidden) || rows.some((row) => row.unadjusted.some(({ estimate }) => isHidden(estimate)));
  return [
    {
      name: "Method",
      text: "Wilson and Newcombe intervals; log risk ratio; t interval and Welch's difference of means; Hedges' g; restricted mean survival time (RMST) to the end of the shortest curve. Adjusted, the same from counts of effective patients.",
    },
    {
      name: "n",
      text: `${lettersCounted(effects.rows[0]?.unadjusted ?? [], disclosure.smallestCount)} ${scoredAt(effects.visit)}.`,
    },
    ...adjustedNote(adjustment),
    ...(contrasts.length > 2
      ? [
          {
            name: "Several tests",
            text: "the intervals are not corrected for their number; read them together.",
          },
        ]
      : []),
    ...reasonsNote(contrasts),
    ...hiddenNote(anyHidden, disclosure.smallestCount, []),
  ];
}
