/** A fault that ends the reading of a file. `line` counts from 1, the header's. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  constructor(
    readonly rule: string,
    readonly line: number | null = null,
    readonly column: string | null = null,
  ) {
    super(rule);
  }
}
