// What a provider says of a person, in the words of this house. Providers differ in where they say it; what is not
// understood gives no role and no clinic.
import { roles, type Person, type Role } from "./person";

export interface Claims extends Pick<Person, "name" | "roles" | "clinic"> {
  readonly issuer: string;
  readonly subject: string;
}

export type RawClaims = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 80;

/** By its name; where no claim has it, along its dots: realm_access.roles. */
export function claimAt(claims: RawClaims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split(".")
    .reduce<unknown>(
      (within, part) =>
        typeof within === "object" && within !== null && Object.hasOwn(within, part)
          ? (within as RawClaims)[part]
          : undefined,
      claims,
    );
}

export function rolesIn(claim: unknown): Role[] {
  const said: unknown[] = Array.isArray(claim) ? claim : [claim];
  return roles.filter((role) => said.includes(role));
}

/** `demo:7`: the dataset and the clinic's number there. */
export function clinicIn(claim: unknown): Person["clinic"] {
  const [, dataset, number] =
    typeof claim === "string" ? (/^([a-z0-9-]{1,64}):([1-9]\d{0,4})$/.exec(claim) ?? []) : [];
  return dataset === undefined || number === undefined ? null : { dataset, number: Number(number) };
}

/** A name to greet by; an e-mail address is not kept, wherever it stands. */
export function nameIn(claims: RawClaims): string {
  const names = [claims["name"], claims["preferred_username"], claims["nickname"]];
  const name = names.find(
    (each): each is string => typeof each === "string" && each.trim() !== "" && !each.includes("@"),
  );
  // Control characters would break lines of logs and of the audit.
  return (
    name
      ?.replaceAll(/\p{C}+/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME) || "Unnamed"
  );
}
