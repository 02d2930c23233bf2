// Who asks: what the rest of the house needs to know of a person, however they came in. How they came in (a provider, a
// token, or alone on this machine) is for the other files of this room.

export const roles = ["researcher", "clinician", "steward", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What a token is for. */
export const scopes = ["ask", "export"] as const;
export type Scope = (typeof scopes)[number];

export interface Person {
  /** Stands for the person in sessions, budgets and the audit; of no meaning elsewhere. */
  readonly id: string;
  /** As the page greets them. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The clinic that a clinician may see named, by dataset and its number there; null where there is none. */
  readonly clinic: { readonly dataset: string; readonly number: number } | null;
  /** LOCAL: no provider is configured, and whoever sits at this machine is the one user. */
  readonly via: "LOCAL" | "SESSION" | "TOKEN";
  /** Of a token alone: it may do no more than these. */
  readonly scopes?: readonly Scope[];
}

/** The one user of a server that listens on this machine only. */
export const localPerson: Person = {
  id: "local",
  name: "Local user",
  roles: [...roles],
  clinic: null,
  via: "LOCAL",
};
