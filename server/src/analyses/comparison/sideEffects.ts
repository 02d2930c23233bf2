import type { ComparedSideEffects } from "@afterglow/shared";
import type { Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import type { ComparisonQuestion } from "./question";

export function sideEffectContrasts(context: AnalysisContext, question: ComparisonQuestion): Promise<Released<ComparedSideEffects>> {
  return Promise.reject(new Error(`under way ${context.release.releaseId} ${question.target}`));
}
