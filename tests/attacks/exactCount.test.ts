// The true n, which a rounded count hides, from numbers that were computed of it: from shares and their intervals, and
// from means and standard deviations of whole scores. An attacker who knew no more than the rounded count would take
// that count itself, and be right for about one in five.
import { dimensions } from "@afterglow/shared";
import { wilson } from "../../server/src/statistics/wilson";
import type { Door } from "../api/door";
import { behind } from "./behind";
import { exactPublish, publish } from "./policies";
import { attacked, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

interface Number_ {
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
}
interface Cell {
  readonly name: string;
  readonly truth: number;
  readonly shown: number;
  readonly share: Number_;
}
interface Told {
  readonly flow: {
    readonly groups: readonly { group: { code: string }; cases: Number_; scored: Number_; share: Number_ }[];
  };
  readonly baseline: {
    readonly groups: readonly { group: { code: string } }[];
    readonly rows: readonly {
      readonly code: string;
      readonly cells: readonly {
        patients: Number_;
        mean: Number_ | null;
        standardDeviation: Number_ | null;
      }[];
    }[];
  };
}

const grouped = dimensions.filter(({ name }) => name !== "courseNumber");
const selection = (by: string): string =>
  `flow(outcome: { measure: PHQ9 }, by: ${by}) { groups { group { code } cases { value } scored { value }
    share { value lower upper } } }
  baseline(outcome: { measure: PHQ9 }, by: ${by}) { groups { group { code } } rows { code
    cells { patients { value } mean { value } standardDeviation { value } } } }`;

async function askAll({ ask }: Door): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  for (const { name, enumName } of grouped) {
    const { data } = await ask(`{ cohort(release: "${attacked}") { ${selection(enumName)} } }`);
    told.set(name, data?.["cohort"] as Told);
  }
  return told;
}

/** Which n within the rounding fit what is shown? */
const fitting = (shown: number, fits: (n: number) => boolean): number[] =>
  [-2, -1, 0, 1, 2].map((step) => shown + step).filter(fits);

/** Shares: the one n, and the one part of it, whose share and interval are those shown. */
function candidatesOfShare({ shown, share }: Cell): number[] {
  const near = (a: number | null | undefined, b: number) => Math.abs((a ?? NaN) - b) < 1e-9;
  return fitting(shown, (n) => {
    const part = Math.round((share.value ?? 0) * n);
    const interval = wilson(part, n);
    return (
      near(share.value, part / n) &&
      interval !== null &&
      near(share.lower, interval.lower) &&
      near(share.upper, interval.upper)
    );
  });
}

const digitsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;

/** Means and standard deviations of whole numbers: is there a sum, and a sum of squares, that gives both? */
function candidatesOfMean(shown: number, mean: number, deviation: number, digits: number): number[] {
  const half = 0.5 * 10 ** -digits + 1e-9;
  return fitting(shown, (n) => {
    const [from, to] = [Math.ceil(n * (mean - half)), Math.floor(n * (mean + half))];
    for (let sum = from; sum <= to; sum++) {
      const squares = (sd: number) => (n - 1) * sd ** 2 + sum ** 2 / n;
      const [least, most] = [
        Math.ceil(squares(Math.max(0, deviation - half))),
        Math.floor(squares(deviation + half)),
      ];
      if (least <= most) return true;
    }
    return false;
  });
}

async function attack(door: Door) {
  const told = await askAll(door);
  const shares: Cell[] = [];
  const means: { truth: number; shown: number; mean: number; deviation: number }[] = [];
  for (const { name } of grouped) {
    const answer = told.get(name);
    const inGroup = (code: string) => registry.people.filter((person) => person.codes[name] === code);
    for (const { group, cases, share } of answer?.flow.groups ?? []) {
      if (cases.value === null || share.value === null) continue;
      const truth = inGroup(group.code).filter(({ among }) => among.has("CASE")).length;
      shares.push({ name, truth, shown: cases.value, share });
    }
    const scores = answer?.baseline.rows.find(({ code }) => code === "AGE_YEARS");
    answer?.baseline.groups.forEach(({ group }, at) => {
      const cell = scores?.cells[at];
      const [shown, mean, deviation] = [cell?.patients, cell?.mean, cell?.standardDeviation].map(
        (each) => each?.value ?? null,
      );
      if (shown == null || mean == null || deviation == null) return;
      const truth = inGroup(group.code).filter(({ codes }) => codes.age !== "UNKNOWN").length;
      means.push({ truth, shown, mean, deviation });
    });
  }
  const found = [
    ...shares.map((cell) => ({ ...cell, candidates: candidatesOfShare(cell) })),
    ...means.map((cell) => {
      const digits = Math.max(digitsOf(cell.mean), digitsOf(cell.deviation));
      return { ...cell, candidates: candidatesOfMean(cell.shown, cell.mean, cell.deviation, digits) };
    }),
  ];
  const right = found.filter(
    ({ candidates, truth }) => candidates.length === 1 && candidates[0] === truth,
  ).length;
  const byShownCount = found.filter(({ truth, shown }) => truth === shown).length;
  return { of: found.length, right, byShownCount, shares: shares.length };
}

test("no n is found that the rounded count does not give", async () => {
  const { of, right, byShownCount } = await behind(registry.database, publish, attack);
  tell({
    attack: "n from shares, intervals, means and standard deviations",
    against: "publish",
    targets: `${of} groups`,
    reached: `n found in ${right}; the rounded count itself is right in ${byShownCount}`,
  });
  expect(of).toBeGreaterThan(50);
  expect(right).toBeLessThanOrEqual(byShownCount);
});

test("the attack works where nothing is rounded", async () => {
  const { shares, right } = await behind(registry.database, exactPublish, attack);
  expect(right).toBeGreaterThan(0.9 * shares);
});
