// What changed between releases, over HTTP in both profiles, against a naive count of the files; and that nobody learns from
// it, by subtraction or from pairs of releases, what a step does not show.
import {
  changesBetween,
  releaseChangeKinds,
  type ReleaseChangeKind,
  type ReleaseStep,
} from "@afterglow/shared";
import { policyOf, profiles, type Policy, type ProfileName } from "../../server/src/disclosure/policy";
import { importPackage } from "../../server/src/imports/importPackage";
import { withdraw } from "../../server/src/imports/withdraw";
import { publish } from "../../server/src/releases/publish";
import { openDoor } from "../api/door";
import { packageFolder, removePackageFolders } from "../imports/packageFolder";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { changesByHand, filesOf, patientsOf, plans, type Registry } from "./changingRegistry";

const kinds = Object.keys(releaseChangeKinds) as ReleaseChangeKind[];
const copy = (registry: Registry): Registry =>
  new Map([...registry].map(([key, course]) => [key, { ...course }]));

let place: TestDatabase;
/** Of each release: the registry as it was published, and what a naive reader counts since the one before. */
const published: Registry[] = [];
const byHand: ReturnType<typeof changesByHand>[] = [];
const answers = new Map<ProfileName, (ReleaseStep & { patients: { value: number | null } })[]>();

beforeAll(async () => {
  place = await createTestDatabase();
  const dataset = "changing";
  const registry: Registry = new Map();
  let states: Registry[] = [];
  for (const { imports, withdrawn = [] } of plans) {
    for (const changes of imports) {
      for (const change of changes) change(registry);
      const receipt = await importPackage(place.database, packageFolder(filesOf(registry)), { dataset });
      if (!receipt.written) throw new Error(JSON.stringify(receipt.problems.slice(0, 3)));
      states.push(copy(registry));
    }
    if (withdrawn.length > 0) await withdraw(place.database, { dataset, patients: withdrawn });
    for (const key of [...registry.keys()])
      if (withdrawn.includes(key.split(" ")[0] ?? "")) registry.delete(key);
    states.push(copy(registry));
    await publish(place.database, { dataset });
    byHand.push(changesByHand(states));
    published.push(copy(registry));
    states = [copy(registry)];
  }
  for (const profile of profiles) answers.set(profile, await askChanges(profile));
}, 180_000);
afterAll(async () => {
  removePackageFolders();
  await place.drop();
});

async function askChanges(profile: ProfileName) {
  const door = await openDoor(place.database, profile);
  const count = "{ value hidden }";
  const { data } = await door.ask(
    `{ datasets { releases { number patients ${count} changes { kind patients ${count} courses ${count} } } } }`,
  );
  await door.stop();
  const [dataset] = (data as { datasets: { releases: never[] }[] }).datasets;
  return dataset?.releases ?? [];
}

const round = ({ roundedTo }: Policy, n: number): number => Math.round(n / roundedTo) * roundedTo;
/** As the rule says it: a part and its complement are each 0 or k and more; none of fewer than 20 k looks like few. */
function isShowable({ smallestCount: k, roundedTo }: Policy, part: number, whole: number): boolean {
  const none = roundedTo === 1 || round(policyOf("publish"), whole) >= 20 * k;
  const holds = (count: number) => (count === 0 ? none : count >= k);
  return whole >= k && holds(part) && holds(whole - part);
}
function expected(
  policy: Policy,
  at: number,
): (readonly [ReleaseChangeKind, number | null, number | null])[] {
  const [now, before] = [published[at], published[at - 1]];
  if (now === undefined || before === undefined) throw new Error("There is no such step.");
  const both = patientsOf([...now.keys()].filter((key) => before.has(key)));
  const wholes = { ADDED: patientsOf(now.keys()), WITHDRAWN: patientsOf(before.keys()) };
  const keysOf = (kind: ReleaseChangeKind) => byHand[at]?.get(kind) ?? [];
  const showable = (kind: ReleaseChangeKind) =>
    isShowable(policy, patientsOf(keysOf(kind)), kind in wholes ? wholes[kind as "ADDED"] : both);
  const balance = showable("ADDED") && showable("WITHDRAWN");
  return kinds.map((kind) => {
    const isShown = kind in wholes ? balance : showable(kind);
    const keys = keysOf(kind);
    return [
      kind,
      isShown ? round(policy, patientsOf(keys)) : null,
      isShown ? round(policy, keys.length) : null,
    ];
  });
}

describe.each(profiles)("profile %s", (profile) => {
  const policy = policyOf(profile);
  const releases = () => answers.get(profile) ?? [];
  const step = (number: number) => releases().find((each) => each.number === number)?.changes ?? [];

  test("each step says what a naive count of the files says, and hides what the rule hides", () => {
    expect(releases()).toHaveLength(plans.length);
    expect(releases().find(({ number }) => number === 1)?.changes).toBeNull();
    let [shown, hidden] = [0, 0];
    for (let at = 1; at < plans.length; at += 1) {
      const found = step(at + 1).map(({ kind, patients, courses }) => [kind, patients.value, courses.value]);
      expect([at + 1, found]).toEqual([at + 1, expected(policy, at)]);
      shown += found.filter(([, patients]) => patients !== null && patients !== 0).length;
      hidden += found.filter(([, patients]) => patients === null).length;
    }
    expect([shown > 5, hidden > 3]).toEqual([true, true]);
  });

  test("who came and who left are shown together or not at all, as few or as protecting another", () => {
    for (const { changes } of releases().filter((each) => each.changes !== null)) {
      const hidden = ["ADDED", "WITHDRAWN"].map(
        (kind) => changes?.find((each) => each.kind === kind)?.patients.hidden,
      );
      expect(new Set(hidden).size).toBe(1);
    }
  });

  test("a pair of releases tells the sum of its steps, and hides it where one of them is hidden", () => {
    for (let from = 1; from < plans.length; from += 1)
      for (let to = from + 1; to <= plans.length; to += 1) {
        const steps = Array.from({ length: to - from }, (_, at) => step(from + at + 1));
        for (const { kind, patients, courses } of changesBetween(releases(), from, to) ?? []) {
          const same = steps.map((changes) => changes.find((each) => each.kind === kind));
          for (const [count, of] of [
            [patients, same.map((each) => each?.patients)],
            [courses, same.map((each) => each?.courses)],
          ] as const) {
            const known = of.every((each) => each?.hidden === null);
            expect(count.value).toBe(known ? of.reduce((sum, each) => sum + (each?.value ?? 0), 0) : null);
            expect(count.hidden === null).toBe(known);
          }
        }
      }
  });
});

/** How many may have withdrawn, to a reader of rounded sizes and, where it is shown, of the rounded number who came. */
function couldHaveWithdrawn(policy: Policy, before: number, now: number, added: number | null): number[] {
  const half = Math.floor(policy.roundedTo / 2);
  const few = Array.from({ length: policy.smallestCount }, (_, gone) => gone);
  return few.filter((gone) => {
    // The number who came is the difference of the sizes and those who left.
    const [least, most] = [now - before + gone - 2 * half, now - before + gone + 2 * half];
    return added === null ? most >= 0 : most >= added - half && least <= added + half;
  });
}

test("the sizes of two releases tell no number of the few who withdrew", () => {
  const policy = policyOf("publish");
  // The attack works where it is shown how many came: one at most has left.
  expect(couldHaveWithdrawn(policy, 340, 365, 20)).toEqual([0, 1]);
  const releases = answers.get("publish") ?? [];
  let attacked = 0;
  for (const { number, changes, patients } of releases) {
    const of = (kind: ReleaseChangeKind) => changes?.find((each) => each.kind === kind)?.patients;
    const before = releases.find((each) => each.number === number - 1)?.patients.value;
    if (of("WITHDRAWN")?.hidden == null || patients.value === null || before == null) continue;
    const could = couldHaveWithdrawn(policy, before, patients.value, of("ADDED")?.value ?? null);
    expect(could.length).toBeGreaterThanOrEqual(policy.roundedTo);
    attacked += 1;
  }
  expect(attacked).toBeGreaterThan(0);
});

test("nothing is kept of who was corrected, once a release has told how many", async () => {
  expect(await place.database.query("select from superseded")).toEqual([]);
});
