import type { Effects } from "@afterglow/shared";
import type { Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import type { VisitQuestion } from "./question";

export function effects(context: AnalysisContext, question: VisitQuestion): Promise<Released<Effects>> {
  return Promise.reject(new Error(`under way ${context.release.releaseId} ${question.target}`));
}
