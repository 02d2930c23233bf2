import type { Subgroups } from "@afterglow/shared";
import type { Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import type { SubgroupsQuestion } from "./question";

export function subgroups(context: AnalysisContext, question: SubgroupsQuestion): Promise<Released<Subgroups>> {
  return Promise.reject(new Error(`under way ${context.release.releaseId} ${question.target}`));
}
