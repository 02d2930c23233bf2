/** From what a page sends to a token that may be made, or the rule that it breaks. */
import { scopes, type Scope } from "./person";
import { LONGEST_TOKEN_DAYS, type TokenWish } from "./tokens";

const LONGEST_NAME = 60;

export function tokenWish(sent: unknown): TokenWish | string {
  if (typeof sent !== "object" || sent === null) return "A token needs a name, scopes and days, as JSON.";
  const { name, scopes: wanted, days } = sent as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || name.trim() === "" || name.length > LONGEST_NAME || /\p{C}/u.test(name))
    return `name: give it 1 to ${LONGEST_NAME} characters.`;
  if (!Array.isArray(wanted) || wanted.length === 0 || !wanted.every(isScope))
    return `scopes: choose from ${scopes.join(", ")}.`;
  if (typeof days !== "number" || !Number.isInteger(days) || days < 1 || days > LONGEST_TOKEN_DAYS)
    return `days: a whole number from 1 to ${LONGEST_TOKEN_DAYS}.`;
  return { name: name.trim(), scopes: scopes.filter((scope) => wanted.includes(scope)), days };
}

const isScope = (value: unknown): value is Scope => scopes.some((scope) => scope === value);
