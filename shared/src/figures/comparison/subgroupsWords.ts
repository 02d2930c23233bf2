/** What the subgroups say: does the difference vary, and by what test. Made from the released numbers alone. */
import type { CompareState } from "../../compare";
import type { ComparisonProvenance, Contrast, SubgroupRow, Subgroups, TestResult } from "../../comparison";
import { listed } from "../../cohortSentence";
import { inSentence } from "../../vocabulary/entry";
import type { Figure, Words } from "../figure";
import { isHidden } from "../numbers";
import { hiddenNote, tooFewToShow } from "../patientsLine";
import { inWords } from "./cohortNames";
import { adjustedNote, dimensionLabel } from "./comparisonOrigin";
import { asWholePoints, reasonsNote, testText } from "./contrastText";
import { absentText, differenceText, inPoints } from "./differenceWords";
import { scoredAt } from "./visitName";

type Pair = Subgroups["pairs"][number];
const SIGNIFICANT = 0.05;

export function subgroupsReading(
  { adjustment, disclosure }: ComparisonProvenance,
  pair: Pair | null,
  state: CompareState,
): Words {
  if (pair === null) return tooFewToShow(disclosure.smallestCount);
  const which = readableOf(pair, adjustment.covariates.length > 0);
  if (which === null) {
    const [one, other] = [inWords(pair.letter, state), inWords(pair.against, state)];
    return [
      { text: `The difference between ${one} and ${other} has ${absentText(pair.overall.unadjusted)}.` },
    ];
  }
  const beforehand = which === "unadjusted" && adjustment.covariates.length > 0 ? "unadjusted " : "";
  const varying = pair.dimensions.filter(({ interaction }) => isBelow(interaction[which]));
  if (varying.length > 0) {
    const said = varying.map(
      ({ dimension, interaction }) =>
        `${inSentence(dimensionLabel(dimension))} (${testText(interaction[which], "Holm") ?? ""})`,
    );
    return [
      { text: `The ${beforehand}difference varies with ` },
      { text: said.join("; "), strong: true },
      { text: "." },
    ];
  }
  return [{ text: apartText(pair, which, beforehand) }];
}

/** The adjusted difference where there is one. */
function readableOf({ overall }: Pair, adjusted: boolean): "unadjusted" | "adjusted" | null {
  if (adjusted && overall.adjusted.value !== null) return "adjusted";
  return overall.unadjusted.value === null ? null : "unadjusted";
}

const isBelow = ({ p, adjustedP }: TestResult): boolean => (adjustedP ?? p ?? 1) < SIGNIFICANT;

function apartText(pair: Pair, which: "unadjusted" | "adjusted", beforehand: string): string {
  const overall = pair.overall[which].value ?? 0;
  const shown = pair.dimensions.flatMap(({ rows }) => rows.filter((row) => row[which].value !== null));
  if (shown.length === 0) return "No subgroup is large enough to show.";
  const kind = beforehand === "" && which === "adjusted" ? "adjusted " : beforehand;
  const apart = shown.filter((row) => !holds(row[which], overall));
  const size = `${differenceText(overall, asWholePoints, inPoints)} overall`;
  if (apart.length === 0)
    return `No subgroup stands apart: every ${kind}interval that is shown includes the overall estimate (${size}).`;
  return `No test of interaction finds that the ${kind}difference varies (${size}), though ${apart.length === 1 ? "one interval leaves" : `${apart.length} intervals leave`} the overall estimate out.`;
}

const holds = ({ lower, upper }: Contrast, value: number): boolean =>
  lower === null || upper === null || (lower <= value && value <= upper);

/** Neither cohort's number may be shown. */
export const isWhollyHidden = ({ patients }: SubgroupRow): boolean =>
  patients.every(({ value }) => value === null);

/** What is not drawn, by characteristic. */
function leftOut(pair: Pair | null): Figure["notes"] {
  const said = (pair?.dimensions ?? []).flatMap(({ dimension, rows }) => {
    const hidden = rows.filter(isWhollyHidden).map(({ label }) => inSentence(label));
    return hidden.length === 0 ? [] : [`${inSentence(dimensionLabel(dimension))} ${listed(hidden)}`];
  });
  return said.length === 0 ? [] : [{ name: "Left out", text: `hidden in both cohorts: ${said.join("; ")}.` }];
}

const isCorrected = (pair: Pair | null): boolean =>
  pair?.dimensions.some(({ interaction }) => interaction.unadjusted.adjustedP !== null) === true;

export function subgroupsNotes(
  { adjustment, disclosure, subgroups }: ComparisonProvenance & { readonly subgroups: Subgroups },
  pair: Pair | null,
  n: string,
): Figure["notes"] {
  const rows = pair === null ? [] : [pair.overall, ...pair.dimensions.flatMap((each) => each.rows)];
  const contrasts = rows.flatMap(({ unadjusted, adjusted }) => [unadjusted, adjusted]);
  return [
    {
      name: "Method",
      text: `Newcombe's interval of a difference; adjusted by weights fitted anew in each subgroup. Interaction: Cochran's Q over the subgroups shown${isCorrected(pair) ? ", P corrected for the characteristics by Holm's method" : ", P not corrected for their number"}.`,
    },
    ...(n === "" ? [] : [{ name: "n", text: `${n} ${scoredAt(subgroups.visit)}.` }]),
    ...adjustedNote(adjustment),
    {
      name: "Several tests",
      text: "the intervals are not corrected for their number: of twenty, one misses its mark by chance.",
    },
    ...reasonsNote(contrasts),
    ...hiddenNote(
      rows.some((row) => isHidden(row.unadjusted) || row.patients.some(isHidden)),
      disclosure.smallestCount,
      [],
    ),
    ...leftOut(pair),
  ];
}
