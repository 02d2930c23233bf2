// What of sessions and costs may be shown is decided by patients: sessions and dollars of a few are those few's.
import { costPerResponder } from "../../server/src/analyses/responderCost";
import { placesOf, shareOfSessions } from "../../server/src/analyses/sessionShares";
import { policyOf } from "../../server/src/disclosure/policy";
import { momentsOf } from "../queries/oracle";

const publish = policyOf("publish");

/** Each of `n` patients with 10 sessions; `those` of them with so many of what is counted. */
function sessionsOf(n: number, those: number, each: number, others = 0) {
  const done = [
    ...Array.from({ length: those }, () => each),
    ...Array.from({ length: n - those }, () => others),
  ];
  const x = momentsOf(done);
  const y = momentsOf(done.map(() => 10));
  return {
    sessions: { n, x, y, sumOfProducts: 10 * x.sum },
    withAny: done.filter((sessions) => sessions > 0).length,
    withoutAny: done.filter((sessions) => sessions < 10).length,
  };
}

it.each([
  ["all sessions of 10 patients", sessionsOf(400, 10, 10), null],
  ["all sessions of 11 patients", sessionsOf(400, 11, 10), 0.0275],
  ["all but one session of 10 patients", sessionsOf(400, 10, 9, 10), null],
  ["none, of many", sessionsOf(400, 0, 0), 0],
  ["none, of few", sessionsOf(100, 0, 0), null],
  ["of 10 patients", sessionsOf(10, 5, 5), null],
])("decides by patients whether a share of sessions is shown: %s", (_, monitoring, share) => {
  expect(shareOfSessions(publish, monitoring).value).toBe(share);
});

it.each([
  [200, 10, "TOO_FEW"],
  [200, 11, null],
  [200, 189, null],
  [200, 190, "TOO_FEW"],
  [300, 0, "NOT_ESTIMABLE"],
  [100, 0, "TOO_FEW"],
] as const)("of %d patients, %d responders: cost of one is hidden as %s", (n, responders, hidden) => {
  const x = momentsOf(Array.from({ length: n }, (_, at) => 400 * (1 + (at % 6))));
  const y = { sum: responders, sumOfSquares: responders };
  const pairs = { n, x, y, sumOfProducts: (x.sum * responders) / n };
  const { dollars } = costPerResponder(publish, pairs, null);
  expect(dollars.hidden).toBe(hidden);
});

it("shows neither setting of a group where one holds too few, and says nothing of a hidden group", () => {
  const rows = [
    { clinic: 300, home: 60 },
    { clinic: 290, home: 10 },
    { clinic: 0, home: 200 },
    { clinic: 50, home: 50 },
  ];
  const [both, few, none, hidden] = placesOf(publish, rows, [null, null, null, "TOO_FEW"]);
  expect([both?.clinic.value, both?.home.value]).toEqual([300 / 360, 60 / 360]);
  expect([few?.recorded.value, few?.clinic.value, few?.home.value]).toEqual([300, null, null]);
  expect(none?.recorded.value).toBe(200);
  expect([hidden?.recorded.value, hidden?.clinic.value, hidden?.home.value]).toEqual([null, null, null]);
});
