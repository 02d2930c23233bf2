// The tallies of the Questions page, on a real Postgres, against the naive count over the same rows.
import { tallyWorsening } from "../../server/src/queries/tallyWorsening";
import { grouped, valueOf } from "./oracle";
import { talliedRows, withOutcome, type TalliedRows } from "./talliedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows();
});
afterAll(() => tallied.drop());

const early = ["d1", "w1", "w2", "w3", "w4"];
const later = ["w6", "w8", "w12"];

it.each(withOutcome)(
  "counts worsening and late response: $outcome.measure by $by, $cohort",
  async ({ cohort, by, outcome }) => {
    const cases = tallied.measuresOf(cohort, outcome).filter((row) => row["is_case"]);
    const expected = grouped(cases, by).map(([group, of]) => {
      const counted = { group, patients: 0, worse: 0, early: 0, later: 0, never: 0, unseen: 0 };
      for (const row of of) {
        const at = (visits: string[]) => visits.flatMap((visit) => valueOf(row, `change_${visit}`) ?? []);
        const isBetter = (change: number) => change === 4 || change === 5;
        if (at([...early, ...later]).length === 0) continue;
        counted.patients++;
        if (at([...early, ...later]).includes(1)) counted.worse++;
        if (at(early).some(isBetter)) counted.early++;
        else if (at(later).some(isBetter)) counted.later++;
        else if (at(later).length > 0) counted.never++;
        else counted.unseen++;
      }
      return counted;
    });
    expect(await tallyWorsening(tallied.query, tallied.scopeOf(cohort), outcome, by)).toEqual(expected);
  },
);
