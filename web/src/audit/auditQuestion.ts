// What the audit page asks: a page of the newest lines, and who comes near the answer budget.
import { gql, type TypedDocumentNode } from "@apollo/client";
import type { AuditPageQuery, AuditPageQueryVariables } from "../gql/graphql";

const document = /* GraphQL */ `
  query AuditPage(
    $who: String
    $what: String
    $release: String
    $outcome: String
    $since: String
    $until: String
    $before: Int
  ) {
    audit(
      who: $who
      what: $what
      release: $release
      outcome: $outcome
      since: $since
      until: $until
      before: $before
    ) {
      lines {
        number
        at
        person
        name
        via
        what
        question
        release
        outcome
        code
        policy
      }
      older
      nearBudget {
        person
        name
        release
        asked
        most
      }
    }
  }
`;

export const auditQuestion: TypedDocumentNode<AuditPageQuery, AuditPageQueryVariables> = gql(document);

export interface AuditLineShown {
  readonly number: number;
  readonly at: string;
  readonly person: string;
  readonly name: string;
  readonly via: string;
  readonly what: string;
  readonly question: string | null;
  readonly release: string | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly policy: string;
}
export interface BudgetUseShown {
  readonly person: string;
  readonly name: string;
  readonly release: string;
  readonly asked: number;
  readonly most: number;
}
