// What one request asked and was answered, noted by the guard field by field: of it the audit's lines are made. Of a cohort
// its checked, canonical form is noted, not what was typed; of an answer only whether numbers were shown or hidden.
import type { GraphQLResolveInfo } from "graphql";
import type { AuditEntry } from "../audit/entry";
import type { Released } from "../disclosure/release";
import { canonicalArguments } from "./canonicalArguments";
import { AskedCohort } from "./types/askedCohort";
import { AskedComparison } from "./types/askedComparison";

export interface AnsweredRoot {
  /** Of Query: cohort, comparison, datasets … */
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  about: AskedCohort | AskedComparison | null;
  /** What was asked of the cohort or comparison, without what is no answer about patients (its sentence, its release). */
  readonly asked: { readonly field: string }[];
  shown: number;
  hidden: number;
}

type Info = Pick<GraphQLResolveInfo, "parentType" | "fieldName" | "path">;

export class Answered {
  readonly #roots = new Map<string, AnsweredRoot>();
  /** As they stand in the audit; null until they do, and where something was refused. */
  lines: readonly AuditEntry[] | null = null;

  /** By the name under which the answer holds each. */
  get roots(): ReadonlyMap<string, AnsweredRoot> {
    return this.#roots;
  }

  /** Notes what is asked, and returns what is to be called with the answer, if there is one. */
  ask(info: Info, given: Readonly<Record<string, unknown>>): (answer: Released<unknown>) => void {
    const args = canonicalArguments(info, given);
    const field = info.fieldName;
    if (info.path.prev === undefined) {
      const root: AnsweredRoot = { field, args, about: null, asked: [], shown: 0, hidden: 0 };
      this.#roots.set(String(info.path.key), root);
      return (answer) => count(root, answer);
    }
    const root = this.#roots.get(rootKey(info.path));
    if (root === undefined) return () => undefined;
    const asked = { field, ...args };
    root.asked.push(asked);
    return (answer) => {
      if (answer.numbers === null) root.asked.splice(root.asked.indexOf(asked), 1);
      count(root, answer);
    };
  }
}

function count(root: AnsweredRoot, { result, numbers }: Released<unknown>): void {
  if (result instanceof AskedCohort || result instanceof AskedComparison) root.about = result;
  root.shown += numbers?.shown ?? 0;
  root.hidden += numbers?.hidden ?? 0;
}

function rootKey(path: Info["path"]): string {
  let at = path;
  while (at.prev !== undefined) at = at.prev;
  return String(at.key);
}
