/** What compared side effects say: which differ after correction for their number, and by how much. */
import type { CompareState } from "../../compare";
import type { ComparedSideEffects, ComparisonProvenance, SideEffectContrast } from "../../comparison";
import { listed } from "../../cohortSentence";
import { inSentence } from "../../vocabulary/entry";
import type { Figure, Words } from "../figure";
import { isHidden } from "../numbers";
import { hiddenNote, tooFewToShow } from "../patientsLine";
import { sideEffectByCode, type SideEffectCode } from "../../vocabulary/sideEffects";
import { inWords } from "./cohortNames";
import { incomparableWords, overlaps } from "./comparability";
import { adjustedNote, lettersCounted } from "./comparisonOrigin";
import { asWholePoints, reasonsNote } from "./contrastText";
import { differenceText, intervalSides, type Sides } from "./differenceWords";
import { drawnEffects, pairLetter } from "./sideEffectCharts";

type Answer = ComparisonProvenance & { readonly sideEffects: ComparedSideEffects };

const sides: Sides = { unit: "points", more: "more", less: "less" };
const SIGNIFICANT = 0.05;
/** More would be a list, for which there is the table. */
const SAID = 3;

const nameOf = (term: string): string => inSentence(sideEffectByCode(term as SideEffectCode).label);

export function sideEffectReading(
  { sideEffects, adjustment, disclosure }: Answer,
  state: CompareState,
): Words {
  const letter = pairLetter(sideEffects, state);
  if (letter === null || drawnEffects(sideEffects).length === 0)
    return tooFewToShow(disclosure.smallestCount);
  const names = `${inWords(letter, state)} and ${inWords("A", state)}`;
  if (overlaps({ letter, against: "A" }, state))
    return [{ text: `${names} overlap: patients may be in both, so no difference is taken.` }];
  const adjusted = adjustment.covariates.length > 0;
  const incomparable = adjusted ? incomparableWords(sideEffects.balance, state) : [];
  const comparable = sideEffects.balance.find((pair) => pair.letter === letter)?.comparable === true;
  const which = adjusted && comparable ? "adjusted" : "unadjusted";
  const compared = sideEffects.effects.flatMap(({ term, contrasts }) => {
    const contrast = contrasts.find((each) => each.letter === letter)?.[which];
    return contrast === undefined || contrast.difference.value === null ? [] : [{ term, contrast }];
  });
  if (compared.length === 0)
    return [{ text: `No difference between ${names} can be shown.` }, ...incomparable];
  const kind = which === "adjusted" ? "After adjustment" : "Unadjusted";
  const differing = compared
    .filter(({ contrast }) => (contrast.test.adjustedP ?? 1) < SIGNIFICANT)
    .sort((a, b) => size(b.contrast) - size(a.contrast));
  const what = `${compared.length} side ${compared.length === 1 ? "effect" : "effects"} that can be compared`;
  if (differing.length === 0)
    return [
      {
        text: `${kind}, none of the ${what} differs between ${names} once their number is taken into account.`,
      },
      ...incomparable,
    ];
  return [
    {
      text: `${kind}, ${differing.length} of the ${what} ${differing.length === 1 ? "differs" : "differ"}: in ${inWords(letter, state)} `,
    },
    ...differing
      .slice(0, SAID)
      .flatMap(({ term, contrast }, at) => [
        { text: `${at === 0 ? "" : "; "}${nameOf(term)} ` },
        { text: differenceText(contrast.difference.value ?? 0, asWholePoints, sides), strong: true },
        { text: ` (${intervalSides(contrast.difference, asWholePoints, sides) ?? "no interval"})` },
      ]),
    { text: `${differing.length > SAID ? `; and ${differing.length - SAID} more` : ""}.` },
    ...incomparable,
  ];
}

const size = ({ difference }: SideEffectContrast): number => Math.abs(difference.value ?? 0);

export function sideEffectNotes(
  { sideEffects, adjustment, disclosure }: Answer,
  state: CompareState,
): Figure["notes"] {
  const smallest = disclosure.smallestCount;
  const drawn = drawnEffects(sideEffects).map(({ effect }) => effect);
  const left = sideEffects.effects.filter((effect) => !drawn.includes(effect));
  const contrasts = drawn.flatMap(({ contrasts: pairs }) =>
    pairs
      .filter(({ letter }) => letter === pairLetter(sideEffects, state))
      .flatMap(({ unadjusted, adjusted }) => [unadjusted.difference, adjusted.difference]),
  );
  const silent =
    left.length === 0 ? [] : [`hidden in every cohort: ${listed(left.map(({ term }) => nameOf(term)))}.`];
  return [
    {
      name: "Method",
      text: "Wilson and Newcombe intervals, log risk ratio and chi-square from the counts shown; adjusted, from counts of effective patients.",
    },
    { name: "n", text: `${lettersCounted(sideEffects.exposed, smallest)} patients exposed.` },
    ...adjustedNote(adjustment),
    { name: "Several tests", text: "P corrected for the side effects of a pair by Benjamini and Hochberg." },
    {
      name: "Ascertained",
      text: "as each clinic does it: cohorts of clinics that ask by checklist have higher rates.",
    },
    ...reasonsNote(contrasts),
    ...hiddenNote(
      drawn.some((effect) => effect.unadjusted.some(({ estimate }) => isHidden(estimate))),
      smallest,
      [],
    ),
    ...silent.map((text) => ({ name: "Left out", text })),
  ];
}
