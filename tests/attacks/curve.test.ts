// Patients rebuilt from a curve: each step of it as JSON, as CSV and as the path of the SVG, with the numbers at risk, read
// back as events. A step that holds fewer than k patients would give their day away.
import type { Policy } from "../../server/src/disclosure/policy";
import type { Door } from "../api/door";
import { behind } from "./behind";
import { openGate, publish } from "./policies";
import { attacked, dataset, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

interface Curve {
  readonly patients: { readonly value: number | null };
  readonly curve: readonly { readonly time: number; readonly share: number }[];
}

/** Onset of those with PTSD and with bipolar depression, and of everyone. */
const slices = ["", "condition: [PTSD]", "condition: [BIPOLAR]", "condition: [TRD], sex: [MALE]"];
const addresses = ["", "&condition=PTSD", "&condition=BIPOLAR", "&condition=TRD&sex=MALE"].map(
  (search) => `dataset=${dataset}&by=none${search}`,
);

/** Events of each step: what the share of those still without falls by, of those at risk at most. */
function eventsOf({ patients, curve }: Curve): number[] {
  return curve.slice(1).map(({ share }, at) => (share - (curve[at]?.share ?? 0)) * (patients.value ?? 0));
}

async function fromJson({ ask }: Door): Promise<number[]> {
  const steps: number[] = [];
  for (const where of slices) {
    const { data } = await ask(
      `{ cohort(release: "${attacked}", where: { ${where} }) { onset(outcome: { measure: PHQ9 }) { groups {
        patients { value } curve { time share } } } } }`,
    );
    const { groups } = (data?.["cohort"] as { onset: { groups: Curve[] } }).onset;
    steps.push(...groups.flatMap(eventsOf));
  }
  return steps;
}

interface Drawn {
  /** Heights of the curve in the API's JSON, and how many the file of another format has that are none of these. */
  readonly heights: number;
  readonly moreInCsv: number;
  readonly moreInSvg: number;
}

async function fromFiles({ address }: Door): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (const search of addresses) {
    const read = async (format: string) =>
      (await fetch(`${address}/figures/onset.${format}?${search}`)).text();
    const { result } = JSON.parse(await read("json")) as { result: { onset: { groups: Curve[] } } };
    const heights = result.onset.groups.flatMap(({ curve }) => curve.map(({ share }) => 100 * share));
    const rows = (await read("csv")).split("\n").flatMap((line) => {
      const [, value] = /^All patients,"Responded at least once, %",[\d.]+,([\d.]+),/.exec(line) ?? [];
      return value === undefined ? [] : [Number(value)];
    });
    expect(rows.length).toBeGreaterThanOrEqual(heights.length);
    drawn.push({
      heights: heights.length,
      moreInCsv: rows.filter((row) => heights.every((height) => Math.abs(row - height) > 0.001)).length,
      moreInSvg: Math.max(0, mostSteps(await read("svg")) - heights.length),
    });
  }
  return drawn;
}

/** The most vertical moves that one line of the drawing makes. */
function mostSteps(svg: string): number {
  const paths = [...svg.matchAll(/<path fill="none"[^>]* d="([^"]+)"/g)].map(([, d]) => d ?? "");
  return Math.max(0, ...paths.filter((d) => !/[CQAZ]/i.test(d)).map(verticalMoves));
}

function verticalMoves(d: string): number {
  const points = [...d.matchAll(/[ML]?\s*(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  return points.slice(1).filter(([x, y], at) => x === points[at]?.[0] && y !== points[at]?.[1]).length;
}

const smallestOf = (steps: readonly number[]): number => Math.min(...steps);
const lonely = (steps: readonly number[], k: number): number =>
  steps.filter((events) => Math.round(events) < k).length;

async function steps(policy: Policy): Promise<number[]> {
  return behind(registry.database, policy, fromJson);
}

test("no step of a curve holds fewer than a shown count", async () => {
  const told = await steps(publish);
  const drawn = await behind(registry.database, publish, fromFiles);
  tell({
    attack: "Patients rebuilt from curves: JSON, CSV, SVG",
    against: "publish",
    targets: `${told.length} steps of ${slices.length} curves`,
    reached: `${lonely(told, 10)} with fewer than 10 events; the smallest has ${Math.round(smallestOf(told))}`,
  });
  expect(told.length).toBeGreaterThan(8);
  expect(lonely(told, 10)).toBe(0);
  expect(drawn.every(({ heights }) => heights > 2)).toBe(true);
  expect(drawn.map(({ moreInCsv, moreInSvg }) => [moreInCsv, moreInSvg])).toEqual(drawn.map(() => [0, 0]));
});

test("the attack works where nothing is taken together", async () => {
  const told = await steps(openGate);
  expect(lonely(told, 10)).toBeGreaterThan(0.5 * told.length);
});
