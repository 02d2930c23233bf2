// What the pages themselves ask, besides the figures: the datasets with their releases, and the cohort's own numbers.
// The shapes of the answers are shared's; what a figure asks stands with the figure.
import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Count, DimensionChoices, Provenance } from "@afterglow/shared";

export interface ReleaseListed {
  readonly id: string;
  readonly number: number;
  readonly publishedOn: string;
  readonly checksum: string;
  readonly note: string | null;
  readonly measures: readonly string[];
  readonly patients: Count;
}
export interface DatasetListed {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly licence: string;
  readonly citation: string;
  readonly sourceNote: string | null;
  readonly releases: readonly ReleaseListed[];
}

const datasetsDocument = /* GraphQL */ `
  query Datasets {
    datasets {
      name
      title
      kind
      licence
      citation
      sourceNote
      releases {
        id
        number
        publishedOn
        checksum
        note
        measures
        patients {
          value
          hidden
        }
      }
    }
  }
`;

export const datasetsQuestion: TypedDocumentNode<{ datasets: readonly DatasetListed[] }> =
  gql(datasetsDocument);

const cohortDocument = /* GraphQL */ `
  query CohortPanel($release: ID!, $where: CohortInput) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      choices {
        dimension
        choices {
          code
          label
          patients {
            value
            hidden
          }
        }
      }
    }
  }
`;

export type CohortAnswer = Provenance & { readonly choices: readonly DimensionChoices[] };

export const cohortQuestion: TypedDocumentNode<
  { cohort: CohortAnswer },
  { release: string; where: Readonly<Record<string, string | readonly string[]>> }
> = gql(cohortDocument);
