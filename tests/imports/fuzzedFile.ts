// Seeded files of scores for the import to choke on: rows that hold, written in every form that is read, and then
// perhaps damaged. The same seed gives the same file.
import { accountedFor, type Receipt } from "@afterglow/shared";
import { workbook, type Cell } from "./workbook";

export interface FuzzedFile {
  readonly file: "scores.csv" | "scores.xlsx";
  readonly bytes: Buffer;
  /** The rows that were written, where nothing was done that may lose or change one; null: damaged. */
  readonly rows: readonly (readonly string[])[] | null;
}

/** Numbers from 0 up to `below`, by mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const HEADER = ["patient", "course", "instrument", "day", "hour", "total", "suicidality"];
const MARKS = ["", "N/A", "-", "NA", "null", "."];
const TEXTS = [
  "é",
  "“",
  '"',
  "'",
  "\n",
  "\r\n",
  "\t",
  ",",
  ";",
  "|",
  "\0",
  "\uFEFF",
  "1e9",
  "=1+1",
  "99999",
  "𝒳",
  "&amp;",
];

export function fuzzedFile(seed: number): FuzzedFile {
  const random = randomFrom(seed);
  const pick = <One>(from: readonly One[]): One => from[random(from.length)] as One;
  const rows = Array.from({ length: random(12) }, (_, nth) => {
    const missing = pick(MARKS);
    return [
      `p${1 + random(2)}`,
      "1",
      pick(["PHQ9", "GAD7", "MADRS"]),
      String(nth * 7),
      missing,
      String(random(21)),
      missing,
    ];
  });
  if (rows.length > 0 && random(3) === 0) rows.push([...pick(rows)]);
  const spoiltCell = random(3) === 0;
  if (spoiltCell && rows.length > 0) pick(rows)[random(7)] = pick(TEXTS) + pick(TEXTS);
  const isSheet = random(5) === 0;
  const whole = isSheet ? sheetOf(rows, random) : textOf(rows, random);
  const damages = random(2) * random(4);
  const bytes = Array.from({ length: damages }).reduce<Buffer>((file) => damaged(file, random), whole);
  return {
    file: isSheet ? "scores.xlsx" : "scores.csv",
    bytes,
    rows: damages > 0 || spoiltCell ? null : rows,
  };
}

function sheetOf(rows: readonly string[][], random: (below: number) => number): Buffer {
  const cell = (text: string): Cell =>
    text === "" ? null : /^\d+$/.test(text) && random(2) === 0 ? Number(text) : text;
  return workbook({ scores: [HEADER, ...rows.map((row) => row.map(cell))] });
}

function textOf(rows: readonly string[][], random: (below: number) => number): Buffer {
  const delimiter = [",", ";", "\t", "|"][random(4)] ?? ",";
  const end = ["\n", "\r\n"][random(2)] ?? "\n";
  const isQuoted = random(2) === 0;
  const cell = (text: string) =>
    isQuoted || /["\n\r,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [HEADER, ...rows].map((row) => row.map(cell).join(delimiter));
  const text = lines.join(end) + (random(4) === 0 ? "" : end.repeat(1 + random(3)));
  const little = () => Buffer.from(`\uFEFF${text}`, "utf16le");
  return (
    [
      () => Buffer.from(text),
      () => Buffer.from(`\uFEFF${text}`),
      little,
      () => little().swap16(),
      () => Buffer.from(text, "latin1"),
      () => Buffer.from(`sep=${delimiter}${end}${text}`),
    ][random(6)]?.() ?? Buffer.alloc(0)
  );
}

const LONGEST_IMPORT_MS = 60_000;

/** An import that does not end is a fault too. */
export async function within(seed: number, work: Promise<Receipt>): Promise<Receipt> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Seed ${seed}: the import hangs.`)), LONGEST_IMPORT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What no receipt may have, whatever came in. */
export function faultOfReceipt({ files, problems, problemCount }: Receipt): string | null {
  for (const file of files) {
    const sum = accountedFor(file);
    if (file.rows !== sum) return `${file.rows} rows in and ${sum} accounted for.`;
  }
  if (problemCount === 0) return null;
  if (files.some(({ inserted }) => inserted > 0)) return "A refusal that writes.";
  return problems.some(({ rule }) => rule === "") ? "A refusal without a rule." : null;
}

/** A bit turned, a piece cut out, doubled, or put in from elsewhere. */
export function damaged(file: Buffer, random: (below: number) => number): Buffer {
  if (file.length === 0) return file;
  const at = random(file.length);
  const length = 1 + random(20);
  const piece = file.subarray(at, at + length);
  const [head, tail] = [file.subarray(0, at), file.subarray(at + length)];
  switch (random(5)) {
    case 0: {
      const turned = Buffer.from(file);
      turned[at] = (turned[at] ?? 0) ^ (1 << random(8));
      return turned;
    }
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, piece, piece, tail]);
    case 3:
      return Buffer.from(head);
    default:
      return Buffer.concat([head, Buffer.from(TEXTS[random(TEXTS.length)] ?? ""), file.subarray(at)]);
  }
}
