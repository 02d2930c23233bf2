/** What the balance says: which pairs weighting makes alike, and which it does not. */
import type { CompareState } from "../../compare";
import { incomparableReasons, type Balance, type ComparisonProvenance } from "../../comparison";
import { listed } from "../../cohortSentence";
import type { Figure, Words } from "../figure";
import { isHidden, numberText } from "../numbers";
import { hiddenNote } from "../patientsLine";
import { BALANCED_TO, overlaps } from "./comparability";
import { adjustedNote, dimensionLabel } from "./comparisonOrigin";
import { inSentence } from "../../vocabulary/entry";

type Pair = Balance["pairs"][number];
type Answer = ComparisonProvenance & { readonly balance: Balance };

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = (n: number, what: string): string =>
  `${numbers[n] ?? String(n)} ${n === 1 ? what : `${what}s`}`;

export function balanceReading({ adjustment, balance }: Answer, state: CompareState): Words {
  if (adjustment.covariates.length === 0)
    return [{ text: "Nothing is adjusted for, so nothing is weighed." }];
  const sentences = balance.pairs.map((pair) => pairSentence(pair, state));
  return [{ text: sentences.join(" ") }];
}

function pairSentence(pair: Pair, state: CompareState): string {
  const names = `${pair.against} and ${pair.letter}`;
  if (overlaps(pair, state)) return `${names} overlap, so they are not weighted towards each other.`;
  const most = pair.worst?.difference.value ?? null;
  const over = pair.covariates.filter(({ after }) => (after.value ?? 0) > BALANCED_TO);
  if (pair.comparable) {
    const differed = pair.covariates.filter(({ before }) => (before.value ?? 0) > BALANCED_TO);
    const was =
      differed.length === 0
        ? "were alike before weighting"
        : `differed in ${listed(namesOf(differed))}; weighting balances them`;
    return `${names} ${was}${most === null ? "" : `: the largest standardized difference is ${numberText(most, 2)}`}.`;
  }
  if (over.length > 0)
    return `Weighting does not balance ${names}: ${counted(over.length, "characteristic")} ${over.length === 1 ? "stays" : "stay"} over ${BALANCED_TO}.`;
  const why = listed(pair.reasons.map((reason) => incomparableReasons[reason]));
  return `${names} cannot be made alike${why === "" ? "" : `: ${why}`}.`;
}

/** The first three by name. */
function namesOf(covariates: Pair["covariates"]): string[] {
  const names = covariates.map(({ dimension }) => inSentence(dimensionLabel(dimension)));
  return names.length > 4 ? [...names.slice(0, 3), counted(names.length - 3, "other")] : names;
}

export function balanceNotes({ adjustment, balance, disclosure }: Answer, n: string): Figure["notes"] {
  const covariates = balance.pairs.flatMap((pair) => pair.covariates);
  const separated = balance.pairs.some(({ reasons }) => reasons.includes("SEPARATION"));
  return [
    {
      name: "Method",
      text: `logistic model on the categories of each characteristic; ${separated ? "separation found, so that pair has no weights" : "no separation found"}. Difference: the largest over the categories of a characteristic. Effective patients by Kish's formula.`,
    },
    { name: "n", text: n },
    ...adjustedNote(adjustment),
    ...hiddenNote(
      covariates.some(({ before, after }) => isHidden(before) || isHidden(after)),
      disclosure.smallestCount,
      [],
    ),
  ];
}
