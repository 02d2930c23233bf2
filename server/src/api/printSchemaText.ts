// The schema as text, sorted, with descriptions: what schema.graphql holds.
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "./buildSchema";

export const printSchemaText = (): string =>
  `# Written by the server (npm run generate). Do not edit.\n\n${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
