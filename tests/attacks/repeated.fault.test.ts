// The same question many times, and once more of a server that was started anew: every answer is the same to the
// last byte, so that no averaging takes the rounding away.
import { load } from "../load";
import { behind } from "./behind";
import { publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

const SIDE_BY_SIDE = 4;
const question = `{ cohort(release: "${attacked}", where: { condition: [TRD, PTSD], sex: [FEMALE] }) {
  patients { value hidden } notApplied { sentence }
  trajectory(outcome: { measure: PHQ9 }) { groups { visits { visit scores { value hidden }
    mean { value lower upper hidden } change { value lower upper hidden } } } } } }`;

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

load(
  {
    load: "One question again and again, and once more after a restart",
    times: { short: 200, long: 1_000 },
    passes: "every answer is the same to the last byte",
  },
  async ({ times }) => {
    const texts = await behind(registry.database, publish, async ({ ask }) => {
      const several = async (): Promise<string[]> => {
        const own: string[] = [];
        while (own.length < times / SIDE_BY_SIDE) own.push((await ask(question)).text);
        return own;
      };
      return (await Promise.all(Array.from({ length: SIDE_BY_SIDE }, several))).flat();
    });
    const afterwards = await behind(
      registry.database,
      publish,
      async ({ ask }) => (await ask(question)).text,
    );
    const distinct = new Set([...texts, afterwards]).size;
    const targets = `${texts.length + 1} answers`;
    const reached = `${distinct} different`;
    tell({
      attack: "The same question again and again, also after a restart",
      against: "publish",
      targets,
      reached,
    });
    expect(texts.length).toBe(times);
    expect(JSON.parse(afterwards)).toMatchObject({
      data: { cohort: { patients: { value: expect.any(Number) as unknown } } },
    });
    expect(distinct).toBe(1);
    return `${targets}, ${reached}`;
  },
);
