// Asking the schema from inside, in the same way, with the same limits and the same errors as from outside.
import type { IncomingMessage } from "node:http";
import type { ApolloServer } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { DoorContext, Exported } from "./doorContext";

export interface Executed {
  readonly data?: unknown;
  /** With `extensions.code`: BAD_USER_INPUT, UNAVAILABLE … */
  readonly errors?: readonly GraphQLFormattedError[];
}

/** `exported`: the answer becomes this file. */
export type Execute = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  exported?: Exported,
) => Promise<Executed>;

/** Asks as the person of the request. */
export type ExecuteFor = (request: IncomingMessage) => Execute;

export function executeSchema(
  server: ApolloServer<DoorContext>,
  contextOf: (request: IncomingMessage) => DoorContext,
): ExecuteFor {
  return (request) => async (query, variables, exported) => {
    const { body } = await server.executeOperation(
      { query, variables: { ...variables } },
      { contextValue: { ...contextOf(request), exported } },
    );
    if (body.kind !== "single") throw new Error("A figure's document asks for everything at once");
    return body.singleResult;
  };
}
