// The tally of clinics by case mix, on a real Postgres, against the naive count over the same rows.
import { instruments, isResponse, type DimensionName } from "@afterglow/shared";
import { tallyClinics, type ClinicPattern } from "../../server/src/queries/tallyClinics";
import { snake, type Row } from "./analysisRows";
import { countBy, valueOf } from "./oracle";
import { cohorts, talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const mixes: DimensionName[][] = [[], ["severity"], ["condition", "severity", "age", "sex", "priorTrials"]];

function naive(rows: readonly Row[], mix: readonly DimensionName[], happened: (row: Row) => boolean) {
  const clinicAndMix = (row: Row) => [Number(row["clinic"]), ...mix.map((name) => Number(row[snake(name)]))];
  return countBy(rows, clinicAndMix).map(({ key: [clinic, ...categories], rows: of }) => ({
    clinic,
    categories,
    patients: of.length,
    events: of.filter(happened).length,
  }));
}

const sorted = (patterns: readonly ClinicPattern[]) =>
  [...patterns].sort((one, other) => {
    const [left, right] = [one, other].map(({ clinic, categories }) => [clinic, ...categories]);
    const at = (left ?? []).findIndex((part, index) => part !== right?.[index]);
    return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
  });

function responds(row: Row, visit: string, rule: "INSTRUMENT" | "HALF"): boolean {
  const instrument = instruments.find(({ number }) => number === row["instrument"]);
  if (instrument === undefined) throw new Error("The rows hold another instrument");
  return isResponse(instrument, rule, Number(row["baseline"]), Number(row[`score_${visit.toLowerCase()}`]));
}

it.each(withOutcome.filter(({ by }) => by === null))(
  "counts response: $outcome.measure by $outcome.response, $cohort",
  async ({ cohort, outcome }) => {
    for (const visit of ["D1", "W4", "W12"]) {
      for (const mix of mixes) {
        const seen = tallied
          .measuresOf(cohort, outcome)
          .filter((row) => row["is_case"] && valueOf(row, `score_${visit.toLowerCase()}`) !== null);
        const asked = { outcome, visit, of: "RESPONSE" };
        const tally = await tallyClinics(tallied.count, tallied.scopeOf(cohort), asked, mix);
        expect(sorted(tally)).toEqual(naive(seen, mix, (row) => responds(row, visit, outcome.response)));
      }
    }
  },
);

it.each(cohorts)("counts side effects: %j", async (cohort) => {
  const [{ outcome }] = withOutcome as [(typeof withOutcome)[number]];
  for (const term of ["DISSOCIATION", "NAUSEA"]) {
    for (const mix of mixes) {
      const exposed = tallied.coursesOf(cohort).filter((row) => Number(row["sessions"]) > 0);
      const asked = { outcome, visit: "W4", of: term };
      const tally = await tallyClinics(tallied.count, tallied.scopeOf(cohort), asked, mix);
      const had = (row: Row) => Number(row[`worst_${term.toLowerCase()}`]) > 0;
      expect(sorted(tally)).toEqual(naive(exposed, mix, had));
    }
  }
});

it("asks for no event but those it knows", async () => {
  const [{ cohort, outcome }] = withOutcome as [(typeof withOutcome)[number]];
  const asked = { outcome, visit: "W4", of: "NAUSEA > 0 or true --" };
  await expect(tallyClinics(tallied.count, tallied.scopeOf(cohort), asked, [])).rejects.toThrow(
    "unknown event",
  );
});
