// Which right each field of a root needs, and the refusal of whoever has none of them. Which right an address needs stands
// where it is mounted, in app; what is under a field of a root, nobody reaches but through it.
// It wraps the finished schema, so that a field which this table does not know is refused to everyone.
import { defaultFieldResolver, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import { mayI, type Right } from "../identity/rights";
import type { DoorContext } from "./doorContext";

/** A figure that is exported asks the same: either right will do, and the address has asked for its own. */
const asked: readonly Right[] = ["ASK", "EXPORT"];

const rightsByField: Readonly<Record<string, readonly Right[]>> = {
  "Query.vocabulary": asked,
  "Query.datasets": asked,
  "Query.cohort": asked,
  "Query.comparison": asked,
  "Query.audit": ["AUDIT"],
};

export function guardRights(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const rights = rightsByField[`${root?.name}.${field.name}`] ?? [];
      field.resolve = forThose(rights, field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}

type Resolve = GraphQLFieldResolver<unknown, DoorContext>;

function forThose(rights: readonly Right[], resolve: Resolve): Resolve {
  return (source, args: unknown, context, info): unknown => {
    if (rights.some((right) => mayI(context.person, right))) return resolve(source, args, context, info);
    throw new GraphQLError("Your role does not allow this.", { extensions: { code: "FORBIDDEN" } });
  };
}
