/**
 * Times every section of the Explore page: through HTTP as the page asks it, and from the raw source tables, for the
 * same fresh cohort in turn, so that the ratio holds when the machine's speed drifts.
 */
import type { Client } from "pg";
import {
  cohortInput,
  defaultOptions,
  defaultOutcome,
  everyone,
  exploreFigures,
  type ExploreState,
} from "@afterglow/shared";
import { randomCohort } from "./randomCohort";
import { rawSections } from "./rawSections";

export interface SectionTimes {
  readonly section: string;
  /** Milliseconds, one an asking. */
  readonly page: readonly number[];
  readonly raw: readonly number[];
}

export interface BenchTarget {
  /** A connection of its own for the raw statements. */
  readonly raw: Client;
  readonly address: string;
  /** Release as the API names it, and its dataset's number in this database. */
  readonly releaseId: string;
  readonly datasetId: number;
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

interface Question {
  readonly section: string;
  readonly document: string;
  readonly variables: (state: ExploreState, release: string) => Readonly<Record<string, unknown>>;
}

/** `rounds` askings of each section; the first two warm up and are not counted. */
export async function measureSections(target: BenchTarget, rounds: number): Promise<SectionTimes[]> {
  const questions: Question[] = [
    ...exploreFigures.map((figure) => ({
      section: figure.id,
      document: figure.document,
      variables: (state: ExploreState, release: string) => figure.variables(state, release),
    })),
    ...Object.entries({ choices: choicesDocument, cohort: cohortDocument }).map(([section, document]) => ({
      section,
      document,
      variables: ({ cohort }: ExploreState, release: string) => ({ release, where: cohortInput(cohort) }),
    })),
  ];
  const results: SectionTimes[] = [];
  let asked = 0;
  for (const { section, document, variables } of questions) {
    const page: number[] = [];
    const raw: number[] = [];
    const statement = rawSections[section];
    for (let round = -2; round < rounds; round++) {
      const { cohort, raw: filters } = randomCohort(asked++);
      const state = { ...wholePage, cohort };
      const answered = await timed(() => ask(target.address, document, variables(state, target.releaseId)));
      const counted =
        statement === undefined
          ? null
          : await timed(() => target.raw.query(statement, [target.datasetId, ...filters]));
      if (round < 0) continue;
      page.push(answered);
      if (counted !== null) raw.push(counted);
    }
    results.push({ section, page, raw });
  }
  return results;
}

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

export async function ask(
  address: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { errors?: { message: string }[] };
  if (answer.errors)
    throw new Error(`A section did not answer: ${answer.errors.map((e) => e.message).join("; ")}`);
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The share `p` of the sorted times lies at or under it. */
export function quantileOf(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}
