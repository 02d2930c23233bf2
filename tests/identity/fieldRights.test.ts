// Every field of a root, and every field below a cohort or a comparison, for everyone: answered or refused as the table
// says. A field that the table does not know fails it.
import { getNamedType, isObjectType, type GraphQLField } from "graphql";
import { buildSchema } from "../../server/src/api/buildSchema";
import { guardRights } from "../../server/src/api/fieldRights";
import { everyone, who, type Who } from "./everyone";

const schema = guardRights(buildSchema());
const roots = ["Query", "Mutation", "Subscription"];
const fieldsOf = (type: string): GraphQLField<unknown, unknown>[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
};

const all: readonly Who[] = who;
const asking = all.filter((name) => name !== "stranger" && name !== "roleless");

/** By field of a root: who is answered. The address has asked for its own right before. */
const answered: Readonly<Record<string, readonly Who[]>> = {
  "Query.vocabulary": asking,
  "Query.datasets": asking,
  "Query.cohort": asking,
  "Query.comparison": asking,
  "Query.audit": ["administrator"],
};

/** What can be asked of a cohort and of a comparison: for whoever may ask for those, and for nobody else. */
const below: Readonly<Record<string, readonly string[]>> = {
  Cohort: [
    ...[
      "sentence",
      "notApplied",
      "release",
      "disclosure",
      "patients",
      "choices",
      "flow",
      "onset",
      "durability",
    ],
    ...["trajectory", "sideEffects", "baseline", "worsening", "missingData", "sessionProfile", "cost"],
    ...["suicidality", "wellbeing", "clinics"],
  ],
  Comparison: [
    "release",
    "releaseAsked",
    "disclosure",
    "adjustment",
    "cohorts",
    "times",
    "effects",
    "subgroups",
    "balance",
    "sideEffects",
  ],
};

test("no field of a root is missing from the table, and none of it is gone", () => {
  const found = roots.flatMap((root) => fieldsOf(root).map(({ name }) => `${root}.${name}`));
  expect(found.sort()).toEqual(Object.keys(answered).sort());
});

test.each(Object.keys(below))(
  "no field of %s is missing, and none is reached but through its root",
  (type) => {
    expect(
      fieldsOf(type)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...(below[type] ?? [])].sort());
    const givers = Object.values(schema.getTypeMap())
      .filter((each) => isObjectType(each) && !each.name.startsWith("__"))
      .flatMap((each) => fieldsOf(each.name).map((field) => ({ field, of: each.name })))
      .filter(({ field }) => getNamedType(field.type).name === type);
    expect(givers.map(({ of, field }) => `${of}.${field.name}`)).toEqual([`Query.${type.toLowerCase()}`]);
  },
);

/** Whether the field is answered, or at least tried: what is asked for is not there, which is not about rights. */
async function isAnswered(root: string, field: string, name: Who): Promise<boolean> {
  const person = everyone[name];
  if (person === null) return false;
  const resolve = fieldsOf(root).find((each) => each.name === field)?.resolve;
  if (resolve === undefined) throw new Error(`${root}.${field} has no resolver`);
  try {
    await resolve({}, {}, { person }, {} as never);
    return true;
  } catch (error) {
    const code = (error as { extensions?: { code?: unknown } }).extensions?.code;
    return code !== "FORBIDDEN";
  }
}

describe.each(Object.entries(answered))("%s", (place, names) => {
  const [root = "", field = ""] = place.split(".");
  test.each(all)("for %s", async (name) => {
    expect(await isAnswered(root, field, name)).toBe(names.includes(name));
  });
});

test("a field that the door's own table does not know is refused to everyone", async () => {
  const plain = buildSchema();
  const query = plain.getQueryType()!;
  const copy = {
    ...query.getFields()["vocabulary"]!,
    name: "another",
    resolve: (..._asked: unknown[]): unknown => "secret",
  };
  query.getFields()["another"] = copy;
  guardRights(plain);
  expect(() => copy.resolve({}, {}, { person: everyone.researcher }, {})).toThrow(
    "Your role does not allow this.",
  );
});
