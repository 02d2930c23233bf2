// Which rows of analysis_measure an outcome reads: the instrument (or each condition's own) and the response rule.
import { instrumentByCode, instruments, type Outcome } from "@afterglow/shared";
import { sql, whole, type Sql } from "./sql";

const OWN_RULE = 0;
const HALF_RULE = 1;

/** Rows of the rule HALF are stored only for instruments whose own rule is another; for the rest they are the same. */
const keepsHalf = instruments
  .filter(({ response }) => response.kind !== "share" || (response.percent as number) !== 50)
  .map((instrument) => instrument.number as number);

export function whereMeasure({ measure, response }: Pick<Outcome, "measure" | "response">): Sql {
  if (measure === "OWN") {
    if (response === "INSTRUMENT") return sql`own and rule = ${whole(OWN_RULE)}`;
    return sql`own and rule = case when instrument = any(${keepsHalf}::smallint[])
      then ${whole(HALF_RULE)} else ${whole(OWN_RULE)} end`;
  }
  const { number } = instrumentByCode(measure);
  return sql`instrument = ${number} and rule = ${whole(ruleOf(response, number))}`;
}

/** The rule of the rows of an instrument that a response rule reads. */
export const ruleOf = (response: Outcome["response"], instrument: number): number =>
  response === "HALF" && keepsHalf.includes(instrument) ? HALF_RULE : OWN_RULE;
