// The vocabulary's tables as SQL text: plain numbers and codes, nothing from outside, so that publishing runs by the
// same tables as everything else. Not here: any statement.
import {
  burdenOf,
  conditions,
  instruments,
  severityByCode,
  visits,
  type Entry,
  type Instrument,
  type InstrumentResponse,
  type PatientBandEntry,
} from "@afterglow/shared";

type Cell = number | string | boolean | null;

/** A code as an SQL text literal. Codes are capitals, digits and underscores: nothing that could end a literal. */
export function codeLiteral(code: string): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(code))
    throw new RangeError("A vocabulary code is not in capitals and digits");
  return `'${code}'`;
}

function literal(cell: Cell): string {
  if (typeof cell === "string") return codeLiteral(cell);
  if (typeof cell === "number" && !Number.isInteger(cell))
    throw new RangeError("A vocabulary number is not whole");
  return cell === null ? "null::integer" : String(cell);
}

/** `(values (…), (…)) as name (columns)`, to stand in a FROM. */
function valuesOf(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const list = rows.map((row) => `(${row.map(literal).join(", ")})`).join(",\n    ");
  return `(values\n    ${list}) as ${name} (${columns.join(", ")})`;
}

/** The number of the code in this column; 0 where there is none. */
export function numberOf(column: string, table: readonly Entry[]): string {
  const cases = table.map(({ code, number }) => `when ${codeLiteral(code)} then ${number}`).join(" ");
  return `case ${column} ${cases} else 0 end`;
}

/** The number of a yes or no; 0 where it was not recorded. */
export function answerOf(column: string, numbers: { no: number; yes: number }): string {
  return `case ${column} when false then ${numbers.no} when true then ${numbers.yes} else 0 end`;
}

/** The number of the band that holds this column's value; 0 where there is none. */
export function bandOfColumn(column: string, bands: readonly PatientBandEntry[]): string {
  const cases = bands.map(({ number, from, to }) =>
    to === null
      ? `when ${column} >= ${from} then ${number}`
      : `when ${column} between ${from} and ${to} then ${number}`,
  );
  return `case ${cases.join(" ")} else 0 end`;
}

/** The number of the own instrument of the condition in this column; null where there is none. */
export function ownInstrumentOf(column: string): string {
  const numbers = new Map(instruments.map(({ code, number }) => [code, number]));
  const cases = conditions.map(
    ({ code, ownInstrument }) => `when ${codeLiteral(code)} then ${numbers.get(ownInstrument) ?? "null"}`,
  );
  return `case ${column} ${cases.join(" ")} end`;
}

/**
 * The instruments with their cut-offs as burdens (distance from the best score, see endpointRules), so that
 * one comparison serves both directions: a case is at or over its caseness, a remission at or under its cut-off.
 */
export function instrumentValues(name: string): string {
  const burden = (instrument: Instrument, score: number | null) =>
    score === null ? null : burdenOf(instrument, score);
  return valuesOf(
    name,
    [
      "number",
      "code",
      "lowest",
      "highest",
      "higher_is_better",
      "caseness_burden",
      "remission_burden",
      "smallest_change",
    ],
    instruments.map((each: Instrument) => [
      each.number,
      each.code,
      each.min,
      each.max,
      each.higherIsBetter,
      burden(each, each.caseness),
      burden(each, each.remission),
      each.smallestImportantChange,
    ]),
  );
}

/** Each instrument's response rules: 0 its own; 1 half of the baseline, where its own is another. */
export function responseRuleValues(name: string): string {
  const row = (instrument: number, rule: number, response: InstrumentResponse): Cell[] =>
    response.kind === "share"
      ? [instrument, rule, response.percent, null]
      : [instrument, rule, null, response.points];
  const rows = instruments.flatMap(({ number, response }: Instrument) => {
    const isHalf = response.kind === "share" && response.percent === 50;
    return [row(number, 0, response), ...(isHalf ? [] : [row(number, 1, { kind: "share", percent: 50 })])];
  });
  return valuesOf(name, ["instrument", "rule", "percent", "points"], rows);
}

/** The severity bands of all instruments. */
export function severityBandValues(name: string): string {
  const rows = instruments.flatMap(({ number, bands }: Instrument) =>
    bands.map(({ from, to, severity }) => [number, from, to, severityByCode(severity).number]),
  );
  return valuesOf(name, ["instrument", "from_score", "to_score", "severity"], rows);
}

const laterVisits = visits.filter(({ code }) => code !== "BASELINE");

/** The number of the visit after baseline whose window holds this day; 0 before day 1, null after the last one. */
export function visitOfDay(day: string): string {
  const cases = laterVisits.map(({ number, to }) => `when ${day} <= ${to} then ${number}`);
  return `case when ${day} <= 0 then 0 ${cases.join(" ")} end`;
}

/** The target day of the visit in this column; null where it holds none. */
export function targetOf(visit: string): string {
  return `case ${visit} ${laterVisits.map(({ number, target }) => `when ${number} then ${target}`).join(" ")} end`;
}
