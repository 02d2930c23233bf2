// Are the cohorts alike at baseline, before and after weighting? Of the cases with a score at the visit.
import type { Balance } from "@afterglow/shared";
import { release, type Released } from "../../disclosure/release";
import type { AnalysisContext } from "../question";
import { differenceShown } from "./pairBalance";
import type { VisitQuestion } from "./question";
import { armsAtVisit, visitPairs, visitPatterns } from "./visitPairs";

export async function balance(context: AnalysisContext, question: VisitQuestion): Promise<Released<Balance>> {
  const { policy } = context;
  const pairs = visitPairs(
    context,
    question,
    await visitPatterns(context, question, await armsAtVisit(context, question)),
  );
  return release(policy, {
    visit: question.visit,
    pairs: pairs.map(({ weighing, balance: told }) => ({
      ...told,
      covariates: weighing.covariates.map(({ dimension, before, after }) => ({
        dimension,
        before: differenceShown(policy, weighing, before),
        after: differenceShown(policy, weighing, after),
      })),
    })),
  });
}
