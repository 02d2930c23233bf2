/**
 * Can two cohorts be compared, in plain words with the numbers: for the warning over the results and for the readings of
 * the figures. It decides nothing: whether a pair is comparable comes with the answer.
 */
import { canOverlap, type CompareState } from "../../compare";
import { incomparableReasons, type ComparisonProvenance, type PairBalance } from "../../comparison";
import { listed } from "../../cohortSentence";
import { inSentence } from "../../vocabulary/entry";
import type { Words } from "../figure";
import { capital } from "../groups";
import { countWords, numberText } from "../numbers";
import { inWords } from "./cohortNames";
import { dimensionLabel, otherRelease } from "./comparisonOrigin";

/** Over it a standardized difference is called imbalance. Austin PC. Multivariate Behav Res 2011;46:399-424. */
export const BALANCED_TO = 0.1;
/** Weighting that keeps less than this share of the patients' information leaves too few to speak for them. */
export const ENOUGH_EFFECTIVE = 0.5;

export interface Warning {
  readonly title: string;
  readonly text: string;
}

/**
 * What limits the results, in the order of its weight; empty where nothing does. `pairs`: among those with a score at the
 * visit; `others`: among those whose times are compared, where that is known.
 */
export function comparisonWarnings(
  { adjustment, disclosure, release, releaseAsked }: ComparisonProvenance,
  pairs: readonly PairBalance[],
  others: readonly PairBalance[],
  state: CompareState,
): Warning[] {
  const apart = pairs.filter((pair) => !overlaps(pair, state));
  const incomparable = apart.filter(({ comparable }) => !comparable);
  const adjusted = adjustment.covariates.length > 0;
  return [
    ...releaseWarning({ release, releaseAsked, disclosure }),
    ...pairs.filter((pair) => overlaps(pair, state)).map((pair) => overlapWarning(pair, state)),
    ...(adjusted ? incomparable : []).map((pair, at) =>
      incomparableWarning(pair, disclosure.smallestCount, at === 0 ? balancedText(apart) : ""),
    ),
    ...(adjusted ? inTimesAlone(apart, others) : []).map((pair) =>
      incomparableWarning(
        pair,
        disclosure.smallestCount,
        "",
        state.options.times === "ONSET" ? " in onset" : " in durability",
      ),
    ),
    ...(adjusted ? [] : [unadjusted]),
    ...maintenanceWarning(adjustment.byMaintenance, state),
  ];
}

const releaseWarning = (answered: Parameters<typeof otherRelease>[0]): Warning[] =>
  otherRelease(answered).map((text) => ({ title: `Release ${answered.release.number}`, text }));

/** Pairs that are comparable at the visit and are not among those whose times are compared. */
const inTimesAlone = (pairs: readonly PairBalance[], others: readonly PairBalance[]): PairBalance[] =>
  others.filter(
    (other) => !other.comparable && pairs.some((pair) => pair.comparable && pair.letter === other.letter),
  );

/** By what was chosen: may patients be in both? */
export const overlaps = (
  { letter, against }: { readonly letter: string; readonly against: string },
  state: CompareState,
): boolean => {
  const cohortOf = (wanted: string) => state.cohorts.find((each) => each.letter === wanted)?.cohort ?? {};
  return canOverlap(cohortOf(letter), cohortOf(against));
};

const overlapWarning = ({ letter, against }: PairBalance, state: CompareState): Warning => ({
  title: `${against} and ${letter} overlap: patients may be in both.`,
  text: `${capital(inWords(letter, state))} and ${inWords(against, state)} choose nothing that keeps them apart, so they are shown and not tested against each other. Choose different categories of one characteristic, such as two protocols.`,
});

const unadjusted: Warning = {
  title: "Nothing is adjusted for.",
  text: "A difference may come from who was treated, rather than from the treatment. Choose characteristics under Adjusted for.",
};

/** They are compared, or chosen, by what happened after their clocks started. */
function maintenanceWarning(differs: boolean, { cohorts }: CompareState): Warning[] {
  if (!differs && cohorts.every(({ cohort }) => cohort.maintenance === undefined)) return [];
  return [
    {
      title: `The cohorts ${differs ? "differ" : "are chosen"} by maintenance, which is known only later.`,
      text: "They are compared as if it had been given at the start. To have had it, patients must have stayed in contact, and mostly well, until its sessions, so it seems to help even where it does nothing (immortal time). Do not read the difference as its effect.",
    },
  ];
}

/** What a file of one figure says of it before all else, briefly; null where nothing limits it. */
export function figureWarning(
  { adjustment }: ComparisonProvenance,
  pairs: readonly Pick<PairBalance, "letter" | "against" | "comparable">[],
  state: CompareState,
): string | null {
  const adjusted = adjustment.covariates.length > 0;
  const said = [
    ...pairs.flatMap((pair) => {
      const { letter, against } = pair;
      if (overlaps(pair, state)) return [`${against} and ${letter} overlap: patients may be in both.`];
      if (pair.comparable || !adjusted) return [];
      return [
        `${against} and ${letter} are not comparable, even after adjustment: do not read ${letter} against ${against} as an effect of treatment.`,
      ];
    }),
    ...(adjusted ? [] : [`${unadjusted.title} ${unadjusted.text.split(". ")[0] ?? ""}.`]),
    ...maintenanceWarning(adjustment.byMaintenance, state).map(
      ({ title }) => `${title} Do not read the difference as its effect.`,
    ),
  ];
  return said.length === 0 ? null : said.join(" ");
}

/** `where`: among whom, where that is not the patients of the visit. */
function incomparableWarning(pair: PairBalance, smallest: number, balanced: string, where = ""): Warning {
  const { letter, against } = pair;
  const why = reasonsInWords(pair, smallest);
  return {
    title: `${against} and ${letter} are not comparable${where}, even after adjustment.`,
    text: `${why === "" ? "" : `${why} `}Do not read ${letter} against ${against} as an effect of treatment.${balanced}`,
  };
}

/** "Weighting leaves prior ECT unbalanced (standardized difference 0.31) and keeps the information of …" */
function reasonsInWords(pair: PairBalance, smallest: number): string {
  const weighting = pair.reasons.flatMap((reason) => {
    const said =
      reason === "IMBALANCE"
        ? worstText(pair)
        : reason === "FEW_EFFECTIVE"
          ? effectiveText(pair, smallest)
          : null;
    return said === null ? [] : [said];
  });
  const others = pair.reasons
    .filter((reason) => reason !== "IMBALANCE" && reason !== "FEW_EFFECTIVE")
    .map((reason) => `${capital(incomparableReasons[reason])}.`);
  return [...(weighting.length === 0 ? [] : [`Weighting ${listed(weighting)}.`]), ...others].join(" ");
}

function worstText({ worst }: PairBalance): string | null {
  if (worst === null || worst.difference.value === null) return null;
  const name = inSentence(dimensionLabel(worst.dimension));
  return `leaves ${name} unbalanced (standardized difference ${numberText(worst.difference.value, 2)})`;
}

/** Of the cohort of which weighting keeps least. */
function effectiveText({ effective }: PairBalance, smallest: number): string | null {
  const shareOf = ({ patients, effective: kept }: (typeof effective)[number]) =>
    kept.value === null || patients.value === null ? -1 : kept.value / Math.max(1, patients.value);
  const [least] = [...effective].sort((a, b) => shareOf(a) - shareOf(b));
  if (least === undefined || least.patients.value === null) return null;
  const kept = countWords(least.effective, smallest);
  return `keeps the information of ${kept} of the ${numberText(least.patients.value)} patients in ${least.letter}`;
}

/** " A and B are balanced after weighting …", so that a warning says what it does not touch. */
function balancedText(pairs: readonly PairBalance[]): string {
  const balanced = pairs.filter(({ comparable }) => comparable);
  const said = balanced.map(({ letter, against, worst }) => {
    const most = worst?.difference.value ?? null;
    const largest = most === null ? "" : `: every standardized difference is at most ${numberText(most, 2)}`;
    return ` ${against} and ${letter} are balanced after weighting${largest}.`;
  });
  return said.join("");
}

/** For a reading: " A and C are not comparable, even after adjustment." for each such pair. */
export function incomparableWords(pairs: readonly PairBalance[], state: CompareState): Words {
  const names = pairs
    .filter((pair) => !pair.comparable && !overlaps(pair, state))
    .map(({ letter, against }) => `${against} and ${letter}`);
  if (names.length === 0) return [];
  return [{ text: ` Not comparable, even after adjustment: ${listed(names)}.` }];
}
