// Response and remission at one visit's score, by the rules of shared's endpointRules, on a row of analysis_measure.
// The change categories hold one state a score; here a remission that is no response is told from one that is.
import { conditions, instrumentByCode, type Instrument, type Outcome } from "@afterglow/shared";
import {
  and,
  atMost,
  cell,
  equals,
  integer,
  less,
  minus,
  never,
  number,
  or,
  times,
  type Expression,
} from "./expression";

/** The instruments that an outcome can read. */
function instrumentsOf({ measure }: Pick<Outcome, "measure">): readonly Instrument[] {
  if (measure !== "OWN") return [instrumentByCode(measure)];
  const own = new Set(conditions.map(({ ownInstrument }) => ownInstrument));
  return [...own].map((code) => instrumentByCode(code));
}

/** The same condition for one instrument; for several, each row by its own. */
function byInstrument(
  outcome: Pick<Outcome, "measure">,
  condition: (instrument: Instrument) => Expression,
): Expression {
  const all = instrumentsOf(outcome);
  const [only] = all;
  if (only !== undefined && all.length === 1) return condition(only);
  return or(...all.map((each) => and(equals(cell("instrument"), number(each.number)), condition(each))));
}

const burden = ({ higherIsBetter, max, min }: Instrument, score: Expression): Expression =>
  higherIsBetter ? minus(number(max), score) : minus(score, number(min));

export const scoreAt = (visit: string): Expression => cell(`score_${visit.toLowerCase()}`);

/** share: 100 * improvement >= percent * baseline burden, with a burden over 0; points: improvement >= points. */
export function isResponseAt(outcome: Outcome, visit: string): Expression {
  return byInstrument(outcome, (instrument) => {
    const rule =
      outcome.response === "HALF" ? ({ kind: "share", percent: 50 } as const) : instrument.response;
    const before = burden(instrument, integer(cell("baseline")));
    const improvement = minus(before, burden(instrument, scoreAt(visit)));
    if (rule.kind === "points") return atMost(number(rule.points), improvement);
    return and(
      less(number(0), before),
      atMost(times(number(rule.percent), before), times(number(100), improvement)),
    );
  });
}

/** At the cut-off or better; never where the instrument has none. */
export function isRemissionAt(outcome: Outcome, visit: string): Expression {
  return byInstrument(outcome, (instrument) => {
    const { remission, higherIsBetter } = instrument;
    if (remission === null) return never;
    const score = scoreAt(visit);
    return higherIsBetter ? atMost(number(remission), score) : atMost(score, number(remission));
  });
}

/** Has any instrument of the outcome a remission cut-off? */
export const hasRemission = (outcome: Pick<Outcome, "measure">): boolean =>
  instrumentsOf(outcome).some(({ remission }) => remission !== null);
