/** The charts of compared side effects: each cohort's rates, and beside them the difference in one pair. */
import type { CompareState } from "../../compare";
import type { ComparedSideEffects, ComparisonProvenance, Contrast } from "../../comparison";
import type { Estimate } from "../../estimate";
import { bodySystemByCode, sideEffects as vocabulary } from "../../vocabulary/sideEffects";
import type { FigureChart } from "../figure";
import { forestChart, type ForestRow } from "../forestChart";
import { asPercent, boundedText } from "../numbers";
import { ratesChart, type RatesRow } from "../ratesChart";
import { letterMark } from "../series";
import { asWholePoints, contrastText, pText } from "./contrastText";

type Effect = ComparedSideEffects["effects"][number];
const noEstimate: Contrast = {
  value: null,
  lower: null,
  upper: null,
  hidden: "NOT_ESTIMABLE",
  bound: null,
  why: "NO_PATIENTS",
};

/** The cohort that the option holds against A, or the first that can be. */
export function pairLetter({ effects }: ComparedSideEffects, { options }: CompareState): string | null {
  const letters = (effects[0]?.contrasts ?? []).map(({ letter }) => letter);
  return letters.find((letter) => letter === options.pair) ?? letters[0] ?? null;
}

/** In the vocabulary's order, under the names of body systems; those that are hidden in every cohort are left out. */
export function drawnEffects({
  effects,
}: ComparedSideEffects): { system: string; label: string; effect: Effect }[] {
  return vocabulary.flatMap(({ code, label, bodySystem }) => {
    const effect = effects.find(({ term }) => term === code);
    if (effect === undefined || effect.unadjusted.every(({ estimate }) => estimate.value === null)) return [];
    return [{ system: bodySystemByCode(bodySystem).label, label, effect }];
  });
}

export function sideEffectCharts(
  {
    sideEffects,
    adjustment,
    disclosure,
  }: ComparisonProvenance & { readonly sideEffects: ComparedSideEffects },
  state: CompareState,
): FigureChart[] {
  const letter = pairLetter(sideEffects, state);
  const shown = drawnEffects(sideEffects);
  if (shown.length === 0) return [];
  const rates = ratesChart({
    id: "compare-side-effects-rates",
    title: "Rates, % of patients exposed with 95% interval",
    columns: 5,
    rows: underSystems(shown, ({ label, effect }): RatesRow => ({
      name: label,
      points: effect.unadjusted.map(({ letter: cohort, estimate }) => ({
        name: cohort,
        mark: letterMark(cohort),
        estimate,
      })),
    })),
    names: state.cohorts.map((cohort) => ({ name: cohort.letter, mark: letterMark(cohort.letter) })),
    description: "Rates of side effects in each cohort; the table has the numbers.",
  });
  if (letter === null) return [rates];
  const unadjustedOnly = adjustment.covariates.length === 0;
  return [
    rates,
    forestChart({
      id: "compare-side-effects-differences",
      title: `Difference, ${letter} minus A, points`,
      columns: 7,
      rows: underSystems(shown, ({ label, effect }) =>
        differenceRow(label, effect, letter, { unadjustedOnly, smallest: disclosure.smallestCount }),
      ),
      heads: {
        numbers: `%, A and ${letter}`,
        text: `${unadjustedOnly ? "unadjusted" : "adjusted"} (95% CI); P, BH`,
        narrowText: "(95% CI); P, BH",
      },
      sides: { left: "more in A", right: `more in ${letter}` },
      unadjustedOnly,
      description: `Differences of side-effect rates, ${letter} minus A, with intervals; the table has the numbers.`,
    }),
  ];
}

/** Rows with the name of a body system before the first of it. */
function underSystems<Row>(
  shown: ReturnType<typeof drawnEffects>,
  rowOf: (each: ReturnType<typeof drawnEffects>[number]) => Row,
): (Row | { readonly name: string })[] {
  return shown.flatMap((each, at) =>
    each.system === shown[at - 1]?.system ? [rowOf(each)] : [{ name: each.system }, rowOf(each)],
  );
}

function differenceRow(
  name: string,
  { unadjusted, contrasts }: Effect,
  letter: string,
  { unadjustedOnly, smallest }: { readonly unadjustedOnly: boolean; readonly smallest: number },
): ForestRow {
  const pair = contrasts.find((each) => each.letter === letter);
  const rateOf = (cohort: string) => rateText(unadjusted.find((each) => each.letter === cohort)?.estimate);
  const said = unadjustedOnly ? pair?.unadjusted : pair?.adjusted;
  const p = said?.test.adjustedP ?? null;
  const text = contrastText(said?.difference ?? noEstimate, asWholePoints, smallest);
  return {
    name,
    numbers: [rateOf("A"), rateOf(letter)],
    estimates: {
      unadjusted: pair?.unadjusted.difference ?? noEstimate,
      adjusted: pair?.adjusted.difference ?? noEstimate,
    },
    text:
      p === null || said?.difference.value === null
        ? text
        : `${text}; ${pText(p, "").trim().replace("= ", "")}`,
  };
}

const rateText = (estimate: Estimate | undefined): string | null =>
  estimate === undefined || estimate.value === null ? null : boundedText(estimate, asPercent);
