/** Which clinic of a release is the asking person's own: by dataset and number, and only with the right to see it. */
import { mayI } from "../identity/rights";
import type { Person } from "../identity/person";

export function ownClinic(
  person: Person,
  release: { readonly id: string; readonly number: number },
): number | null {
  const { clinic } = person;
  if (clinic === null || !mayI(person, "OWN_CLINIC")) return null;
  return release.id === `${clinic.dataset}.${release.number}` ? clinic.number : null;
}
