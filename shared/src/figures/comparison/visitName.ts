/** A visit inside a sentence: "week 4". */
import { inSentence } from "../../vocabulary/entry";
import { visitByCode, type VisitCode } from "../../vocabulary/visits";

export const visitName = (code: string): string => inSentence(visitByCode(code as VisitCode).label);

/** Whom the estimates at a visit rest on. */
export const scoredAt = (code: string): string => `cases at baseline with a score at ${visitName(code)}`;
