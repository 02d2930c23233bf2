// Who may do what: the one table of rights, and the one question about it. Where a right is asked for (which address,
// which field) is the door's business.
import type { Person, Role, Scope } from "./person";

const everyone: readonly Role[] = ["researcher", "clinician", "steward", "administrator"];

const rolesByRight = {
  /** Questions, and the pages that show their answers. */
  ASK: everyone,
  /** Figures as files. */
  EXPORT: ["researcher", "clinician"],
  /** One's own clinic marked among the others. */
  OWN_CLINIC: ["clinician"],
  IMPORT: ["steward"],
  PUBLISH: ["steward"],
  AUDIT: ["administrator"],
  /** Introspection and GraphiQL. */
  EXPLORE_SCHEMA: ["researcher", "administrator"],
  /** Where one is signed in. */
  ACCOUNT: everyone,
  /** Personal tokens for scripts. */
  TOKENS: ["researcher", "clinician"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof rolesByRight;
export const rights = Object.keys(rolesByRight) as Right[];

/** What a token with a scope may do, if its person may; all else is for people. */
const scopesByRight: Partial<Record<Right, readonly Scope[]>> = {
  ASK: ["ask"],
  EXPORT: ["export"],
  OWN_CLINIC: ["ask", "export"],
  EXPLORE_SCHEMA: ["ask"],
};

export function mayI({ roles, via, scopes = [] }: Person, right: Right): boolean {
  const allowed: readonly Role[] = rolesByRight[right];
  if (!roles.some((role) => allowed.includes(role))) return false;
  return via !== "TOKEN" || scopes.some((scope) => scopesByRight[right]?.includes(scope));
}
