// Walks the schema and writes the document that asks for everything: every field of a type, down to the last leaf.
import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** Arguments that have no default, by name. */
const required: Record<string, string> = { outcome: "{ measure: PHQ9 }", release: '"seeded.1"' };

export function fieldsOf(schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] {
  return Object.values((schema.getType(type) as GraphQLObjectType).getFields());
}

/** The field with all that is under it. `extra`: more arguments, such as "by: CONDITION". */
export function selectAll(field: GraphQLField<unknown, unknown>, extra: Record<string, string> = {}): string {
  const given = field.args.flatMap((argument) => {
    if (argument.name in extra) return [`${argument.name}: ${extra[argument.name]}`];
    if (!isRequiredArgument(argument)) return [];
    const value = required[argument.name];
    if (value === undefined) throw new Error(`Say in everyField.ts what to give for ${argument.name}`);
    return [`${argument.name}: ${value}`];
  });
  const type = getNamedType(field.type);
  const call = given.length > 0 ? `${field.name}(${given.join(", ")})` : field.name;
  if (isLeafType(type)) return call;
  if (!isObjectType(type)) throw new Error(`${field.name}: neither a leaf nor an object`);
  return `${call} { ${Object.values(type.getFields())
    .map((each) => selectAll(each))
    .join(" ")} }`;
}
