import type { ComparedTimes } from "@afterglow/shared";
import type { Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import type { TimesQuestion } from "./question";

export function times(context: AnalysisContext, question: TimesQuestion): Promise<Released<ComparedTimes>> {
  return Promise.reject(new Error(`under way ${context.release.releaseId} ${question.target}`));
}
