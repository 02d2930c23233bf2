/**
 * Which colour and dash a category has. They belong to the category and never to its rank, so that filtering recolours
 * nothing: conditions name their own; other categories take theirs by their place in the vocabulary.
 */
import { letters, type Letter } from "../comparison";
import { conditions } from "../vocabulary/conditions";
import { dimensionByName, type DimensionName } from "../vocabulary/dimensions";
import { UNKNOWN_CODE } from "../vocabulary/entry";
import { dashes, type Ink } from "./ink";

/** A colour by name, so that one figure can be painted in any ink. */
export interface SeriesMark {
  readonly palette: "series" | "heat" | "whole";
  /** Index into the palette of the ink. */
  readonly step: number;
  /** Index into the dashes. */
  readonly dash: number;
}

/** At most so many groups are drawn; all others stand in the table. */
export const DRAWN_GROUPS = 8;

const series = (number: number): SeriesMark => ({ palette: "series", step: number - 1, dash: number - 1 });
const whole: SeriesMark = { palette: "whole", step: 0, dash: 0 };
const lastSeries = DRAWN_GROUPS;

/** Groups of durability's landmark: colours of their own, which no pattern of maintenance has. */
const landmarkSeries: Readonly<Record<string, number>> = { NOT_BY_WEEK_6: 5, BY_WEEK_6: 6 };

const ordered: readonly DimensionName[] = ["age", "severity", "priorTrials", "startYear"];
const FIRST_HEAT = 3;
const HEAT_STEPS = 4;

/** The mark of a group; `by` null is the whole cohort. */
export function markOf(by: DimensionName | null, code: string): SeriesMark {
  if (by === null) return whole;
  if (code === UNKNOWN_CODE) return series(lastSeries);
  if (by === "condition") return series(seriesOfCondition(code));
  if (by === "maintenance" && code in landmarkSeries) return series(landmarkSeries[code] ?? lastSeries);
  const { place, of } = placeOf(by, code);
  if (!ordered.includes(by)) return series((place % lastSeries) + 1);
  const spread = of > 1 ? Math.round((place * (HEAT_STEPS - 1)) / (of - 1)) : HEAT_STEPS - 1;
  return { palette: "heat", step: FIRST_HEAT + spread, dash: place % dashes.length };
}

/** Several conditions as one group have the mark of the first. */
function seriesOfCondition(code: string): number {
  const [first] = code.split("+");
  return conditions.find((condition) => condition.code === first)?.series ?? lastSeries;
}

/** The series of compared cohorts, A to D: those that are told apart best. */
const letterSeries: Readonly<Record<Letter, number>> = { A: 1, B: 2, C: 4, D: 3 };
export const letterMark = (code: string): SeriesMark =>
  series(letterSeries[letters.find((letter) => letter === code) ?? "A"]);

/** A category's place among those of its dimension that are known; clinics and years go by their number. */
function placeOf(by: DimensionName, code: string): { place: number; of: number } {
  const { categories } = dimensionByName(by);
  if (categories === null) {
    const number = Number(code);
    return by === "startYear"
      ? { place: number % HEAT_STEPS, of: HEAT_STEPS }
      : { place: number - 1, of: lastSeries };
  }
  const known = categories.filter((c) => c.code !== UNKNOWN_CODE);
  return {
    place: Math.max(
      0,
      known.findIndex((c) => c.code === code),
    ),
    of: known.length,
  };
}

export function colourOf(ink: Ink, mark: SeriesMark): string {
  if (mark.palette === "whole") return ink.fill;
  const palette = mark.palette === "heat" ? ink.heat : ink.series;
  return palette[mark.step] ?? ink.ink3;
}

/** For words in the colour of a series; the paler heat steps are too faint for text. */
export const textColourOf = (ink: Ink, mark: SeriesMark): string =>
  mark.palette === "heat" ? ink.ink2 : colourOf(ink, mark);

export const dashOf = (mark: SeriesMark): number[] => [...(dashes[mark.dash] ?? [])];
