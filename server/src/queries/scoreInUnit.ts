// A score in the unit of its measure: points; with measure OWN a percentage of the patient's baseline, in whole
// hundredths, since scores of different instruments do not add up.
import type { Outcome } from "@afterglow/shared";
import { bigint, cell, divided, integer, number, plus, times, type Expression } from "./expression";

/** A whole score is this many hundredths of a percent of itself. */
const WHOLE = 10_000;

/** Rounded half up in whole numbers: (2 * 10000 * score + baseline) / (2 * baseline), cut off. */
export const scoreInUnit = ({ measure }: Pick<Outcome, "measure">, score: string): Expression =>
  measure === "OWN"
    ? bigint(
        divided(
          plus(times(number(2 * WHOLE), integer(cell(score))), cell("baseline")),
          times(number(2), cell("baseline")),
        ),
      )
    : integer(cell(score));

export const startInUnit = ({ measure }: Pick<Outcome, "measure">): Expression =>
  measure === "OWN" ? bigint(number(WHOLE)) : integer(cell("baseline"));
