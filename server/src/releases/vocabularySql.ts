// The vocabulary's tables as SQL text: plain numbers and codes, nothing from outside, so that publishing runs by the
// same tables as everything else. Not here: any statement.
import {
  burdenOf,
  conditions,
  instruments,
  laterVisits,
  severityByCode,
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
 * What a reading is judged by, one row an instrument and response rule: rule 0 is the instrument's own; 1 is half of the
 * baseline, where its own is another. `measure` is both in one number (instrumentOfMeasure, ruleOfMeasure). A burden is
 * the distance from the best score (see endpointRules): `sign` times what the score is over the best one. So one
 * comparison serves both directions: a case is at or over its caseness, a remission at or under its cut-off.
 */
export function measureValues(name: string): string {
  const rows = instruments.flatMap((instrument: Instrument): Cell[][] => {
    const burden = (score: number | null) => (score === null ? null : burdenOf(instrument, score));
    const row = (rule: number, response: InstrumentResponse): Cell[] => [
      instrument.number * MEASURES + rule,
      instrument.code,
      instrument.higherIsBetter ? -1 : 1,
      instrument.higherIsBetter ? instrument.max : instrument.min,
      burden(instrument.caseness),
      burden(instrument.remission),
      instrument.smallestImportantChange,
      response.kind === "share" ? response.percent : null,
      response.kind === "share" ? null : response.points,
    ];
    const { response } = instrument;
    const isHalf = response.kind === "share" && response.percent === 50;
    return [row(0, response), ...(isHalf ? [] : [row(1, { kind: "share", percent: 50 })])];
  });
  return valuesOf(
    name,
    [
      "measure",
      "code",
      "sign",
      "best",
      "caseness_burden",
      "remission_burden",
      "smallest_change",
      "percent",
      "points",
    ],
    rows,
  );
}

/** More than there are response rules of an instrument. */
const MEASURES = 10;
export const instrumentOfMeasure = (measure: string): string => `(${measure} / ${MEASURES})::smallint`;
export const ruleOfMeasure = (measure: string): string => `(${measure} % ${MEASURES})::smallint`;

/** The severity bands of all instruments. */
export function severityBandValues(name: string): string {
  const rows = instruments.flatMap(({ number, bands }: Instrument) =>
    bands.map(({ from, to, severity }) => [number, from, to, severityByCode(severity).number]),
  );
  return valuesOf(name, ["instrument", "from_score", "to_score", "severity"], rows);
}

/** The number of the visit after baseline whose window holds this day; 0 before day 1, null after the last one. */
export function visitOfDay(day: string): string {
  const cases = laterVisits.map(({ number, to }) => `when ${day} <= ${to} then ${number}`);
  return `case when ${day} <= 0 then 0 ${cases.join(" ")} end`;
}
