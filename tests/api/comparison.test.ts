// Comparisons through the door: a cohort of too few is told like one of nobody, whatever it is compared with and towards
// whom; overlapping cohorts are named; questions outside the grammar are refused by name.
import { inSentence, conditionByCode, type ConditionCode } from "@afterglow/shared";
import { buildSchema } from "../../server/src/api/buildSchema";
import type { ProfileName } from "../../server/src/disclosure/policy";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";
import { fieldsOf, selectAll } from "./everyField";
import { absent, seed, seededRelease } from "./seed";

const schema = buildSchema();
const answers = fieldsOf(schema, "Comparison").filter(
  ({ name }) => !["release", "disclosure", "adjustment"].includes(name),
);

let test_: TestDatabase;
const doors = new Map<ProfileName, Door>();

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  for (const profile of ["publish", "internal"] as const)
    doors.set(profile, await openDoor(test_.database, profile));
});
afterAll(async () => {
  for (const door of doors.values()) await door.stop();
  await test_.drop();
});

const of = (condition: string): string => `{ where: { condition: [${condition}] } }`;
const ask = (profile: ProfileName, cohorts: readonly string[], selection: string, more = "") =>
  doors
    .get(profile)!
    .ask(
      `{ comparison(release: "${seededRelease}", cohorts: [${cohorts.join(", ")}]${more}) { ${selection} } }`,
    );

/** The names of the condition asked about left out: they are the question. */
function unnamed(text: string, code: string): string {
  const { label, short } = conditionByCode(code as ConditionCode);
  return [`condition=${code}`, label, inSentence(label), short].reduce(
    (rest, name) => rest.replaceAll(name, "*"),
    text,
  );
}

const cases = [
  { profile: "publish", tiny: "GAD" },
  { profile: "internal", tiny: "OCD" },
] as const;
const targets = ["REFERENCE", "EVERYONE", "OVERLAP"] as const;

describe.each(cases)("$profile", ({ profile, tiny }) => {
  const fields = answers.flatMap((field) => targets.map((target) => [field.name, target, field] as const));

  test.each(fields)("%s towards %s: too few is told like none, on either side", async (_, target, field) => {
    for (const order of [(code: string) => [of("TRD"), of(code)], (code: string) => [of(code), of("TRD")]]) {
      const [few, none] = await Promise.all(
        [tiny, absent].map((code) => ask(profile, order(code), selectAll(field), `, target: ${target}`)),
      );
      expect(few?.errors).toEqual([]);
      expect(unnamed(few?.text ?? "", tiny)).toBe(unnamed(none?.text ?? "", absent));
      expect(few?.status).toBe(200);
    }
  });

  test("two large cohorts are compared, and the difference is that of the shown shares", async () => {
    const { data, errors } = await ask(
      profile,
      [of("TRD"), of("PTSD")],
      `effects(outcome: { measure: PHQ9 }) { rows { code
        unadjusted { letter patients { value } estimate { value } }
        contrasts { letter against unadjusted { difference { value why hidden } } } } }`,
    );
    expect(errors).toEqual([]);
    const { rows } = (data?.["comparison"] as Compared).effects;
    const row = rows.find(({ code }) => code === "RESPONSE");
    const [a, b] = row?.unadjusted.map(({ estimate }) => estimate.value) ?? [];
    const [pair] = row?.contrasts ?? [];
    expect(pair).toMatchObject({ letter: "B", against: "A" });
    expect(pair?.unadjusted.difference.value).toBeCloseTo((b ?? NaN) - (a ?? NaN), 12);
  });

  test("overlapping cohorts are named and not tested", async () => {
    const { data } = await ask(
      profile,
      [of("TRD"), of("TRD, PTSD")],
      `cohorts { letter overlaps } effects(outcome: { measure: PHQ9 }) { balance { reasons }
        rows { code unadjusted { letter patients { value } estimate { value } }
          contrasts { letter against unadjusted { difference { value why hidden } } } } }`,
    );
    const compared = data?.["comparison"] as Compared;
    expect(compared.cohorts).toEqual([
      { letter: "A", overlaps: ["B"] },
      { letter: "B", overlaps: ["A"] },
    ]);
    for (const { contrasts } of compared.effects.rows)
      expect(contrasts[0]?.unadjusted.difference).toEqual({
        value: null,
        why: "OVERLAPPING",
        hidden: "NOT_ESTIMABLE",
      });
  });
});

interface Compared {
  readonly cohorts: unknown;
  readonly effects: {
    readonly rows: readonly {
      readonly code: string;
      readonly unadjusted: readonly { readonly estimate: { readonly value: number | null } }[];
      readonly contrasts: readonly {
        readonly unadjusted: { readonly difference: { readonly value: number | null } };
      }[];
    }[];
  };
}

test("the categories of one dimension are compared as cohorts, named after them", async () => {
  const { data, errors } = await doors.get("publish")!.ask(
    `{ comparison(release: "${seededRelease}", by: SEX, where: { sex: [FEMALE, MALE], condition: [TRD] }) {
        adjustment { covariates definedBy } cohorts { letter name patients { value } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data?.["comparison"]).toMatchObject({
    adjustment: { definedBy: ["sex"] },
    cohorts: [
      { letter: "A", name: "Female", patients: { value: 30 } },
      { letter: "B", name: "Male", patients: { value: 30 } },
    ],
  });
});

test.each([
  ["one cohort", `cohorts: [${of("TRD")}]`, "cohorts: takes two to 4 cohorts"],
  ["five cohorts", `cohorts: [${Array(5).fill(of("TRD")).join(", ")}]`, "cohorts: takes two to 4 cohorts"],
  [
    "a target for two, of three",
    `cohorts: [${["TRD", "PTSD", "OCD"].map(of).join(", ")}], target: OVERLAP`,
    "target: OVERLAP is for two cohorts; with more it is REFERENCE",
  ],
  [
    "what is known only later",
    `cohorts: [${of("TRD")}, ${of("PTSD")}], adjustFor: [MAINTENANCE]`,
    "adjustFor: maintenance is known only after the start, or fixed, and cannot be adjusted for",
  ],
  [
    "a dimension beside cohorts",
    `cohorts: [${of("TRD")}, ${of("PTSD")}], by: SEX`,
    "cohorts: cannot be named together with `by`",
  ],
  [
    "a where beside cohorts",
    `cohorts: [${of("TRD")}, ${of("PTSD")}], where: {}`,
    "where: goes with `by`; each cohort has a `where` of its own",
  ],
  ["a dimension without categories chosen", "by: SEX", "sex: choose two to 4 of its categories in `where`"],
  ["a clinic that is not there", `cohorts: [${of("TRD")}, { where: { clinic: "9" } }]`, "clinic: "],
  [
    "too long a name",
    `cohorts: [{ name: "${"x".repeat(41)}" }, ${of("TRD")}]`,
    "cohorts[0].name: takes at most 40 characters",
  ],
])("refuses %s", async (_, given, message) => {
  const { status, errors } = await doors
    .get("publish")!
    .ask(`{ comparison(release: "${seededRelease}", ${given}) { cohorts { letter } } }`);
  expect(status).toBe(400);
  expect(errors[0]?.message).toContain(message);
  expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});
