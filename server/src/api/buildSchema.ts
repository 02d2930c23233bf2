// The executable schema: the resolvers, with the guard on every field that answers a question.
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { AuditResolver } from "./auditResolver";
import { CohortResolver } from "./cohortResolver";
import { ComparisonResolver } from "./comparisonResolver";
import { guardAnswers } from "./guardAnswers";
import { QueryResolver } from "./queryResolver";

type Resolvers = NonEmptyArray<NewableFunction>;

/** `resolvers` is for the test that plants one which forgets the gate. */
export function buildSchema(
  resolvers: Resolvers = [QueryResolver, CohortResolver, ComparisonResolver, AuditResolver],
): GraphQLSchema {
  return guardAnswers(buildSchemaSync({ resolvers, validate: false }));
}
