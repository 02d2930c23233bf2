// The same question a thousand times, and once more of a server that was started anew: every answer is the same to the
// last byte, so that no averaging takes the rounding away.
import { behind } from "./behind";
import { publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

const TIMES = 1_000;
const SIDE_BY_SIDE = 4;
const question = `{ cohort(release: "${attacked}", where: { condition: [TRD, PTSD], sex: [FEMALE] }) {
  patients { value hidden } notApplied { sentence }
  trajectory(outcome: { measure: PHQ9 }) { groups { visits { visit scores { value hidden }
    mean { value lower upper hidden } change { value lower upper hidden } } } } } }`;

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

test("a question that is repeated is always answered alike", async () => {
  const texts = await behind(registry.database, publish, async ({ ask }) => {
    const several = async (): Promise<string[]> => {
      const own: string[] = [];
      while (own.length < TIMES / SIDE_BY_SIDE) own.push((await ask(question)).text);
      return own;
    };
    return (await Promise.all(Array.from({ length: SIDE_BY_SIDE }, several))).flat();
  });
  const afterwards = await behind(registry.database, publish, async ({ ask }) => (await ask(question)).text);
  const distinct = new Set([...texts, afterwards]).size;
  tell({
    attack: "The same question again and again, also after a restart",
    against: "publish",
    targets: `${texts.length + 1} answers`,
    reached: `${distinct} different`,
  });
  expect(texts.length).toBe(TIMES);
  expect(JSON.parse(afterwards)).toMatchObject({
    data: { cohort: { patients: { value: expect.any(Number) as unknown } } },
  });
  expect(distinct).toBe(1);
}, 120_000);
