// Streams a delimited text file as records, some at a time, in bounded memory whatever its size, with the guards that the
// CSV parser lacks. What is wrong with the form of the file ends in an UnreadableFile.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { csvRecords } from "./csvRecords";
import { DecodeText } from "./decodeText";
import { delimiterNames, separationOf, type Delimiter, type Separation } from "./delimiter";
import { beginningOf, type Encoding } from "./encoding";
import { UnreadableFile } from "./unreadableFile";

export interface CsvForm {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

const HEAD = 64 * 1024;

/** What is given is not guessed. `onForm` is told how the file was read once it is read. */
export async function* readCsv(
  path: string,
  given: Partial<CsvForm>,
  onForm: (form: CsvForm) => void,
): AsyncGenerator<string[][]> {
  const { delimiter, isStated } = await separation(path, given);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const text = new DecodeText(given.encoding);
  pipeline(file, text, () => undefined);
  let isHeader = true;
  try {
    for await (const records of csvRecords(text, { delimiter, isStated })) {
      const [header] = records;
      if (isHeader && header) checkHeader(header, delimiter);
      isHeader = false;
      yield records;
    }
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    file.destroy();
  }
  onForm({ encoding: text.encoding, delimiter });
}

async function separation(
  path: string,
  given: Partial<CsvForm>,
): Promise<Separation & { delimiter: Delimiter }> {
  const head = await headOf(path, HEAD);
  const { encoding = "Windows-1252", mark } = beginningOf(head);
  // Whole lines: half a row would seem to have too few cells. Delimiters are ASCII, so any decoder of ASCII will do.
  const text = new TextDecoder(given.encoding ?? encoding).decode(head.subarray(mark));
  const lines = head.length < HEAD ? text : text.slice(0, text.lastIndexOf("\n") + 1);
  const found = separationOf(lines);
  const delimiter = given.delimiter ?? found.delimiter;
  if (delimiter !== undefined) return { ...found, delimiter };
  throw new UnreadableFile("Two signs could separate the columns. Name the delimiter in a recipe.");
}

/** The first bytes of a file; throws UnreadableFile where it cannot be opened. */
export async function headOf(path: string, bytes: number): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      if (!(await file.stat()).isFile()) throw new UnreadableFile("Is not a file.");
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

function checkHeader(names: readonly string[], delimiter: Delimiter): void {
  if (names.length > 1) return;
  const others = (Object.keys(delimiterNames) as Delimiter[]).filter((other) => other !== delimiter);
  const found = others.find((other) => names[0]?.includes(other));
  if (found === undefined) return;
  throw new UnreadableFile(
    `Columns are separated by ${delimiterNames[found]}; ${delimiterNames[delimiter]} are expected.`,
  );
}

function asUnreadable(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new UnreadableFile("The file is missing.");
  if (code === "EACCES" || code === "EPERM")
    return new UnreadableFile("The file may not be read by this user.");
  if (code === "EISDIR") return new UnreadableFile("Is not a file.");
  if (code === "EIO") return new UnreadableFile("The disk could not read the file.");
  return error;
}
