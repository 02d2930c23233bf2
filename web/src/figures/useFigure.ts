// One section's question and the figure built from its answer. Each section asks for itself, so that figures appear as
// they arrive; while the next answer is under way the last figure stays, marked as stale, so nothing flashes.
// A question that is no longer wanted is abandoned by the client, which aborts the request.
import { gql, type OperationVariables, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import type { ExploreState, Figure, FigureAnswer, FigureDefinition, Provenance } from "@afterglow/shared";
import { useMemo, useState } from "react";

export interface FigureShown {
  readonly figure: Figure;
  readonly provenance: Provenance;
}

export interface FigureQuestion {
  /** What is on show: of this state, or, while that is loading, of the one before. */
  readonly shown: FigureShown | null;
  readonly stale: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function useFigure(
  definition: FigureDefinition,
  state: ExploreState,
  releaseId: string,
): FigureQuestion {
  const document: TypedDocumentNode<FigureAnswer<object>, OperationVariables> = gql(definition.document);
  const variables = definition.variables(state, releaseId);
  const client = useApolloClient();
  const { data, error } = useQuery(document, { variables, notifyOnNetworkStatusChange: true });

  const current = useMemo(
    () =>
      data === undefined
        ? null
        : {
            figure: definition.build(data, state),
            provenance: data.cohort,
          },
    [data, definition, state],
  );
  const shown = useLast(current);
  return {
    shown,
    stale: current === null,
    error,
    // What one question found gone, the others did too.
    retry: () => void client.refetchQueries({ include: "active" }).catch(() => undefined),
    variables,
  };
}

/** The value, or while it is null the last that was not. */
export function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
