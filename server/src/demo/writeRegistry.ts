// Writes the synthetic registry as a data package: one patient at a time, so that memory does not grow with
// their number.
import { createWriteStream, type WriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { join } from "node:path";
import { dataPackage, headerOf } from "../imports/dataPackage";
import { CODES_SEPARATOR, type TableSchema } from "../imports/field";
import { DESCRIPTOR } from "../imports/readDescriptor";
import { courses, scores, sessions, sideEffectEvents } from "../imports/tableSchemas";
import { generatePatient, type GeneratedCourse } from "./generatePatient";
import { registryMetadata } from "./registryMetadata";

export interface RegistrySize {
  readonly patients: number;
  readonly seed: number;
}

const MOST_PATIENTS = 5_000_000;
const MOST_SEED = 4_294_967_295;
/** Characters gathered before they are written. */
const CHUNK = 1 << 18;

export class InvalidRegistrySize extends Error {
  override readonly name = "InvalidRegistrySize";
}

export async function writeRegistry(folder: string, size: RegistrySize): Promise<void> {
  checkSize(size);
  await writeCourses(folder, coursesOf(size));
}

function* coursesOf({ patients, seed }: RegistrySize): Generator<GeneratedCourse> {
  for (let index = 0; index < patients; index++) yield* generatePatient(seed, index);
}

export async function writeCourses(folder: string, generated: Iterable<GeneratedCourse>): Promise<void> {
  const tables = {
    courses: new TableFile(folder, courses),
    sessions: new TableFile(folder, sessions),
    scores: new TableFile(folder, scores),
    sideEffects: new TableFile(folder, sideEffectEvents),
  };
  const files = Object.values(tables);
  try {
    for (const each of generated) {
      tables.courses.add(each.course);
      each.sessions.forEach((row) => tables.sessions.add(row));
      each.scores.forEach((row) => tables.scores.add(row));
      each.sideEffects.forEach((row) => tables.sideEffects.add(row));
      for (const file of files) if (file.isFull) await file.flush();
    }
    for (const file of files) await file.close();
  } catch (error) {
    files.forEach((file) => file.abandon());
    throw error;
  }
  await writeFile(join(folder, DESCRIPTOR), `${JSON.stringify(dataPackage(registryMetadata), null, 2)}\n`);
}

export function checkSize({ patients, seed }: RegistrySize): void {
  if (!Number.isInteger(patients) || patients < 1 || patients > MOST_PATIENTS) {
    throw new InvalidRegistrySize(`patients has to be a whole number from 1 to ${MOST_PATIENTS}.`);
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    throw new InvalidRegistrySize(`seed has to be a whole number from 0 to ${MOST_SEED}.`);
  }
}

type Cell = string | number | boolean | null | readonly string[];

/**
 * One CSV file of the package. No value of the registry holds a comma, a quote or a line end: nothing is
 * quoted.
 */
class TableFile {
  private readonly stream: WriteStream;
  private readonly columns: readonly string[];
  private text: string;

  constructor(folder: string, schema: TableSchema) {
    this.stream = createWriteStream(join(folder, schema.file), { encoding: "utf8" });
    this.columns = schema.fields.map(({ name }) => name);
    this.text = headerOf(schema);
    // Kept until the next write, which rejects with it.
    this.stream.on("error", () => undefined);
  }

  get isFull(): boolean {
    return this.text.length >= CHUNK;
  }

  add(row: object): void {
    const cells = row as Readonly<Record<string, Cell>>;
    let line = "";
    for (const [i, column] of this.columns.entries()) line += (i === 0 ? "" : ",") + textOf(cells[column]);
    this.text += `${line}\n`;
  }

  async flush(): Promise<void> {
    if (this.stream.errored) throw this.stream.errored;
    const more = this.stream.write(this.text);
    this.text = "";
    if (!more) await once(this.stream, "drain");
  }

  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  /** Lets go of the file, half written as it is. */
  abandon(): void {
    this.stream.destroy();
  }
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.join(CODES_SEPARATOR) : String(cell);
}
