// Documents that ask too much, in circles, or for what there is not; and questions of our pages with something nasty in one
// of their variables.
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
} from "graphql";
import { buildSchema } from "../../../server/src/api/buildSchema";
import { seededRelease } from "../seed";
import { shippedQuestions } from "../shippedQuestions";
import { nastyText, nastyValue, type Chance } from "./nastyValues";

const schema = buildSchema();

export interface Asked {
  readonly query: unknown;
  readonly variables?: unknown;
}

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");
const quoted = (chance: Chance): string => JSON.stringify(nastyText(chance));

const documents: readonly ((chance: Chance, size: number) => string)[] = [
  (_, size) => `{ ${many(size, (i) => `a${i}: datasets { name }`)} }`,
  (_, size) => `{ datasets { ${many(size, () => "name")} } }`,
  (_, size) => `${"{ datasets ".repeat(size)}${"}".repeat(size)}`,
  (_, size) => `{ cohort(release: "${seededRelease}") ${"{ release { dataset ".repeat(size)}`,
  (_, size) => `{ ...F0 } ${many(size, (i) => `fragment F${i} on Query { ...F${(i + 1) % size} }`)}`,
  (_, size) =>
    `{ ${many(size, (i) => `...F${i}`)} } ${many(size, (i) => `fragment F${i} on Query { __typename }`)}`,
  (_, size) => `{ datasets ${many(size, () => "@include(if: true)")} { name } }`,
  (_, size) => `{ datasets ${many(size, (i) => `@unknown${i}`)} { name } }`,
  (_, size) => `query ${many(size, (i) => `Q${i} { datasets { name } } query`)} Z { datasets { name } }`,
  (_, size) => `query Q(${many(size, (i) => `$v${i}: Int`)}) { datasets { name } }`,
  (_, size) => `{ __schema { types { ${"fields { type { ".repeat(size)}name${" } }".repeat(size)} } } }`,
  (_, size) => `{ ${many(size, () => "__typename")} }`,
  (_, size) => `#${"x".repeat(size * 20)}\n{ datasets { name } }`,
  (_, size) => `{ cohort(release: """${'\\"""'.repeat(size)}""") { sentence } }`,
  (chance) => `{ cohort(release: ${quoted(chance)}) { sentence patients { value } } }`,
  (chance) => `{ cohort(release: "${seededRelease}", where: { clinic: ${quoted(chance)} }) { sentence } }`,
  (_, size) =>
    `{ cohort(release: "${seededRelease}", where: { sex: [${many(size, () => "FEMALE")}] }) { sentence } }`,
  (_, size) => `{ cohort(release: ${"9".repeat(size)}) { sentence } }`,
  (chance) => `mutation { ${nastyText(chance)} }`,
  (chance) => `subscription { datasets { ${nastyText(chance)} } }`,
  (chance) => `{ ${nastyText(chance)} }`,
  (chance) => nastyText(chance),
  (chance) => `query ${nastyText(chance)} { datasets { name } }`,
  () => "type Query { a: Int } extend schema { query: Query }",
  () => "fragment F on Query { datasets { name } }",
  () => "{ datasets { name } ... @skip(if: $none) { datasets { title } } }",
  () => "{ datasets: vocabulary { __typename } datasets { name } }",
];

export function hostileDocument(chance: Chance): Asked {
  if (chance.is(0.55)) return nastyQuestion(chance);
  const size = chance.of([1, 3, 12, 60, 300, 1_500]);
  return { query: chance.of(documents)(chance, size), variables: chance.is(0.2) ? nastyValue(chance) : {} };
}

/** A question of our pages, in order but for one place in its variables. */
function nastyQuestion(chance: Chance): Asked {
  const query = chance.of(shippedQuestions);
  const variables: Record<string, unknown> = {};
  for (const definition of parse(query).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const named = typeFromAST(schema, type);
      variables[variable.name.value] =
        named === undefined ? null : fine(named as GraphQLInputType, chance, 3);
    }
  }
  return { query, variables: spoil(variables, chance) };
}

function fine(type: GraphQLInputType, chance: Chance, depth: number): unknown {
  if (isNonNullType(type)) return fine(type.ofType, chance, depth);
  if (isListType(type)) return [fine(type.ofType, chance, depth)];
  if (isEnumType(type)) return chance.of(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth > 1 && chance.is(0.2)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, fine(field.type, chance, depth - 1)]));
  }
  return type.name === "ID" ? seededRelease : type.name === "String" ? "1" : 1;
}

/** One place of it, however deep, is something nasty; now and then a key, too. */
function spoil(value: unknown, chance: Chance): unknown {
  if (typeof value !== "object" || value === null || chance.is(0.15)) return nastyValue(chance);
  if (Array.isArray(value)) return value.map((part) => spoil(part, chance));
  const keys = Object.keys(value);
  const [at] = [chance.of([...keys, nastyText(chance)])];
  const own = value as Record<string, unknown>;
  return Object.fromEntries(
    [...keys, at].map((key) => [key, key === at ? spoil(own[key], chance) : own[key]]),
  );
}
