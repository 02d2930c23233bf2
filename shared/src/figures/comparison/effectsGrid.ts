/** The effect table as it is read: the cohorts' own estimates, then each against A, unadjusted beside adjusted. */
import type { CompareState } from "../../compare";
import type { Effects } from "../../comparison";
import { emptyGridCell, type Grid, type GridCell, type GridRow } from "../grid";
import { letterMark } from "../series";
import { contrastGridCell } from "./contrastText";
import { armGridCell } from "./effectArms";
import { effectRows, type NamedContrast, type NamedEffect } from "./effectRows";
import type { EffectsResult } from "./effects";

/** With more cohorts the estimates stand in a table of their own, before that of the differences. */
const TOGETHER = 3;

export function effectsGrids(result: EffectsResult, state: CompareState, smallest: number): Grid[] {
  const letters = state.cohorts.map(({ letter }) => letter);
  const pairs = lettersAgainst(result.effects);
  const effects = effectRows(result, state);
  const arms = letters.map((letter) => ({ head: letter, over: null, mark: letterMark(letter) }));
  const differences = pairs.flatMap((letter) =>
    ["Unadjusted", "Adjusted"].map((head) => ({ head, over: `${letter} minus A`, mark: null })),
  );
  const gridOf = (columns: Grid["columns"], rowsOf: (effect: NamedEffect) => GridRow[]): Grid => ({
    rowHead: "Outcome",
    columns,
    rows: effects.flatMap((effect) => [{ name: effect.title, cells: [] }, ...rowsOf(effect)]),
  });
  if (letters.length <= TOGETHER)
    return [
      gridOf([...arms, ...differences], (effect) =>
        effect.contrasts.map((contrast, at) => ({
          name: contrast.name,
          cells: [
            ...(at === 0 ? armCells(effect, letters, smallest) : letters.map(() => emptyGridCell)),
            ...contrastCells(contrast, pairs, smallest),
          ],
        })),
      ),
    ];
  return [
    gridOf(arms, (effect) => [{ name: effect.estimate, cells: armCells(effect, letters, smallest) }]),
    gridOf(differences, (effect) =>
      effect.contrasts.map((contrast) => ({
        name: contrast.statistic,
        cells: contrastCells(contrast, pairs, smallest),
      })),
    ),
  ];
}

const lettersAgainst = ({ rows }: Effects): string[] =>
  (rows[0]?.contrasts ?? []).map(({ letter }) => letter);

const armCells = (effect: NamedEffect, letters: readonly string[], smallest: number): GridCell[] =>
  letters.map((letter) => {
    const arm = effect.unadjusted.find((each) => each.letter === letter);
    return arm === undefined ? emptyGridCell : armGridCell(arm, effect.armScale(arm), smallest, effect.unit);
  });

const contrastCells = (
  { of, scale }: NamedContrast,
  pairs: readonly string[],
  smallest: number,
): GridCell[] =>
  pairs.flatMap((letter) => {
    const contrast = of(letter);
    if (contrast === null) return [emptyGridCell, emptyGridCell];
    return [
      contrastGridCell(contrast.unadjusted, scale(letter), smallest),
      contrastGridCell(contrast.adjusted, scale(letter), smallest, true),
    ];
  });
