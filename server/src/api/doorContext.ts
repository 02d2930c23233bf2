// What every resolver gets: how to ask the database, the disclosure policy in force, and who asks. It lives
// as long as one question.
import type { AnalysisContext } from "../analyses/question";
import type { Audit } from "../audit/openAudit";
import type { Budget } from "../audit/openBudget";
import type { Person } from "../identity/person";
import type { Answered } from "./answered";

export interface Exported {
  readonly figure: string;
  readonly format: string;
}

export interface DoorContext extends Pick<AnalysisContext, "query" | "policy" | "bitmaps"> {
  readonly person: Person;
  readonly budget: Budget;
  /** To be read; it is written by one place alone, when the answer is there. */
  readonly audit: Pick<Audit, "newest">;
  /** What was asked and answered so far; the guard notes it, the audit reads it. */
  readonly answered: Answered;
  /** The answer becomes this file. */
  readonly exported?: Exported | undefined;
}
