// The kept answers of this server: how an answer is written and read, and what becomes of trouble with keeping, which is
// noted and nothing more.
import "reflect-metadata";
import type { Policy } from "../disclosure/policy";
import type { Released } from "../disclosure/release";
import { AnswerStore } from "../kept/answerStore";
import { KeptAnswers } from "../kept/keptAnswers";
import { programVersion } from "../kept/programVersion";
import { isDatabaseGone } from "./explainError";
import { keptForm } from "./keepAnswer";
import { noteUnexpected, type LogError } from "./unexpected";

/** `mostBytes`: in the database; undefined comes of 0, and keeps nothing. */
export async function openKept(
  { query }: { readonly query: Parameters<typeof AnswerStore.open>[0] },
  policy: Policy,
  mostBytes: number,
  log: LogError,
): Promise<KeptAnswers<Released<unknown>> | undefined> {
  if (mostBytes === 0) return undefined;
  return new KeptAnswers({
    store: await AnswerStore.open(query, mostBytes),
    version: programVersion(),
    ...keptForm(policy),
    onTrouble: noteKeeping(log),
  });
}

export const noteKeeping =
  (log: LogError) =>
  (error: unknown): void => {
    if (isDatabaseGone(error)) log(`An answer was not kept. ${error.message}`);
    else noteUnexpected(log, error);
  };
