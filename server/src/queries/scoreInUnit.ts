// A score in the unit of its measure: points; with measure OWN a percentage of the patient's baseline, in whole
// hundredths, since scores of different instruments do not add up.
import type { Outcome } from "@afterglow/shared";
import { sql, whole, type Sql } from "./sql";

/** A whole score is this many hundredths of a percent of itself. */
const WHOLE = 10_000;

/** Rounded half up in whole numbers: (2 * 10000 * score + baseline) / (2 * baseline), cut off. */
export const scoreInUnit = ({ measure }: Pick<Outcome, "measure">, score: Sql): Sql =>
  measure === "OWN"
    ? sql`((${whole(2 * WHOLE)} * ${score}::int + baseline) / (2 * baseline))::bigint`
    : sql`${score}::int`;

export const startInUnit = ({ measure }: Pick<Outcome, "measure">): Sql =>
  measure === "OWN" ? sql`${whole(WHOLE)}::bigint` : sql`baseline::int`;
