// Cohorts of k - 1, k and k + 1 patients: one too few is told like nobody, and where counts are rounded k and k + 1 are
// told alike, so that the edge itself says nothing.
import type { Policy } from "../../server/src/disclosure/policy";
import { seed, seededRelease } from "../api/seed";
import { createTestDatabase } from "../testDatabase";
import { behind } from "./behind";
import { internal, openGate, publish } from "./policies";
import { tell } from "./tell";

const selection = `patients { value hidden }
  flow(outcome: { measure: PHQ9 }) { steps { step patients { value hidden } lost { value hidden } } }
  onset(outcome: { measure: PHQ9 }) { groups { patients { value hidden } events { value hidden } curve { time share } } }
  sideEffects { groups { exposed { value hidden } effects { occurrences { value hidden } rate { value hidden } } } }`;

/** What is said of nobody, of k - 1, of k and of k + 1 patients. */
async function answersOf(policy: Policy, k: number): Promise<string[]> {
  const test_ = await createTestDatabase();
  try {
    await seed(test_.database, { TRD: 60, PTSD: 40, GAD: k - 1, OCD: k, SOCIAL_ANXIETY: k + 1 });
    return await behind(test_.database, policy, ({ ask }) =>
      Promise.all(
        ["PANIC", "GAD", "OCD", "SOCIAL_ANXIETY"].map(async (condition) => {
          const { text, errors } = await ask(
            `{ cohort(release: "${seededRelease}", where: { condition: [${condition}] }) { ${selection} } }`,
          );
          expect(errors).toEqual([]);
          return text;
        }),
      ),
    );
  } finally {
    await test_.drop();
  }
}

const cases = [
  { profile: "publish", policy: publish, smallest: '"patients":{"value":10,"hidden":null}' },
  { profile: "internal", policy: internal, smallest: '"patients":{"value":5,"hidden":null}' },
];

test.each(cases)("$profile: k - 1 is told like nobody", async ({ profile, policy, smallest }) => {
  const [nobody, few, enough, more] = await answersOf(policy, policy.smallestCount);
  tell({
    attack: "n = k - 1, k, k + 1",
    against: profile,
    targets: "0, k - 1, k and k + 1 patients, four figures",
    reached: `k - 1 told from nobody: ${few === nobody ? "no" : "yes"}; k from k + 1: ${enough === more ? "no" : "yes"}`,
  });
  expect(few).toBe(nobody);
  expect(few).not.toContain('"hidden":null');
  expect(enough).toContain(smallest);
});

test("the attack works where nothing is hidden", async () => {
  const [nobody, few] = await answersOf(openGate, 11);
  expect(few).not.toBe(nobody);
  expect(few).toContain('"patients":{"value":10,"hidden":null}');
});
