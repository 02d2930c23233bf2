/** A choice of the reader outside the closed grammar: its message names the place and the rule. Never about patient data. */
export class InvalidChoice extends Error {
  constructor(
    readonly place: string,
    readonly rule: string,
  ) {
    super(`${place}: ${rule}`);
    this.name = "InvalidChoice";
  }
}

/** A reader's own word in a message: short, and free of anything that a page or a terminal could act on. */
export const quote = (word: string | undefined): string =>
  `"${(word ?? "").replace(/[^\p{L}\p{N} ._+-]/gu, "?").slice(0, 40)}"`;
