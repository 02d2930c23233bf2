// The guard: a resolver that forgets the gate answers nothing, wherever it stands among the fields that answer.
import "reflect-metadata";
import { buildSchema as buildPlainSchema, graphql } from "graphql";
import { Int, Query, Resolver } from "type-graphql";
import { buildSchema } from "../../server/src/api/buildSchema";
import { answeringTypes, guardAnswers } from "../../server/src/api/guardAnswers";
import { policyOf } from "../../server/src/disclosure/policy";
import { release, releaseReference } from "../../server/src/disclosure/release";

@Resolver()
class Forgetful {
  @Query(() => Int)
  patientsWithNausea(): number {
    return 7;
  }

  @Query(() => Int)
  released(): unknown {
    return releaseReference(3);
  }
}

test("a planted resolver that forgets the gate is refused, and its number stays inside", async () => {
  const schema = buildSchema([Forgetful]);
  const { data, errors } = await graphql({ schema, source: "{ patientsWithNausea }" });
  expect(data).toBeNull();
  expect(errors?.[0]?.message).toMatch(/Query\.patientsWithNausea .* gate/);
  expect(JSON.stringify(errors)).not.toContain("7");
});

test("what was released is unwrapped", async () => {
  const { data } = await graphql({ schema: buildSchema([Forgetful]), source: "{ released }" });
  expect(data).toEqual({ released: 3 });
});

test("a field without a resolver of its own, and one that looks released, are refused too", async () => {
  const text = "type Query { bare: Int, look: Int, cohort: Cohort } type Cohort { bare: Int, sealed: Int }";
  const schema = guardAnswers(buildPlainSchema(text));
  const policy = policyOf("internal");
  const rootValue = {
    bare: 7,
    look: { result: 7 },
    cohort: releaseReference({ bare: 7, sealed: () => release(policy, 12) }),
  };
  const { data, errors } = await graphql({
    schema,
    source: "{ bare look cohort { bare sealed } }",
    rootValue,
  });
  expect(data).toEqual({ bare: null, look: null, cohort: { bare: null, sealed: 12 } });
  expect(errors).toHaveLength(3);
});

test("every root that can be asked is guarded", () => {
  const schema = buildSchema();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const root of roots) if (root) expect(answeringTypes).toContain(root.name);
});
