/** The cells and words of the baseline table: n (%) for shares, mean (SD) for means. No P values. */
import type { ExploreState } from "../explore";
import type { Baseline, BaselineRow } from "../results";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import type { Figure, Words } from "./figure";
import { capital, inGroups, patientsOf } from "./groups";
import { asPercent, boundedText, countText, isHidden, numberText } from "./numbers";
import { hiddenNote, tableNote, tooFewToShow } from "./patientsLine";

type Cell = BaselineRow["cells"][number];

/** "700 (56)" or "45.1 (13.9)"; null where the number is hidden. */
export function cellText(row: BaselineRow, cell: Cell | undefined, smallest: number): string | null {
  if (cell === undefined) return null;
  if (row.kind === "SHARE") {
    if (cell.patients.value === null)
      return isHidden(cell.patients) ? null : countText(cell.patients, smallest);
    const share =
      cell.share?.value === null || cell.share === null ? "" : ` (${boundedText(cell.share, asPercent)})`;
    return `${numberText(cell.patients.value)}${share}`;
  }
  const mean = cell.mean;
  if (mean?.value === null || mean === null) return mean !== null && !isHidden(mean) ? "not estimable" : null;
  const spread = cell.standardDeviation?.value;
  return `${numberText(mean.value, 1)}${spread === null || spread === undefined ? "" : ` (${numberText(spread, 1)})`}`;
}

/** The groups without the column of everyone, unless that is all there is. */
export const groupsOf = ({ groups }: Baseline): Baseline["groups"] =>
  groups.length === 1 ? groups : groups.filter(({ group }) => group.code !== "ALL");

export const rowName = (row: BaselineRow): string =>
  `${row.label}, ${row.kind === "SHARE" ? "n (%)" : "mean (SD)"}`;

export function baselineReading(baseline: Baseline, state: ExploreState, smallest: number): Words {
  const ages = extremeOf(baseline, "AGE_YEARS");
  const { measure } = state.outcome;
  // Scores of different instruments cannot be compared, nor averaged.
  const lowIsIll = measure !== "OWN" && instrumentByCode(measure).higherIsBetter;
  const scores = measure === "OWN" ? null : extremeOf(baseline, "SCORE", lowIsIll);
  const oldest = ages === null ? undefined : baseline.groups[ages.at]?.group;
  if (ages === null || oldest === undefined) return tooFewToShow(smallest);
  const several = ages.of > 1;
  const scoreRow = baseline.rows.find(({ code }) => code === "SCORE");
  const illest = scores === null ? undefined : baseline.groups[scores.at];
  return [
    {
      text: several
        ? `${capital(patientsOf(oldest, state))} were the oldest: mean age `
        : `${capital(patientsOf(oldest, state))}: mean age `,
    },
    { text: numberText(ages.value, 1), strong: true },
    { text: "." },
    ...(scores === null || illest === undefined || scoreRow === undefined
      ? []
      : [
          {
            text: several
              ? ` The ${lowIsIll ? "lowest" : "highest"} mean ${inSentence(scoreRow.label)} was ${inGroups([illest], state)}: `
              : ` Mean ${inSentence(scoreRow.label)}: `,
          },
          { text: numberText(scores.value, 1), strong: true },
          { text: "." },
        ]),
  ];
}

/** The group with the highest (or lowest) shown mean of a row; the first column may be everyone, which is no group. */
function extremeOf(
  baseline: Baseline,
  code: string,
  lowest = false,
): { at: number; value: number; of: number } | null {
  const row = baseline.rows.find((each) => each.code === code);
  const means = (row?.cells ?? []).flatMap((cell, at) => {
    const value = cell.mean?.value;
    const everyone = baseline.groups[at]?.group.code === "ALL" && baseline.groups.length > 1;
    return value === null || value === undefined || everyone ? [] : [{ at, value }];
  });
  const [first] = [...means].sort((a, b) => (lowest ? a.value - b.value : b.value - a.value));
  return first === undefined ? null : { ...first, of: means.length };
}

export function baselineNotes(baseline: Baseline, state: ExploreState, smallest: number): Figure["notes"] {
  const groups = groupsOf(baseline);
  const cells = baseline.rows.flatMap(({ cells: each }) => each);
  const anyHidden = cells.some(
    ({ patients, mean }) => isHidden(patients) || (mean !== null && isHidden(mean)),
  );
  return [
    {
      name: "Method",
      text: "n (%) or mean (SD). Percentages and totals are computed from the counts shown. No P values: the groups were not allocated by chance.",
    },
    ...tableNote(groups, state),
    ...hiddenNote(anyHidden, smallest, groups),
  ];
}
