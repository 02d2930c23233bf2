// The columns of a source table for SQL: what tells its rows apart, and what else they say.
import type { TableSchema } from "./field";

/** Names of the fields that are no part of the key. */
export const otherFields = ({ key, fields }: TableSchema): string[] =>
  fields.map(({ name }) => name).filter((name) => !key.includes(name));

const listed = (names: readonly string[], alias: string): string =>
  names.map((name) => `${alias}.${name}`).join(", ");

/** Of the row under this alias. */
export const keyColumns = ({ key }: TableSchema, alias: string): string => listed(key, alias);
export const otherColumns = (schema: TableSchema, alias: string): string =>
  listed(otherFields(schema), alias);
