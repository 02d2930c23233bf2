// What the days of a course are turned into: visits, protocol, maintenance.
import {
  countInductionSessions,
  maintenanceOf,
  protocolOf,
  visitByCode,
  visitOf,
  visits,
  type ModalityCode,
} from "@afterglow/shared";

describe("visits", () => {
  test("days -14 to 420 belong to one visit each, and no other day to any", () => {
    for (let day = -14; day <= 420; day++) {
      const holding = visits.filter(({ from, to }) => from <= day && day <= to);
      expect(holding).toHaveLength(1);
      expect(visitOf(day)?.code).toBe(holding[0]?.code);
    }
    expect([visitOf(-15), visitOf(421)]).toEqual([null, null]);
  });

  test("each target lies within its window, and visits are numbered in time", () => {
    for (const { from, to, target } of visits) expect(from <= target && target <= to).toBe(true);
    expect(visits.map(({ number }) => number)).toEqual(visits.map((_, i) => i + 1));
    expect(visits.map(({ target }) => target)).toEqual([
      0, 1, 7, 14, 21, 28, 42, 56, 84, 112, 140, 182, 273, 364,
    ]);
    expect(visitByCode("W4").label).toBe("Week 4");
  });
});

test.each([
  [[], 0],
  [[0], 1],
  [[0, 14], 2], // a gap of 14 days is still induction
  [[0, 15], 1],
  [[0, 3, 7, 10, 14, 17, 45, 80], 6],
  [[0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26], 12], // never more than 12
])("induction sessions among days %j: %i", (days, expected) => {
  expect(countInductionSessions(days)).toBe(expected);
});

test.each([
  ["KETAMINE_IV", [], null],
  ["KETAMINE_IV", [0], "SINGLE"],
  ["KETAMINE_IV", [0, 3], "OTHER"],
  ["KETAMINE_IV", [0, 5, 10], "INTENSIVE"],
  ["KETAMINE_IV", [0, 5, 11], "OTHER"],
  ["KETAMINE_IV", [0, 2, 5, 7, 10], "INTENSIVE"], // both would fit: intensive is tested first
  ["KETAMINE_IV", [0, 2, 5, 7, 11], "STANDARD"],
  ["KETAMINE_IV", [0, 2, 4, 6, 8, 10], "STANDARD"],
  ["KETAMINE_IV", [0, 4, 8, 12, 16, 28], "STANDARD"],
  ["KETAMINE_IV", [0, 4, 8, 12, 16, 29], "OTHER"],
  ["KETAMINE_IV", [0, 1, 2, 3, 4, 5, 6, 7, 8], "OTHER"],
  ["ECT", [0], "OTHER"],
  ["ECT", [0, 2, 4, 7, 9], "OTHER"],
  ["ECT", [0, 2, 4, 7, 9, 11], "ECT_COURSE"],
  ["ECT", [0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 23, 25], "ECT_COURSE"],
] as [ModalityCode, number[], string | null][])("%s on days %j is %s", (modality, days, expected) => {
  expect(protocolOf(modality, days)).toBe(expected);
});

test.each([
  [[], "NONE"],
  [[38], "EVERY_4_TO_6_WEEKS"], // 28 days after the last induction session
  [[37], "MORE_OFTEN"],
  [[52], "EVERY_4_TO_6_WEEKS"], // 42 days
  [[53], "LESS_OFTEN"],
  [[52, 95], "LESS_OFTEN"], // gaps 42 and 43: median 42.5
  [[38, 65], "MORE_OFTEN"], // gaps 28 and 27: median 27.5
  [[40, 41, 75], "EVERY_4_TO_6_WEEKS"], // gaps 30, 1, 34: median 30
] as [number[], string][])("last induction on day 10, then days %j: %s", (days, expected) => {
  expect(maintenanceOf(10, days)).toBe(expected);
});
