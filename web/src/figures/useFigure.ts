// One section's question and the figure built from its answer. Each section asks for itself, as soon as something is
// clicked, so that figures appear as they arrive; while the next answer is under way the last figure stays, marked as
// stale, so nothing flashes. A figure is built when the page has nothing more urgent to show.
// A question that is no longer wanted is abandoned by the client, which aborts the request.
import { gql, type OperationVariables, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import {
  answeredComparison,
  answeredFigure,
  type CompareFigureDefinition,
  type CompareState,
  type ComparisonAnswer,
  type ExploreState,
  type Figure,
  type FigureAnswer,
  type FigureDefinition,
  type ReleaseSummary,
} from "@afterglow/shared";
import { useCallback, useDeferredValue, useMemo, useState } from "react";

export interface FigureShown {
  readonly figure: Figure;
  readonly provenance: { readonly release: ReleaseSummary };
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
  const build = useCallback(
    (answer: FigureAnswer<object>) => answeredFigure(definition, answer, state),
    [definition, state],
  );
  return useQuestion(definition.document, definition.variables(state, releaseId), build);
}

/** The same for a figure of the Compare page. */
export function useComparedFigure(
  definition: CompareFigureDefinition,
  state: CompareState,
  releaseId: string,
): FigureQuestion {
  const build = useCallback(
    (answer: ComparisonAnswer<object>) => ({
      figure: answeredComparison(definition, answer, state),
      provenance: answer.comparison,
    }),
    [definition, state],
  );
  return useQuestion(definition.document, definition.variables(state, releaseId), build);
}

/** `build` makes the figure of an answer; it is to change with the state alone. */
function useQuestion<Answer>(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  build: (answer: Answer) => FigureShown,
): FigureQuestion {
  const document: TypedDocumentNode<Answer, OperationVariables> = gql(text);
  const client = useApolloClient();
  const { data, error } = useQuery(document, { variables, notifyOnNetworkStatusChange: true });
  const newest = useMemo(() => ({ data, build }), [data, build]);
  const answered = useDeferredValue(newest);
  const current = useMemo(
    () => (answered.data === undefined ? null : answered.build(answered.data as Answer)),
    [answered],
  );
  const shown = useLast(current);
  return {
    shown,
    stale: current === null || answered !== newest,
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
