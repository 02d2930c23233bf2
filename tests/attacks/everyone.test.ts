// Everyone responds, or no one does: a share of 100 % or of 0 % says it of each of them. Of fewer than 20 k patients it is
// a bound, or hidden, and so is every number it could be computed from.
import type { Policy } from "../../server/src/disclosure/policy";
import { behind } from "./behind";
import { openGate, publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

const question = (
  sex: string,
) => `{ cohort(release: "${attacked}", where: { condition: [PTSD], sex: [${sex}] }) {
  missingData(outcome: { measure: PHQ9 }, visit: W2) { groups { received { patients { value } } responders { value } observed { value bound } nonResponse { value bound } } }
  trajectory(outcome: { measure: PHQ9 }) { groups { visits { visit scores { value } categories { category patients { value } share { value bound } } } } }
  onset(outcome: { measure: PHQ9 }) { groups { patients { value } events { value } curve { share } landmarks { share { value bound } } } }
 } }`;

/** Shares of exactly all or none that are no bounds, and parts that are the whole or nobody. */
function certainties(answer: unknown): number {
  if (typeof answer !== "object" || answer === null) return 0;
  const isShare = "value" in answer && "bound" in answer;
  const own = isShare && (answer.value === 0 || answer.value === 1) && answer.bound === null ? 1 : 0;
  return Object.values(answer).reduce<number>((sum, each) => sum + certainties(each), own);
}

async function attack(policy: Policy) {
  const found = { shares: 0, none: 0, all: 0 };
  await behind(registry.database, policy, async ({ ask }) => {
    for (const sex of ["FEMALE", "MALE"]) {
      const { data, errors } = await ask(question(sex));
      if (errors.length > 0) throw new Error(errors[0]?.message);
      found.shares += certainties(data);
      const text = JSON.stringify(data);
      if (/"events":\{"value":0\}|"responders":\{"value":0\}/.test(text)) found.none += 1;
      const curve = /"curve":\[([^\]]*)\]/.exec(text)?.[1] ?? "";
      if (curve.endsWith('{"share":1}')) found.all += 1;
    }
  });
  return found;
}

test("all and none are not said of a small group", async () => {
  const found = await attack(publish);
  tell({
    attack: "Everyone responds, no one responds",
    against: "publish",
    targets: "women and men with PTSD, three figures",
    reached: `${found.shares} shares of exactly all or none, ${found.none} counts of nobody, ${found.all} curves that reach everyone`,
  });
  expect(found).toEqual({ shares: 0, none: 0, all: 0 });
});

test("the attack works where nothing is hidden", async () => {
  const found = await attack(openGate);
  expect(found.shares).toBeGreaterThan(2);
  expect(found.none).toBeGreaterThan(0);
});
