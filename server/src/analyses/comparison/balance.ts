import type { Balance } from "@afterglow/shared";
import type { Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import type { VisitQuestion } from "./question";

export function balance(context: AnalysisContext, question: VisitQuestion): Promise<Released<Balance>> {
  return Promise.reject(new Error(`under way ${context.release.releaseId} ${question.target}`));
}
