// What every resolver gets: how to ask the database, the disclosure policy in force, and who asks.
import type { AnalysisContext } from "../analyses/question";
import type { Person } from "../identity/person";

export interface DoorContext extends Pick<AnalysisContext, "query" | "policy"> {
  readonly person: Person;
}
