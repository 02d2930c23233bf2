// What the pages ask of the seeded registry, figure by figure, and the panel beside them.
import {
  compareFigures,
  compareFromSearch,
  exploreFigures,
  exploreFromSearch,
  questionFigures,
} from "@afterglow/shared";
import { seededRelease } from "../api/seed";
import { shippedQuestion } from "../api/shippedQuestions";

export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const measures = ["PHQ9"];
const compared = "a=sex%3DFEMALE&b=sex%3DMALE&aName=Typed";

export function everyQuestion(): Question[] {
  const state = exploreFromSearch(new URLSearchParams("by=condition"), measures);
  const comparison = compareFromSearch(new URLSearchParams(compared), measures);
  return [
    ...[...exploreFigures, ...questionFigures].map((figure) => ({
      document: figure.document,
      variables: figure.variables(state, seededRelease),
    })),
    ...[{}, { condition: ["TRD", "OCD"] }].map((where) => ({
      document: shippedQuestion("CohortPanel"),
      variables: { release: seededRelease, where },
    })),
    ...compareFigures.map((figure) => ({
      document: figure.document,
      variables: figure.variables(comparison, seededRelease),
    })),
  ];
}
