// The seal: only its own file makes one, and it refuses whatever breaks the policy, wherever it stands.
import { policyOf } from "../../server/src/disclosure/policy";
import { isReleased, release, Released, releaseReference } from "../../server/src/disclosure/release";

const publish = policyOf("publish");
const internal = policyOf("internal");
const shown = (value: number) => ({ value, hidden: null });
const estimate = (over: object) => ({
  value: 0.5,
  lower: 0.4,
  upper: 0.6,
  hidden: null,
  bound: null,
  ...over,
});

it("seals what keeps to the policy, and is known by its seal", () => {
  const result = {
    groups: [{ patients: shown(15), share: estimate({}) }],
    rows: [{ n: { value: null, hidden: "TOO_FEW" } }],
  };
  const released = release(publish, result);
  expect(released.result).toBe(result);
  expect(isReleased(released)).toBe(true);
  for (const other of [null, undefined, 1, "x", {}, { result }, Object.create(Released.prototype)]) {
    expect(isReleased(other)).toBe(false);
  }
});

it.each([
  ["a count under the smallest", publish, shown(5)],
  ["a count that is not rounded", publish, shown(12)],
  ["a small count, not rounded", internal, shown(4)],
  ["a negative count", internal, shown(-5)],
  ["half a patient", internal, shown(7.5)],
  ["a hidden count with its number", publish, { value: 15, hidden: "TOO_FEW" }],
  ["a count without number or reason", publish, { value: null, hidden: null }],
  ["an unknown reason", publish, { value: null, hidden: "BECAUSE" }],
  ["a hidden share with its interval", publish, estimate({ value: null, hidden: "TOO_FEW" })],
  ["a share that is no number", publish, estimate({ value: NaN })],
  ["a limit that is no number", publish, estimate({ upper: Infinity })],
])("refuses %s, deep inside", (_, policy, number) => {
  expect(() => release(policy, { groups: [{ rows: [[{ number }]] }] })).toThrow(
    "result.groups[0].rows[0][0].number",
  );
});

it("refuses what it cannot look into", () => {
  expect(() => release(publish, { map: new Map() })).toThrow("plain objects");
});

it("seals references, but no number about patients among them", () => {
  expect(isReleased(releaseReference({ label: "PHQ-9", items: 9 }))).toBe(true);
  expect(() => releaseReference([{ patients: shown(15) }])).toThrow("reference[0].patients");
});

it("gives its key to nobody", () => {
  expect(() => Released.sealed(Symbol("released"), 1, null)).toThrow("Only disclosure/release.ts");
});
