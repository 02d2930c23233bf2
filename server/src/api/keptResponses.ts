// Whole answers to requests, in memory, so that a page which is asked again costs neither GraphQL nor JSON. Only answers
// about cohorts and comparisons, whose releases never change; never an error. An answer is known by all that it depends on:
// the request as it is, and of the person what may make a difference to it. It is given after everything that a fresh one
// waits for: that the releases are the same, the budget, and the lines in the audit.
import { createHash } from "node:crypto";
import type { Request } from "express";
import type { AuditEntry } from "../audit/entry";
import { BoundedMemory } from "../kept/boundedMemory";
import type { Person } from "../identity/person";
import type { AnswerText } from "./answerText";
import type { DoorContext } from "./doorContext";
import type { SettledGrounds } from "./grounds";

export interface KeptResponse {
  readonly headers: readonly (readonly [string, string])[];
  readonly text: AnswerText;
  readonly grounds: SettledGrounds;
  /** Of the audit, but for who asks. */
  readonly lines: readonly Omit<AuditEntry, "who">[];
}

/** Some three hundred pages. */
const MOST_BYTES = 32 * 2 ** 20;

export class KeptResponses {
  readonly #memory = new BoundedMemory<KeptResponse>(MOST_BYTES);

  of(request: Request, person: Person): KeptResponse | undefined {
    return this.#memory.get(keyOf(request, person));
  }

  /** Where it was answered without an error, and its lines are written. */
  async keep(
    request: Request,
    { person, answered, grounds }: DoorContext,
    { headers, text }: Pick<KeptResponse, "headers" | "text">,
  ): Promise<void> {
    const { roots, lines } = answered;
    if (lines === null || roots.size === 0) return;
    if ([...roots.values()].some(({ about }) => about === null)) return;
    const kept = {
      headers,
      text,
      grounds: await grounds.settled(),
      lines: lines.map(({ who: _, ...line }) => line),
    };
    this.#memory.set(keyOf(request, person), kept, text.mostBytes);
  }
}

/** Their id and name are in no answer about a cohort. */
function keyOf({ body, headers }: Request, { via, roles, scopes, clinic }: Person): string {
  const asked: unknown = body;
  const all = [asked, headers.accept, headers["content-type"], via, roles, scopes, clinic];
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url");
}
