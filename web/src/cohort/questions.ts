// What the pages themselves ask, besides the figures: the datasets with their releases, and the cohort's own numbers.
// The shapes of the answers are shared's; what a figure asks stands with the figure.
import { gql, type TypedDocumentNode } from "@apollo/client";
import {
  cohortInput,
  type Cohort,
  type Count,
  type DimensionChoices,
  type Provenance,
  type ReleaseChange,
} from "@afterglow/shared";
import type {
  CohortPanelQuery,
  CohortPanelQueryVariables,
  DatasetsQuery,
  DatasetsQueryVariables,
} from "../gql/graphql";

export interface ReleaseListed {
  readonly id: string;
  readonly number: number;
  readonly publishedOn: string;
  readonly checksum: string;
  readonly note: string | null;
  readonly measures: readonly string[];
  readonly patients: Count;
  /** Since the release before. */
  readonly changes: readonly ReleaseChange[] | null;
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
        changes {
          kind
          patients {
            value
            hidden
          }
          courses {
            value
            hidden
          }
        }
      }
    }
  }
`;

export const datasetsQuestion: TypedDocumentNode<DatasetsQuery, DatasetsQueryVariables> =
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
          isApplied
        }
      }
    }
  }
`;

export type CohortAnswer = Provenance & { readonly choices: readonly DimensionChoices[] };

export const cohortQuestion: TypedDocumentNode<CohortPanelQuery, CohortPanelQueryVariables> =
  gql(cohortDocument);

/** The variables of a cohort's question. The codes were checked against the vocabulary when the address was read. */
export const cohortVariablesOf = (release: string, cohort: Cohort): CohortPanelQueryVariables => ({
  release,
  where: cohortInput(cohort),
});
