// What the tests of the tallies share: one release of seeded rows beside another, the cohorts and groupings asked.
import { join } from "node:path";
import { everyone, type Cohort, type DimensionName, type Outcome } from "@afterglow/shared";
import type { Database } from "../../server/src/database/dataSource";
import { ColumnStore } from "../../server/src/columns/columnStore";
import { CountingThread } from "../../server/src/columns/countingThread";
import { isRead } from "../../server/src/columns/readColumns";
import { countOf } from "../../server/src/columns/countOf";
import { countBySql, type Count, type Counting } from "../../server/src/queries/counting";
import type { Scope } from "../../server/src/queries/whereCohort";
import { createTestDatabase } from "../testDatabase";
import { analysisRows, type AnalysisRows, type Row } from "./analysisRows";
import { insertRows } from "./insertRows";
import { isMeant, passes } from "./oracle";

export interface TalliedRows {
  readonly rows: AnalysisRows;
  readonly query: Database["query"];
  /** By Postgres, and on a thread over columns in memory: both have to count the same. */
  readonly count: Count;
  scopeOf(cohort: Cohort): Scope;
  coursesOf(cohort: Cohort): Row[];
  measuresOf(cohort: Cohort, outcome: Outcome): Row[];
  profilesOf(cohort: Cohort): Row[];
  drop(): Promise<void>;
}

export async function talliedRows(patients = 350): Promise<TalliedRows> {
  const rows = analysisRows(7, patients);
  const { database, drop } = await createTestDatabase(`rows_${patients}`, async (empty) => {
    // Another release of other rows, which no answer may contain.
    await insertRows(empty, analysisRows(99, 60));
    await insertRows(empty, rows);
  });
  const [release] = await database.query<{ id: number }>("select max(id) as id from release");
  const releaseId = release?.id ?? 0;
  const logError = (error: unknown) => {
    throw error;
  };
  const columns = new ColumnStore({
    query: database.query,
    mostBytes: 2 ** 20,
    logError,
    thread: new CountingThread(logError, ["-r", join(__dirname, "../runTypeScript.cjs")]),
  });
  const inColumns = countOf({ query: database.query, columns });
  return {
    rows,
    query: database.query,
    count: async <Row extends object>(counting: Counting): Promise<Row[]> => {
      const bySql = await countBySql(database.query)<Row>(counting);
      if (counting.scope !== null && isRead(counting)) {
        columns.find(releaseId, counting);
        await columns.settled();
        expect(columns.find(releaseId, counting)).not.toBeNull();
      }
      expect(await inColumns<Row>(counting)).toEqual(bySql);
      return bySql;
    },
    scopeOf: (cohort) => ({ releaseId, cohort }),
    coursesOf: (cohort) => rows.courses.filter((row) => passes(row, cohort)),
    measuresOf: (cohort, outcome) =>
      rows.measures.filter((row) => passes(row, cohort) && isMeant(row, outcome)),
    profilesOf: (cohort) => rows.profiles.filter((row) => passes(row, cohort)),
    drop: async () => {
      await columns.close();
      await drop();
    },
  };
}

export const cohorts: Cohort[] = [
  everyone,
  { condition: ["TRD", "PTSD"], courseNumber: ["FIRST"] },
  {
    condition: ["TRD", "MDD", "PTSD"],
    age: ["AGE_18_29", "AGE_30_39"],
    sex: ["FEMALE", "UNKNOWN"],
    courseNumber: ["FIRST"],
  },
  { clinic: ["7"], startYear: ["2021", "2022"], courseNumber: ["SECOND"] },
  { clinic: ["UNKNOWN"], modality: ["PLACEBO"], courseNumber: ["THIRD"] },
];
const groupings: (DimensionName | null)[] = [null, "condition", "clinic"];
export const cases = cohorts.flatMap((cohort) => groupings.map((by) => ({ cohort, by })));
const outcomes: Outcome[] = [
  { measure: "PHQ9", response: "INSTRUMENT", relapse: "LOSS_OF_RESPONSE", maintenance: "IGNORED" },
  { measure: "PCL5", response: "HALF", relapse: "CONFIRMED_LOSS", maintenance: "CENSORED" },
  { measure: "OWN", response: "INSTRUMENT", relapse: "RELAPSE", maintenance: "CENSORED" },
  { measure: "OWN", response: "HALF", relapse: "CONFIRMED_RELAPSE", maintenance: "IGNORED" },
];
export const withOutcome = cases.flatMap((each, index) => ({
  ...each,
  outcome: outcomes[index % outcomes.length] as Outcome,
}));
