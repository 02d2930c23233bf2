// Made-up patients, imported one by one to find where a rounded count turns over. Nothing that is published moves until
// there is a release; and a release with fewer than k new patients of a cohort is answered from an older one.
import { publish as publishRelease } from "../../server/src/releases/publish";
import { behind } from "./behind";
import { importFakes } from "./importFakes";
import { publish } from "./policies";
import type { Policy } from "../../server/src/disclosure/policy";
import { attacked, dataset, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

const question = (
  release: string,
) => `{ cohort(release: "${release}", where: { condition: [BIPOLAR], sex: [FEMALE] }) {
  patients { value hidden } flow(outcome: { measure: PHQ9 }) { steps { step patients { value hidden } } }
  missingData(outcome: { measure: PHQ9 }) { groups { responders { value hidden } } } } }`;
const FAKES = Array.from({ length: 12 }, (_, at) => `fake-${at + 1}`);

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

test("before a release, no import moves a number", async () => {
  const { database } = registry;
  const texts = await behind(database, publish, async ({ ask }) => {
    const before = (await ask(question(attacked))).text;
    const after: string[] = [];
    for (const fake of FAKES) {
      await importFakes(database, dataset, [fake]);
      after.push((await ask(question(attacked))).text);
    }
    return [before, ...after];
  });
  const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
    "select count(*)::int from course where patient like 'fake-%'",
  );
  const moved = texts.filter((text) => text !== texts[0]).length;
  tell({
    attack: "Import 1 to 12 made-up patients",
    against: "publish, before a release",
    targets: `${FAKES.length} imports`,
    reached: `${moved} answers moved`,
  });
  expect(count).toBe(FAKES.length);
  expect(texts[0]).toContain('"value":');
  expect(moved).toBe(0);
}, 120_000);

/**
 * Releases with one, two, three and four made-up patients more, and then with eleven; what each says of the cohort, under
 * the policy that is attacked and under one for which one new patient is enough.
 */
async function walk(): Promise<{ guarded: string[]; open: string[] }> {
  const own = await openRegistry();
  const { database } = own;
  const oneIsEnough = { ...publish, smallestCount: 1 } as unknown as Policy;
  const said = { guarded: [] as string[], open: [] as string[] };
  try {
    await behind(database, publish, (guarded) =>
      behind(database, oneIsEnough, async (open) => {
        const askBoth = async (id: string) => {
          said.guarded.push((await guarded.ask(question(id))).text);
          said.open.push((await open.ask(question(id))).text);
        };
        await askBoth(attacked);
        let imported = 0;
        for (const more of [1, 2, 3, 4, 11]) {
          const fakes = Array.from({ length: more }, () => `fake-${(imported += 1)}`);
          await importFakes(database, dataset, fakes);
          await askBoth((await publishRelease(database, { dataset })).id);
        }
      }),
    );
    return said;
  } finally {
    await own.drop();
  }
}

test("a release with fewer than k new patients of a cohort moves nothing; where one is enough, the attack works", async () => {
  const { guarded, open } = await walk();
  const movedIn = ([before, ...after]: string[]) =>
    after.slice(0, -1).filter((text) => text !== before).length;
  const isNewAtLast = guarded.at(-1) !== guarded[0];
  tell({
    attack: "Import made-up patients and publish: 1, 2, 3, 4 more, then 11",
    against: "publish, over releases",
    targets: `${guarded.length - 1} releases`,
    reached: `${movedIn(guarded)} answers moved by fewer than 11 new patients; with 11 the newest answers: ${isNewAtLast ? "yes" : "no"}`,
  });
  expect(movedIn(guarded)).toBe(0);
  expect(isNewAtLast).toBe(true);
  expect(movedIn(open)).toBeGreaterThan(0);
}, 180_000);
