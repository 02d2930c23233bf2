// What every resolver gets: how to ask the database, and the disclosure policy in force. Nothing about the request.
import type { AnalysisContext } from "../analyses/question";

export type DoorContext = Pick<AnalysisContext, "query" | "policy">;
