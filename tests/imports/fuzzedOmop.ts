// Seeded OMOP extracts for the import to choke on: a few persons with sessions and scores, in any form of CSV; then perhaps
// a cell that is something else, or bytes that are damaged. The same seed gives the same files.
import { damaged, randomFrom } from "./fuzzedFile";
import { concepts, conceptTable, headers, tableText, type Extract, type Form } from "./omopExtract";

export interface FuzzedOmop {
  readonly files: ReadonlyMap<string, Buffer>;
  /** What has to come in, where nothing was done that may lose or change a row; null: spoilt or damaged. */
  readonly counts: Readonly<Record<"course" | "session" | "score", number>> | null;
  /** Of all tables but the vocabulary. */
  readonly rows: number;
}

type Random = (below: number) => number;
type Rows = (string | number)[][];

const STRANGE: readonly (string | number)[] = [
  ...["", "\\N", "NULL", "0", -1, "1e3", 4294967296, 2147483648, "9".repeat(400), "é", "\u0001"],
  ...[
    "31/02/2024",
    "2024-13-40",
    "2024-01-10T99:99",
    "__proto__",
    "ketamine",
    concepts.nausea,
    concepts.female,
  ],
];

export function fuzzedOmop(seed: number): FuzzedOmop {
  const random = randomFrom(seed);
  const counts = { course: 1 + random(3), session: 0, score: 0 };
  const tables = { person: [], condition_occurrence: [], drug_exposure: [], measurement: [] } as {
    [table: string]: Rows;
  };
  for (let at = 1; at <= counts.course; at += 1) {
    const more = ofPerson(at, random);
    for (const [table, rows] of Object.entries(more)) tables[table]?.push(...rows);
    counts.session += more.drug_exposure.length;
    counts.score += more.measurement.length;
  }
  const events = Object.values(tables);
  for (const rows of events) shuffle(rows, random);
  const isSpoilt = random(3) === 0;
  if (isSpoilt) spoil([...events, conceptTable.slice(1).map((row) => [...row])], random);
  const extract: Extract = {
    concept: conceptTable,
    ...Object.fromEntries(
      Object.entries(tables).map(([table, rows]) => [
        table,
        [headers[table as keyof typeof headers], ...rows],
      ]),
    ),
  };
  const files = new Map(
    Object.entries(extract).map(([table, rows]) => named(table, tableText(rows, form(random)), random)),
  );
  const damages = random(2) * random(4);
  for (let nth = 0; nth < damages; nth += 1) {
    const names = [...files.keys()];
    const name = names[random(names.length)] ?? "";
    files.set(name, damaged(files.get(name) ?? Buffer.alloc(0), random));
  }
  return {
    files,
    counts: isSpoilt || damages > 0 ? null : counts,
    rows: events.reduce((sum, rows) => sum + rows.length, 0),
  };
}

const form = (random: Random): Form => ({
  delimiter: [",", "\t", ";", "|"][random(4)] ?? ",",
  end: ["\n", "\r\n"][random(2)] ?? "\n",
  isQuoted: random(2) === 0,
});

function named(table: string, text: string, random: Random): [string, Buffer] {
  const name = [table, table.toUpperCase()][random(2)] ?? table;
  const mark = random(5) === 0 ? "\uFEFF" : "";
  return [`${name}.${["csv", "tsv", "CSV"][random(3)] ?? "csv"}`, Buffer.from(mark + text)];
}

function ofPerson(id: number, random: Random) {
  const date = (day: number) => {
    const text = new Date(Date.UTC(2024, 0, 10 + day)).toISOString().slice(0, 10);
    return [text, text.replaceAll("-", ""), `${text} 00:00:00`][random(3)] ?? text;
  };
  const concept = (of: number) => [of, `${of}.0`][random(2)] ?? of;
  const sessions = Array.from({ length: 1 + random(4) }, (_, nth) => {
    const day = date(nth * 3);
    return [id, concept(concepts.ketamine), day, day, concepts.intravenous, "0.5", "mg/kg"];
  });
  const scores = Array.from({ length: random(5) }, (_, nth) => [
    ...[id, concept([concepts.phq9, concepts.gad7][random(2)] ?? 0), date(nth * 7)],
    random(2) === 0 ? random(21) : `${random(21)}.00000`,
  ]);
  return {
    person: [[id, concept(concepts.female), 1950 + random(40), 3, random(2) * 7]],
    condition_occurrence: [[id, concept(concepts.depression), date(-100)]],
    drug_exposure: sessions,
    measurement: scores,
  };
}

function shuffle(rows: Rows, random: Random): void {
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [rows[at], rows[other]] = [rows[other] ?? [], rows[at] ?? []];
  }
}

/** Puts something else in the place of a cell, or takes it away. */
function spoil(tables: readonly Rows[], random: Random): void {
  const rows = tables[random(tables.length)] ?? [];
  const row = rows[random(rows.length)];
  if (row === undefined) return;
  if (random(6) === 0) row.pop();
  else row[random(row.length)] = STRANGE[random(STRANGE.length)] ?? "";
}
