/** What the Explore page asks of a cohort: its figures, and its panel of choices. */
import {
  cohortInput,
  defaultOptions,
  defaultOutcome,
  everyone,
  exploreFigures,
  type Cohort,
  type ExploreState,
} from "@afterglow/shared";

export interface BenchQuestion {
  readonly section: string;
  readonly document: string;
  readonly variables: (cohort: Cohort, release: string) => Readonly<Record<string, unknown>>;
}

const choicesDocument = /* GraphQL */ `
  query BenchChoices($release: ID!, $where: CohortInput) {
    cohort(release: $release, where: $where) {
      choices {
        dimension
        choices {
          code
          patients {
            value
            hidden
          }
        }
      }
    }
  }
`;

/** The rule alone: what is left of a cohort, and how many patients. No outcome is tallied for it. */
const cohortDocument = /* GraphQL */ `
  query BenchCohort($release: ID!, $where: CohortInput) {
    cohort(release: $release, where: $where) {
      patients {
        value
        hidden
      }
      notApplied {
        sentence
      }
    }
  }
`;

const wholePage: ExploreState = {
  dataset: "",
  release: null,
  cohort: everyone,
  outcome: defaultOutcome(["PHQ9"]),
  by: "condition",
  pins: [],
  edit: null,
  options: defaultOptions,
};

const ofCohort = (section: string, document: string): BenchQuestion => ({
  section,
  document,
  variables: (cohort, release) => ({ release, where: cohortInput(cohort) }),
});

export const figureQuestions: readonly BenchQuestion[] = exploreFigures.map((figure) => ({
  section: figure.id,
  document: figure.document,
  variables: (cohort, release) => figure.variables({ ...wholePage, cohort }, release),
}));
export const choicesQuestion = ofCohort("choices", choicesDocument);
export const ruleQuestion = ofCohort("cohort", cohortDocument);

/** What is asked at once when a choice is made in the panel. */
export const pageQuestions: readonly BenchQuestion[] = [...figureQuestions, choicesQuestion];
