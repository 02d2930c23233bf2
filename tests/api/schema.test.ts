// The contract: the committed schema is the one that the server answers by, everything in it is described, its words
// are the vocabulary's, and no field gives a patient.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dimensions, measures } from "@afterglow/shared";
import {
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from "graphql";
import { buildSchema } from "../../server/src/api/buildSchema";
import { printSchemaText } from "../../server/src/api/printSchemaText";

const schema = buildSchema();
const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

test("schema.graphql is current", () => {
  const committed = readFileSync(join(__dirname, "../../schema.graphql"), "utf8").replaceAll("\r\n", "\n");
  expect(committed).toBe(printSchemaText());
});

test("every type, field, argument and value is described", () => {
  const bare: string[] = [];
  const note = (place: string, { description }: { description?: string | null }) => {
    if (!description) bare.push(place);
  };
  for (const type of own) {
    if (isEnumType(type)) {
      note(type.name, type);
      type.getValues().forEach((value) => note(`${type.name}.${value.name}`, value));
    }
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    if (type.name !== "Query") note(type.name, type);
    const fields: Record<string, GraphQLField<unknown, unknown> | GraphQLInputField> = type.getFields();
    for (const field of Object.values(fields)) {
      note(`${type.name}.${field.name}`, field);
      if ("args" in field) field.args.forEach((arg) => note(`${type.name}.${field.name}(${arg.name})`, arg));
    }
  }
  expect(bare).toEqual([]);
});

test("a cohort is chosen by the vocabulary's dimensions and categories, and by nothing else", () => {
  const input = (schema.getType("CohortInput") as GraphQLInputObjectType).getFields();
  expect(Object.keys(input).sort()).toEqual(dimensions.map(({ name }) => name).sort());
  for (const { name, grammar, categories } of dimensions) {
    const type = String(input[name]?.type);
    expect(type.startsWith("[")).toBe(grammar !== "one");
    const named = schema.getType(type.replaceAll(/[[\]!]/g, ""));
    const codes = isEnumType(named) ? named.getValues().map(({ name }) => name) : null;
    expect(codes).toEqual(categories === null ? null : categories.map(({ code }) => code));
  }
  const dimension = schema.getType("Dimension");
  expect(
    isEnumType(dimension) && dimension.getValues().map(({ name, value }) => [name, String(value)]),
  ).toEqual(dimensions.map(({ enumName, name }) => [enumName, name]));
  const measure = schema.getType("Measure");
  expect(isEnumType(measure) && measure.getValues().map(({ name }) => name)).toEqual(measures);
});

test("nothing is called a patient's id, and nothing can be changed from outside", () => {
  const names = own.filter(isObjectType).flatMap((type) => Object.keys(type.getFields()));
  expect(names.filter((name) => /^patient(Id)?$|^course$|date/i.test(name))).toEqual([]);
  expect(schema.getMutationType()).toBeUndefined();
});
