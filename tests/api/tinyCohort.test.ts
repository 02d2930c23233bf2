// Every field of the schema is asked about a cohort one patient too small to be spoken of, under both profiles:
// no number of it comes out, and the answer is, byte for byte, the one that a cohort of nobody gets.
import { conditionByCode, figures, inSentence, type ConditionCode } from "@afterglow/shared";
import { buildSchema } from "../../server/src/api/buildSchema";
import type { ProfileName } from "../../server/src/disclosure/policy";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Answer, type Door } from "./door";
import { fieldsOf, selectAll } from "./everyField";
import { absent, seed, seededRelease } from "./seed";

const schema = buildSchema();
/** Says nothing about how many patients there are: it repeats the question, or names the release and the profile. */
const reference = ["sentence", "release", "disclosure", "notApplied"];
const answers = fieldsOf(schema, "Cohort").filter(({ name }) => !reference.includes(name));

/** Every field as it stands, and durability in every way in which it can be asked. */
const ways: Record<string, string>[] = [
  { outcome: "{ measure: PHQ9, maintenance: CENSORED }" },
  { outcome: "{ measure: PHQ9, maintenance: COMPETING }" },
  { outcome: "{ measure: PHQ9, maintenance: COMPETING }", dropouts: "RELAPSED" },
  { dropouts: "RELAPSED" },
  { by: "MAINTENANCE" },
  { by: "MAINTENANCE", maintained: "WHOLE_COURSE" },
];
const asked = answers.flatMap((field) => [
  { name: field.name, field, given: {} },
  ...(field.name === "durability" ? ways : []).map((given) => ({
    name: `${field.name}, ${Object.values(given).join(", ")}`,
    field,
    given,
  })),
]);

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

const cases = [
  { profile: "publish", tiny: "GAD" },
  { profile: "internal", tiny: "OCD" },
] as const;

const about = (profile: ProfileName, condition: string, selection: string): Promise<Answer> =>
  doors
    .get(profile)!
    .ask(`{ cohort(release: "${seededRelease}", where: { condition: [${condition}] }) { ${selection} } }`);

/** The date, and how often the asker has asked, differ from answer to answer whatever is asked. */
const headersOf = ({
  headers: { date: _date, ratelimit: _left, "ratelimit-policy": _policy, ...headers },
}: Answer) => headers;

describe.each(cases)("$profile", ({ profile, tiny }) => {
  test.each(asked.map(({ name, field, given }) => [name, selectAll(field, given)]))(
    "%s: too few is told like none",
    async (_, selection) => {
      const few = await about(profile, tiny, selection);
      const none = await about(profile, absent, selection);
      expect(few.errors).toEqual([]);
      expect(few.text).toBe(none.text);
      expect([few.status, headersOf(few)]).toEqual([none.status, headersOf(none)]);
    },
  );

  test.each(
    asked
      .filter(({ name }) => name !== "choices")
      .map(({ name, field, given }) => [name, selectAll(field, given)]),
  )("%s: every number of it is hidden, with a reason", async (_, selection) => {
    const { data } = await about(profile, tiny, selection);
    const numbers = numbersIn(data?.["cohort"]);
    expect(numbers.length).toBeGreaterThan(0);
    for (const { value, hidden } of numbers) {
      expect(value).toBeNull();
      expect(hidden).not.toBeNull();
    }
  });

  test.each(
    asked
      .filter(({ field, given }) => field.args.some(({ name }) => name === "by") && !("by" in given))
      .map(({ name, field, given }) => [name, selectAll(field, { ...given, by: "CONDITION" })]),
  )("%s by condition: the group of too few is told like the group of none", async (_, selection) => {
    const { text, errors } = await doors
      .get(profile)!
      .ask(`{ cohort(release: "${seededRelease}") { ${selection} } }`);
    expect(errors).toEqual([]);
    const groups = groupsIn(JSON.parse(text));
    const [few, none] = [groups.get(tiny), groups.get(absent)];
    expect(few).toEqual(none);
    expect(groups.get("TRD")).toBeDefined();
  });

  test("choices: the category of too few is told like that of none, the others are counted", async () => {
    const { data } = await doors
      .get(profile)!
      .ask(
        `{ cohort(release: "${seededRelease}") { choices { dimension choices { code patients { value hidden } } } } }`,
      );
    const { choices } = data?.["cohort"] as {
      choices: { dimension: string; choices: { code: string; patients: unknown }[] }[];
    };
    const counts = new Map(
      choices.find((c) => c.dimension === "condition")?.choices.map((c) => [c.code, c.patients]),
    );
    expect(counts.get("TRD")).toEqual({ value: 60, hidden: null });
    expect(counts.get(tiny)).toEqual({ value: null, hidden: "TOO_FEW" });
    expect(counts.get(tiny)).toEqual(counts.get(absent));
  });
});

describe.each(cases)("the figure addresses under $profile", ({ profile, tiny }) => {
  /** The file, with the names of the condition asked about left out. */
  const file = async (id: string, format: string, code: ConditionCode, way = "by=sex") => {
    const measure = `dataset=seeded&measure=PHQ9&${way}`;
    const response = await fetch(
      `${doors.get(profile)!.address}/figures/${id}.${format}?${measure}&condition=${code}`,
    );
    const { label, short } = conditionByCode(code);
    const text = await response.text();
    return {
      status: response.status,
      whole: text,
      text: [label, inSentence(label), short, code].reduce((t, n) => t.replaceAll(n, "*"), text),
    };
  };

  test.each(figures.flatMap(({ id }) => [[`${id}.csv`], [`${id}.json`]]))(
    "%s: too few is told like none",
    async (name) => {
      const [id = "", format = ""] = name.split(".");
      const [few, none] = [await file(id, format, tiny), await file(id, format, absent)];
      expect([few.status, none.status]).toEqual([200, 200]);
      // A figure with conditions of its own sets this one aside: then both files are one, with all its names.
      if (few.whole === none.whole) return;
      expect(few.text).toBe(none.text);
    },
  );

  test.each([["by=none&maintenance=COMPETING"], ["by=sex&dropouts=RELAPSED"], ["by=maintenance"]])(
    "durability.csv with %s: too few is told like none",
    async (way) => {
      const [few, none] = [
        await file("durability", "csv", tiny, way),
        await file("durability", "csv", absent, way),
      ];
      expect([few.status, none.status]).toEqual([200, 200]);
      expect(few.text).toBe(none.text);
    },
  );
});

test("no patient's id, neither in an answer nor in a file", async () => {
  const [{ patient } = { patient: "" }] = await test_.database.query<{ patient: string }>(
    "select patient from course limit 1",
  );
  const id = /\b(TRD|PTSD|GAD|OCD)-\d/;
  expect(patient).toMatch(id);
  const { address, ask } = doors.get("internal")!;
  const texts = [
    (
      await ask(
        `{ cohort(release: "${seededRelease}") { ${answers.map((field) => selectAll(field)).join(" ")} } }`,
      )
    ).text,
  ];
  for (const figure of figures) {
    // Drawings say what the table says: the canary is looked for in all of them.
    for (const format of figure === figures[0] ? ["csv", "json", "svg"] : ["csv", "json"]) {
      texts.push(
        await (await fetch(`${address}/figures/${figure.id}.${format}?dataset=seeded&by=condition`)).text(),
      );
    }
  }
  for (const text of texts) expect(text).not.toMatch(id);
}, 180_000);

test("the fields of Query say no more than that the dataset has so many patients", async () => {
  for (const { profile } of cases) {
    const selections = fieldsOf(schema, "Query")
      // A comparison needs cohorts: comparison.test.ts asks for all of it.
      .filter(({ name }) => name !== "cohort" && name !== "comparison")
      .map((field) => selectAll(field));
    for (const selection of selections) {
      const { data, errors } = await doors.get(profile)!.ask(`{ ${selection} }`);
      expect(errors).toEqual([]);
      for (const { value } of numbersIn(data)) expect(value).toBe(profile === "publish" ? 115 : 114);
    }
  }
});

interface Numbered {
  value: unknown;
  hidden: unknown;
}

function numbersIn(answer: unknown): Numbered[] {
  if (typeof answer !== "object" || answer === null) return [];
  const own = "value" in answer && "hidden" in answer ? [answer] : [];
  return [...own, ...Object.values(answer).flatMap(numbersIn)];
}

/** The groups of an answer by the code of their category, with the category's names left out. */
function groupsIn(answer: unknown, groups = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof answer !== "object" || answer === null) return groups;
  if ("group" in answer) {
    const { group, ...said } = answer as { group: { code: string } };
    groups.set(group.code, { ...said, instrument: undefined });
  }
  Object.values(answer).forEach((each) => groupsIn(each, groups));
  return groups;
}
