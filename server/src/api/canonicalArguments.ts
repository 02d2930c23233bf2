// The arguments of a field in the form in which equal questions are equal: without what is not named, lists sorted, and
// without free text, which could be anything; codes of the vocabulary that are typed as text are kept.
import { dimensions } from "@afterglow/shared";
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLResolveInfo,
} from "graphql";

const codes = new Set<string>(
  dimensions.flatMap(({ categories }) => (categories ?? []).map(({ code }) => code)),
);

type Arguments = Readonly<Record<string, unknown>>;

export function canonicalArguments(
  { parentType, fieldName }: Pick<GraphQLResolveInfo, "parentType" | "fieldName">,
  given: Arguments,
): Arguments {
  const args = parentType.getFields()[fieldName]?.args ?? [];
  return kept(args.map(({ name, type }) => [name, canonical(given[name], type)]));
}

function canonical(value: unknown, type: GraphQLInputType): unknown {
  if (value === undefined || value === null) return undefined;
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const each = (Array.isArray(value) ? value : [value])
      .map((one: unknown) => canonical(one, inner.ofType))
      .filter((one) => one !== undefined);
    return each.length === 0 ? undefined : each.sort(byText);
  }
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    return kept(fields.map(({ name, type: own }) => [name, canonical((value as Arguments)[name], own)]));
  }
  if (isEnumType(inner)) return value;
  return typeof value === "string" && !codes.has(value) ? undefined : value;
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const kept = (pairs: readonly (readonly [string, unknown])[]): Arguments =>
  Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
