// Response and remission at one visit's score, by the rules of shared's endpointRules, on a row of analysis_measure.
// The change categories hold one state a score; here a remission that is no response is told from one that is.
import { conditions, instrumentByCode, type Instrument, type Outcome } from "@afterglow/shared";
import { column, join, sql, whole, type Sql } from "./sql";

/** The instruments that an outcome can read. */
function instrumentsOf({ measure }: Pick<Outcome, "measure">): readonly Instrument[] {
  if (measure !== "OWN") return [instrumentByCode(measure)];
  const own = new Set(conditions.map(({ ownInstrument }) => ownInstrument));
  return [...own].map((code) => instrumentByCode(code));
}

/** The same condition for one instrument; for several, each row by its own. */
function byInstrument(outcome: Pick<Outcome, "measure">, condition: (instrument: Instrument) => Sql): Sql {
  const all = instrumentsOf(outcome);
  const [only] = all;
  if (only !== undefined && all.length === 1) return condition(only);
  const cases = all.map((each) => sql`(instrument = ${whole(each.number)} and ${condition(each)})`);
  return sql`(${join(cases, " or ")})`;
}

const burden = ({ higherIsBetter, max, min }: Instrument, score: Sql): Sql =>
  higherIsBetter ? sql`(${whole(max)} - ${score})` : sql`(${score} - ${whole(min)})`;

export const scoreColumn = (visit: string): Sql => column(`score_${visit.toLowerCase()}`);

/** share: 100 * improvement >= percent * baseline burden, with a burden over 0; points: improvement >= points. */
export function isResponseAt(outcome: Outcome, visit: string): Sql {
  return byInstrument(outcome, (instrument) => {
    const rule =
      outcome.response === "HALF" ? ({ kind: "share", percent: 50 } as const) : instrument.response;
    const before = burden(instrument, sql`baseline::int`);
    const improvement = sql`(${before} - ${burden(instrument, scoreColumn(visit))})`;
    return rule.kind === "points"
      ? sql`${improvement} >= ${whole(rule.points)}`
      : sql`(${before} > 0 and 100 * ${improvement} >= ${whole(rule.percent)} * ${before})`;
  });
}

/** At the cut-off or better; never where the instrument has none. */
export function isRemissionAt(outcome: Outcome, visit: string): Sql {
  return byInstrument(outcome, (instrument) => {
    const { remission, higherIsBetter } = instrument;
    if (remission === null) return sql`false`;
    const score = scoreColumn(visit);
    return higherIsBetter ? sql`${score} >= ${whole(remission)}` : sql`${score} <= ${whole(remission)}`;
  });
}

/** Has any instrument of the outcome a remission cut-off? */
export const hasRemission = (outcome: Pick<Outcome, "measure">): boolean =>
  instrumentsOf(outcome).some(({ remission }) => remission !== null);
