// Who may do what: the one table of rights, and the one question about it. Where a right is asked for (which address,
// which field) is the door's business.
import type { Person, Role } from "./person";

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
  /** Personal tokens for scripts. */
  TOKENS: ["researcher", "clinician"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Right = keyof typeof rolesByRight;
export const rights = Object.keys(rolesByRight) as Right[];

export function mayI(person: Person, right: Right): boolean {
  const roles: readonly Role[] = rolesByRight[right];
  return person.roles.some((role) => roles.includes(role));
}
