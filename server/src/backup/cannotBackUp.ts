// A backup cannot be written, or not brought back: the message names the rule. Nothing is half-written by either.

export class CannotBackUp extends Error {
  override readonly name = "CannotBackUp";
}
