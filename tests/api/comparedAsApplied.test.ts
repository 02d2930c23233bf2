// A comparison is of what is applied of its cohorts: a category of too few is left out and said, sentence and covariates
// follow, and all cohorts answer from one release, which is said.
import { publish } from "../../server/src/releases/publish";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";
import { seed, seededRelease } from "./seed";

let test_: TestDatabase;
let door: Door;
beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  door = await openDoor(test_.database, "publish");
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const cohorts = `cohorts: [{ where: { condition: [TRD, GAD] } }, { where: { condition: [PTSD], setting: [CLINIC] } }]`;
const compare = async (release: string, selection: string) => {
  const { data, errors } = await door.ask(
    `{ comparison(release: "${release}", ${cohorts}, adjustFor: [SETTING, SEX]) { ${selection} } }`,
  );
  expect(errors).toEqual([]);
  return data?.["comparison"];
};

test("what was not applied is left out of words, covariates and sections alike", async () => {
  const compared = await compare(
    seededRelease,
    `adjustment { covariates definedBy }
    cohorts { letter sentence applied notApplied { dimension sentence } patients { value } }
    effects(outcome: { measure: PHQ9 }) { rows { code unadjusted { letter patients { value } } } }
    sideEffects { exposed { letter patients { value } } }`,
  );
  expect(compared).toMatchObject({
    // Everyone was seen in a clinic: that filter sets nobody apart, and so the cohorts do not differ by it.
    adjustment: { covariates: ["sex", "setting"], definedBy: [] },
    cohorts: [
      {
        letter: "A",
        applied: "condition=TRD",
        notApplied: [
          { dimension: "condition", sentence: expect.stringMatching(/^Generali[sz]ed anxiety/) as string },
        ],
        patients: { value: 60 },
      },
      {
        letter: "B",
        applied: "condition=PTSD",
        notApplied: [
          { dimension: "setting", sentence: expect.stringMatching(/^Setting was not applied/) as string },
        ],
        patients: { value: 40 },
      },
    ],
    sideEffects: {
      exposed: [
        { letter: "A", patients: { value: 60 } },
        { letter: "B", patients: { value: 40 } },
      ],
    },
  });
  const { effects } = compared as { effects: { rows: { code: string; unadjusted: unknown }[] } };
  expect(effects.rows.find(({ code }) => code === "RESPONSE")?.unadjusted).toEqual([
    { letter: "A", patients: { value: 60 } },
    { letter: "B", patients: { value: 40 } },
  ]);
});

test("a release with too few new patients is answered from the one before, for all cohorts", async () => {
  const asked = "release { id number } releaseAsked cohorts { letter patients { value } }";
  const { id } = await publish(test_.database, { dataset: "seeded" });
  expect(await compare(id, asked)).toMatchObject({
    release: { id: seededRelease, number: 1 },
    releaseAsked: 2,
    cohorts: [{ patients: { value: 60 } }, { patients: { value: 40 } }],
  });
  const figure = await fetch(
    `${door.address}/figures/compare-effects.csv?dataset=seeded&release=2&a=condition%3DTRD%2CGAD&b=condition%3DPTSD`,
  );
  const text = await figure.text();
  expect(figure.status).toBe(200);
  expect(text).toContain("Answered from release 1: fewer than 11 patients of a cohort are new in release 2.");
  expect(text).toMatch(/# Warning: Cohort A: Generali[sz]ed anxiety .* was not applied/);
});
