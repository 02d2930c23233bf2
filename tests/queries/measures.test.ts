// The tallies of measures, on a real Postgres, against the naive count over the same rows.
import { changeCategories, type DimensionName } from "@afterglow/shared";
import { baselineOfAll, tallyBaseline } from "../../server/src/queries/tallyBaseline";
import { tallyDurability } from "../../server/src/queries/tallyDurability";
import { tallyOnset } from "../../server/src/queries/tallyOnset";
import { tallyTrajectory } from "../../server/src/queries/tallyTrajectory";
import { scoreVisits, type Row } from "./analysisRows";
import { firstOf, isWellOn } from "./naiveDurability";
import { countBy, grouped, groupOf, momentsOf, numbersOf, valueOf } from "./oracle";
import { talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

function timesOf(
  of: Row[],
  by: DimensionName | null,
  seen: (row: Row) => { time: number; isEvent: boolean },
) {
  return countBy(of, (row) => [groupOf(row, by), seen(row).time]).map(({ key: [group, time], rows: at }) => {
    const events = at.filter((row) => seen(row).isEvent).length;
    return { group, time, events, censored: at.length - events };
  });
}
const gapsOf = (of: Row[], by: DimensionName | null, column: string) =>
  countBy(
    of.filter((row) => row[column] !== null),
    (row) => [groupOf(row, by), Number(row[column])],
  ).map(({ key: [group, value], rows: at }) => ({ group, value, count: at.length }));

const onsets = withOutcome.map((each, index) => ({
  ...each,
  of: (["RESPONSE", "CONFIRMED_RESPONSE", "REMISSION"] as const)[index % 3] ?? "RESPONSE",
  clock: index % 2 === 0 ? ("DAY" as const) : ("SESSION" as const),
}));
it.each(onsets)("counts onset: $of in $clock by $by, $cohort", async ({ cohort, by, outcome, of, clock }) => {
  const stem = { RESPONSE: "response", CONFIRMED_RESPONSE: "confirmed", REMISSION: "remission" }[of];
  const unit = clock === "DAY" ? "day" : "sessions";
  const evaluable = tallied.measuresOf(cohort, outcome).filter((row) => row["onset_last_day"] !== null);
  const times = timesOf(evaluable, by, (row) => {
    const event = valueOf(row, `${stem}_${unit}`);
    return { time: event ?? Number(row[`onset_last_${unit}`]), isEvent: event !== null };
  });
  const tally = await tallyOnset(tallied.count, tallied.scopeOf(cohort), outcome, by, of, clock);
  expect(tally).toEqual({ times, gaps: gapsOf(evaluable, by, "onset_gap_days") });
});

const isResponder = (row: Row): boolean => row["durability_zero_day"] !== null;

it.each(withOutcome)(
  "counts durability: $outcome.relapse by $by, $cohort",
  async ({ cohort, by, outcome }) => {
    const responders = tallied.measuresOf(cohort, outcome).filter(isResponder);
    const times = timesOf(responders, by, (row) => {
      const { day, is } = firstOf(row, outcome, "CENSORED");
      return { time: day, isEvent: is === "LOSS" };
    });
    const tally = await tallyDurability(tallied.count, tallied.scopeOf(cohort), outcome, by);
    expect(tally).toEqual({ times, gaps: gapsOf(responders, by, "durability_gap_days") });
  },
);

const ways = withOutcome.map((each, index) => ({
  ...each,
  outcome: {
    ...each.outcome,
    maintenance: (["COMPETING", "IGNORED", "COMPETING", "CENSORED"] as const)[index % 4] ?? "COMPETING",
  },
  dropouts: index % 3 === 0 ? ("CENSORED" as const) : ("RELAPSED" as const),
  fromDay: index % 2 === 0 ? 0 : 42,
}));
it.each(ways)(
  "counts durability from day $fromDay, drop-outs $dropouts, maintenance $outcome.maintenance, by $by, $cohort",
  async ({ cohort, by, outcome, dropouts, fromDay }) => {
    const seen = tallied
      .measuresOf(cohort, outcome)
      .filter((row) => isResponder(row) && isWellOn(row, outcome, fromDay));
    // The clock's start moves what is past: only sessions after it can come first.
    const first = (row: Row) => firstOf(row, outcome, dropouts, fromDay);
    const byMaintained = fromDay > 0;
    const groupedBy = (row: Row): number =>
      byMaintained ? Number((valueOf(row, "maintenance_days") ?? Infinity) <= fromDay) : groupOf(row, by);
    const times = countBy(seen, (row) => [groupedBy(row), first(row).day - fromDay]).map(
      ({ key: [group, time], rows }) => {
        const kinds = rows.map((row) => first(row).is);
        const count = (is: (typeof kinds)[number]) => kinds.filter((kind) => kind === is).length;
        const maintained = outcome.maintenance === "COMPETING" ? { maintained: count("MAINTENANCE") } : {};
        return { group, time, events: count("LOSS"), censored: rows.length - count("LOSS"), ...maintained };
      },
    );
    const way = { dropouts, fromDay, byMaintained };
    const tally = await tallyDurability(tallied.count, tallied.scopeOf(cohort), outcome, by, way);
    expect(tally.times).toEqual(times);
    const gaps = countBy(
      seen.filter((row) => row["durability_gap_days"] !== null),
      (row) => [groupedBy(row), Number(row["durability_gap_days"])],
    ).map(({ key: [group, value], rows }) => ({ group, value, count: rows.length }));
    expect(tally.gaps).toEqual(gaps);
  },
);

it.each(withOutcome)(
  "adds up the trajectory: $outcome.measure by $by, $cohort",
  async ({ cohort, by, outcome }) => {
    const isOwn = outcome.measure === "OWN";
    const read = (row: Row, visit: string): number | null => {
      const score = valueOf(row, `score_${visit}`);
      const baseline = Number(row["baseline"]);
      return score === null || !isOwn ? score : Math.floor((10000 * score) / baseline + 0.5);
    };
    const start = (row: Row): number => (isOwn ? 10000 : Number(row["baseline"]));
    const none = momentsOf([]);
    const expected = grouped(
      tallied.measuresOf(cohort, outcome).filter((row) => row["is_case"]),
      by,
    ).map(([group, of]) => ({
      group,
      cases: of.length,
      visits: [
        {
          visit: "BASELINE",
          score: momentsOf(of.map(start)),
          change: none,
          categories: changeCategories.map(({ number }) => ({ category: number, patients: 0 })),
        },
        ...scoreVisits.map((visit) => ({
          visit: visit.toUpperCase(),
          score: momentsOf(numbersOf(of, (row) => read(row, visit))),
          change: momentsOf(
            numbersOf(of, (row) => {
              const value = read(row, visit);
              return value === null ? null : value - start(row);
            }),
          ),
          categories: changeCategories.map(({ number }) => ({
            category: number,
            patients: of.filter((row) => row[`change_${visit}`] === number).length,
          })),
        })),
      ],
    }));
    expect(await tallyTrajectory(tallied.count, tallied.scopeOf(cohort), outcome, by)).toEqual(expected);
  },
);

it.each(withOutcome)("adds up the baseline table: $by, $cohort", async ({ cohort, by, outcome }) => {
  const measured = tallied.measuresOf(cohort, outcome);
  const expected = grouped(tallied.coursesOf(cohort), by).map(([group, of]) => ({
    group,
    patients: of.length,
    ageYears: momentsOf(numbersOf(of, (row) => valueOf(row, "age_years"))),
    inductionSessions: momentsOf(of.map((row) => Number(row["induction_sessions"]))),
    score: momentsOf(
      numbersOf(
        measured.filter((row) => groupOf(row, by) === group),
        (row) => valueOf(row, "baseline"),
      ),
    ),
  }));
  const tally = await tallyBaseline(tallied.count, tallied.scopeOf(cohort), outcome, by);
  expect(tally).toEqual(expected);
  const all = await tallyBaseline(tallied.count, tallied.scopeOf(cohort), outcome, null);
  expect([baselineOfAll(tally)]).toEqual(tally.length === 0 ? [baselineOfAll([])] : all);
});
