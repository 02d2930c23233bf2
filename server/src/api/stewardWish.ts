// What a steward asks for, out of the body of a request: checked by its form; whether it exists is for the steward's room.
import type { Request } from "express";
import type { ImportWish, PublishWish } from "../steward/openSteward";
import { WishRefused } from "../steward/wishRefused";

const importKinds = ["PREVIEW", "DRY_RUN", "IMPORT"] as const;
const LONGEST_NOTE = 500;
const LONGEST_NAME = 200;

type Body = Readonly<Record<string, unknown>>;
const bodyOf = (body: unknown): Body => (typeof body === "object" && body !== null ? (body as Body) : {});

export function importWish(given: unknown): ImportWish {
  const body = bodyOf(given);
  const kind = importKinds.find((each) => each === body["kind"]);
  if (kind === undefined) throw new WishRefused(400, `kind has to be one of: ${importKinds.join(", ")}.`);
  return {
    kind,
    upload: textOf(body, "upload"),
    recipe: recipeOf(body["recipe"]),
    dataset: optional(body, "dataset"),
    patientKey: optional(body, "patientKey"),
  };
}

export function publishWish(given: unknown): PublishWish {
  const body = bodyOf(given);
  const note = optional(body, "note") ?? "";
  if (note.length > LONGEST_NOTE)
    throw new WishRefused(400, `note has to be of at most ${LONGEST_NOTE} characters.`);
  return { kind: "PUBLISH", dataset: textOf(body, "dataset"), note };
}

/** Of the query string. */
export function queryText({ originalUrl }: Request, name: string): string {
  const value = new URL(originalUrl, "http://steward.invalid").searchParams.get(name);
  if (value === null || value.length > LONGEST_NAME)
    throw new WishRefused(400, `${name} is missing from the address.`);
  return value;
}

function recipeOf(recipe: unknown): ImportWish["recipe"] {
  if (recipe === undefined || recipe === null) return null;
  const body = bodyOf(recipe);
  return "known" in body ? { known: textOf(body, "known") } : { file: textOf(body, "file") };
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === "string" && value !== "" && value.length <= LONGEST_NAME) return value;
  throw new WishRefused(400, `${name} has to be a text of at most ${LONGEST_NAME} characters.`);
}

function optional(body: Body, name: string): string | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value.trim();
  throw new WishRefused(400, `${name} has to be a text.`);
}
