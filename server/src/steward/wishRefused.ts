/** What a steward asked for cannot be done: why, and the HTTP status that says so. */
export class WishRefused extends Error {
  override readonly name = "WishRefused";
  constructor(
    readonly status: 400 | 404 | 409 | 413 | 429,
    message: string,
  ) {
    super(message);
  }
}
