// In which encoding a text file is written, as far as its first bytes tell. Not here: whether the rest of the file
// holds to it (decodeText.ts).

/** Spelled as recipes and receipts say them. */
export const encodings = ["UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export interface Beginning {
  /** undefined: UTF-8 or Windows-1252, which the first letter beyond ASCII decides. */
  readonly encoding: Encoding | undefined;
  /** Bytes of the mark before the text. */
  readonly mark: number;
}

export function beginningOf(head: Buffer): Beginning {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "UTF-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "UTF-16LE", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "UTF-16BE", mark: 2 };
  // Without a mark: every other byte of Latin text is zero.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return { encoding: "UTF-16LE", mark: 0 };
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return { encoding: "UTF-16BE", mark: 0 };
  return { encoding: undefined, mark: 0 };
}

/**
 * The length of the UTF-8 character at a byte beyond ASCII; 0 where none stands; "cut" where the buffer ends in it.
 * Overlong forms and surrogates pass here and are stopped by the fatal decoder.
 */
export function utf8Length(bytes: Buffer, at: number): number | "cut" {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next];
    if (byte === undefined) return "cut";
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
