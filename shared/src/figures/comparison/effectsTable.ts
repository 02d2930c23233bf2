/** The effect table as files carry it: one row a number, the adjusted estimates of each cohort among them. */
import type { CompareState } from "../../compare";
import type { FigureTable } from "../figure";
import { countCell, emptyCell, estimateCells, textCell } from "../numbers";
import { nameOf } from "./cohortNames";
import { contrastCells } from "./contrastText";
import { effectRows, type NamedEffect } from "./effectRows";
import type { EffectsResult } from "./effects";

export function effectsTable(result: EffectsResult, state: CompareState, smallest: number): FigureTable {
  const letters = (result.effects.rows[0]?.contrasts ?? []).map(({ letter }) => letter);
  return {
    columns: [
      ...["Outcome", "Cohort", "Against", "Adjustment", "Statistic"].map((header) => ({
        header,
        numeric: false,
      })),
      ...["Patients", "Value", "Lower 95% limit", "Upper 95% limit"].map((header) => ({
        header,
        numeric: true,
      })),
    ],
    rows: effectRows(result, state).flatMap((effect) => [
      ...armRows(effect, state, smallest),
      ...contrastRows(effect, letters, state, smallest),
    ]),
  };
}

const named = (letter: string, state: CompareState) => textCell(`${letter}, ${nameOf(letter, state)}`);

const armRows = (effect: NamedEffect, state: CompareState, smallest: number) =>
  (["unadjusted", "adjusted"] as const).flatMap((which) =>
    effect[which].map((arm) => [
      textCell(effect.title),
      named(arm.letter, state),
      emptyCell,
      textCell(which === "adjusted" ? "Adjusted" : "Unadjusted"),
      textCell(which === "adjusted" ? `${effect.estimate}, effective patients` : effect.estimate),
      countCell(arm.patients, smallest),
      ...estimateCells(arm.estimate, effect.armScale(arm), smallest),
    ]),
  );

const contrastRows = (
  effect: NamedEffect,
  letters: readonly string[],
  state: CompareState,
  smallest: number,
) =>
  letters.flatMap((letter) =>
    effect.contrasts.flatMap(({ statistic, scale, of }) => {
      const contrast = of(letter);
      if (contrast === null) return [];
      return (["unadjusted", "adjusted"] as const).map((which) => [
        textCell(effect.title),
        named(letter, state),
        named("A", state),
        textCell(which === "adjusted" ? "Adjusted" : "Unadjusted"),
        textCell(statistic),
        emptyCell,
        ...contrastCells(contrast[which], scale(letter), smallest),
      ]);
    }),
  );
