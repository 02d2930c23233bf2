// One piece of a file, written behind the ones before it as it comes. A piece that breaks off or is too large leaves the
// file as it was.
import { open } from "node:fs/promises";
import { WishRefused } from "./wishRefused";

export interface ReceivedFile {
  readonly bytes: number;
  /** Of a text about as many as it has rows, which tells how far its reading is. */
  readonly lineEnds: number;
}

/** Small enough to arrive in the time that a request may take. */
export const LARGEST_PIECE = 4 * 1024 * 1024;
const LINE_END = 10;

export async function appendPiece(
  path: string,
  before: ReceivedFile,
  piece: AsyncIterable<Buffer>,
  room: number,
): Promise<ReceivedFile> {
  const file = await open(path, before.bytes === 0 ? "w" : "r+", 0o600);
  let { bytes, lineEnds } = before;
  try {
    for await (const part of piece) {
      if (bytes + part.length - before.bytes > LARGEST_PIECE)
        throw new WishRefused(413, "The piece is over 4 MB.");
      if (bytes + part.length - before.bytes > room)
        throw new WishRefused(
          413,
          "The server takes no more files: these are too large, or others are sending, too.",
        );
      await file.write(part, 0, part.length, bytes);
      bytes += part.length;
      for (let at = part.indexOf(LINE_END); at >= 0; at = part.indexOf(LINE_END, at + 1)) lineEnds += 1;
    }
    return { bytes, lineEnds };
  } catch (error) {
    await file.truncate(before.bytes);
    throw error;
  } finally {
    await file.close();
  }
}
