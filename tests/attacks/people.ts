// What is true of every patient: the category in each dimension, in which figures they count, and how they fared.
// The attackers know all of it but the last, and are measured by it.
import { dimensions, UNKNOWN_CODE, type Cohort, type DimensionName } from "@afterglow/shared";
import type { Database } from "../../server/src/database/dataSource";

/** Denominators of figures, by PHQ-9: visits stand for cases with a score then. */
export const universes = ["TREATED", "CASE", "LATER_SCORE", "W4", "W12", "W26"] as const;
export type Universe = (typeof universes)[number];
export const attackedVisits = ["W4", "W12", "W26"] as const;

export interface Person {
  readonly patient: string;
  readonly codes: Readonly<Record<DimensionName, string>>;
  readonly among: ReadonlySet<Universe>;
  /** Visits at which they were in response. */
  readonly responded: ReadonlySet<string>;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Row = { patient: string; is_case: boolean | null; later_score: boolean | null } & Record<
  string,
  number | null
>;

export async function readPeople(database: Database, releaseId = 1): Promise<Person[]> {
  const rows = await database.query<Row>(
    `select c.patient, ${dimensions.map(({ name }) => `c.${snake(name)}`).join(", ")},
      m.is_case, m.later_score, m.baseline, m.score_w4, m.score_w12, m.score_w26
    from analysis_course c left join analysis_measure m on m.release_id = c.release_id and m.patient = c.patient
      and m.course = c.course and m.instrument = 1 and m.rule = 0
    where c.release_id = $1 and c.course_number = 1 order by c.patient`,
    [releaseId],
  );
  return rows.map((row) => {
    const among = new Set<Universe>(["TREATED"]);
    const responded = new Set<string>();
    if (row.is_case) {
      among.add("CASE");
      if (row.later_score) among.add("LATER_SCORE");
      for (const visit of attackedVisits) {
        const score = row[`score_${visit.toLowerCase()}`] ?? null;
        if (score === null) continue;
        among.add(visit);
        if (2 * ((row["baseline"] ?? 0) - score) >= (row["baseline"] ?? 0)) responded.add(visit);
      }
    }
    return { patient: row.patient, codes: codesOf(row), among, responded };
  });
}

function codesOf(row: Row): Record<DimensionName, string> {
  const codes = dimensions.map(({ name, categories }) => {
    const number = row[snake(name)] ?? 0;
    if (number === 0) return [name, UNKNOWN_CODE];
    if (categories === null) return [name, String(number)];
    return [name, categories.find((each) => each.number === number)?.code ?? UNKNOWN_CODE];
  });
  return Object.fromEntries(codes) as Record<DimensionName, string>;
}

export function isIn(cohort: Cohort, { codes }: Person): boolean {
  return dimensions.every(({ name }) => cohort[name]?.includes(codes[name]) ?? true);
}
