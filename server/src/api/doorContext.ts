// What every resolver gets: how to ask the database, the disclosure policy in force, and who asks. It lives
// as long as one question.
import type { AnalysisContext } from "../analyses/question";
import type { Audit } from "../audit/openAudit";
import type { Budget } from "../audit/openBudget";
import type { Released } from "../disclosure/release";
import type { Person } from "../identity/person";
import type { KeptAnswers } from "../kept/keptAnswers";
import type { SharedWork } from "../kept/sharedWork";
import type { ReleaseRecord } from "../releases/listReleases";
import type { Answered } from "./answered";
import type { Grounds } from "./grounds";

export interface Exported {
  readonly figure: string;
  readonly format: string;
}

export interface DoorContext extends Pick<
  AnalysisContext,
  "query" | "policy" | "bitmaps" | "columns" | "signal"
> {
  /** `query` for work that others may wait for, too: until their signal is given. */
  readonly queryUntil: (signal: AbortSignal) => AnalysisContext["query"];
  /** Releases that are being looked up, by their ids. */
  readonly lookups: SharedWork<ReleaseRecord | null>;
  /** Undefined: every answer is computed. */
  readonly kept?: KeptAnswers<Released<unknown>> | undefined;
  readonly person: Person;
  readonly budget: Budget;
  /** To be read; it is written by one place alone, when the answer is there. */
  readonly audit: Pick<Audit, "newest">;
  /** What was asked and answered so far; the guard notes it, the audit reads it. */
  readonly answered: Answered;
  /** What the answer rests on so far. */
  readonly grounds: Grounds;
  /** The answer becomes this file. */
  readonly exported?: Exported | undefined;
}
