// How large a question may be. Measured: everything that can be asked of one cohort, all figures to the last field, has
// 1,284 tokens and a cost of 5,214, of a comparison 917 and 4,624; the largest single figure costs 1,946. A test asks for
// all of a cohort.
import { ApolloArmor } from "@escape.tech/graphql-armor";
import { GraphQLError, Kind, type ValidationContext, type ValidationRule } from "graphql";

export const MOST_TOKENS = 3_000;
const DEEPEST = 9;
const MOST_ALIASES = 10;
const MOST_DIRECTIVES = 5;
/** By the measure of graphql-armor, whatever it is. */
const HIGHEST_COST = 8_000;

// A limit that is broken is an error of the request like any other (status 400), so it is reported, not thrown.
const report = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

const LONGEST_LIST = 100;

export function limitRules(): ValidationRule[] {
  return [oneOperation, shortLists, ...armour()];
}

function armour(): ValidationRule[] {
  return new ApolloArmor({
    maxDepth: { n: DEEPEST, flattenFragments: true, ...report },
    maxAliases: { n: MOST_ALIASES, allowList: [], ...report },
    maxDirectives: { n: MOST_DIRECTIVES, ...report },
    costLimit: { maxCost: HIGHEST_COST, flattenFragments: true, ...report },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect().validationRules;
}

/** Which of several is asked stands outside of the document; nobody who reads it could say what it costs. */
const oneOperation: ValidationRule = (context) => ({
  Document({ definitions }) {
    const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operations.length > 1)
      context.reportError(new GraphQLError("A document holds one operation.", { nodes: operations[1] }));
  },
});

const shortLists: ValidationRule = (context) => ({
  ListValue(node) {
    if (node.values.length > LONGEST_LIST)
      context.reportError(new GraphQLError(`A list holds at most ${LONGEST_LIST} values.`, { nodes: node }));
  },
});
