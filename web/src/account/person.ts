// Who uses the pages, as the server knows them; null until it has answered.
import { createContext, useContext } from "react";

export interface SignedIn {
  readonly name: string;
  /** LOCAL: nobody signs in here. */
  readonly via: "LOCAL" | "SESSION" | "TOKEN";
  readonly roles: readonly string[];
  readonly clinic: { readonly dataset: string; readonly number: number } | null;
  readonly rights: readonly string[];
}

export const PersonContext = createContext<SignedIn | null>(null);

export const usePerson = (): SignedIn | null => useContext(PersonContext);

/** What the server would refuse is not offered; until it has said, all is. */
export function useMayI(right: string): boolean {
  return usePerson()?.rights.includes(right) ?? true;
}

/** "Clinician, clinic 7 of demo". */
export function roleText({ roles, clinic }: SignedIn): string {
  const words = roles.map((role) =>
    role === "clinician" && clinic !== null
      ? `clinician, clinic ${clinic.number} of ${clinic.dataset}`
      : role,
  );
  const text = words.join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
