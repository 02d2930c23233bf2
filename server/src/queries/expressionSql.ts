// An expression as SQL. Numbers that a reader's question brings in, the categories of its cohort, travel as $n.
import type { Expression } from "./expression";
import { column, join, sql, whole, type Sql } from "./sql";

export function expressionSql(expression: Expression): Sql {
  if (expression.is === "column") return column(expression.name);
  if (expression.is === "whole") return whole(expression.value);
  const parts = expression.of.map(expressionSql);
  const [first = sql`null`, second = sql`null`] = parts;
  switch (expression.is) {
    case "oneOf":
      // Most often one, which is compared at a fraction of the cost, row by row.
      if (expression.values.length === 1) return sql`${first} = ${expression.values[0]}`;
      return sql`${first} = any(${expression.values}::smallint[])`;
    case "case":
      return caseSql(parts);
    case "coalesce":
      return parts.length === 0 ? sql`null` : sql`coalesce(${join(parts, ", ")})`;
    case "least":
      return sql`least(${join(parts, ", ")})`;
    case "plus":
      return sql`(${join(parts, " + ")})`;
    case "minus":
      return sql`(${first} - ${second})`;
    case "times":
      return sql`(${first} * ${second})`;
    case "divided":
      return sql`(${first} / ${second})`;
    case "equals":
      return sql`(${first} = ${second})`;
    case "less":
      return sql`(${first} < ${second})`;
    case "atMost":
      return sql`(${first} <= ${second})`;
    case "and":
      return sql`(${join(parts, " and ")})`;
    case "or":
      return parts.length === 0 ? sql`false` : sql`(${join(parts, " or ")})`;
    case "not":
      return sql`(not ${first})`;
    case "isNull":
      return sql`(${first} is null)`;
    case "integer":
      return sql`${first}::integer`;
    case "bigint":
      return sql`${first}::bigint`;
  }
}

function caseSql(parts: readonly Sql[]): Sql {
  const cases = Array.from(
    { length: (parts.length - 1) / 2 },
    (_, at) => sql` when ${parts[2 * at]} then ${parts[2 * at + 1]}`,
  );
  return cases.length === 0
    ? (parts.at(-1) ?? sql`null`)
    : sql`(case${join(cases, " ")} else ${parts.at(-1)} end)`;
}
