// How large a question may be. Each limit is a multiple of what the figures' own documents need; a test asks them all.
import { ApolloArmor } from "@escape.tech/graphql-armor";
import type { ValidationContext, GraphQLError, ValidationRule } from "graphql";

/** The largest document of a figure has some 250 tokens. */
export const MOST_TOKENS = 2_000;
const DEEPEST = 9;
const MOST_ALIASES = 10;
const MOST_DIRECTIVES = 5;
/** By the measure of graphql-armor; the largest document of a figure costs about a tenth. */
const HIGHEST_COST = 20_000;

// A limit that is broken is an error of the request like any other (status 400), so it is reported, not thrown.
const report = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

export function limitRules(): ValidationRule[] {
  return new ApolloArmor({
    maxDepth: { n: DEEPEST, flattenFragments: true, ...report },
    maxAliases: { n: MOST_ALIASES, allowList: [], ...report },
    maxDirectives: { n: MOST_DIRECTIVES, ...report },
    costLimit: { maxCost: HIGHEST_COST, flattenFragments: true, ...report },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect().validationRules;
}
