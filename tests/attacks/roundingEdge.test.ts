// One to twelve made-up patients, imported one by one to find where a rounded count turns over. Nothing that is published
// moves until there is a release.
import { behind } from "./behind";
import { importFakes } from "./importFakes";
import { publish } from "./policies";
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
