/**
 * One row a course and side effect instead of one a session: the figures count patients, and to group single sessions
 * by patient at every question took most of a section's time. It carries the dimensions, so that no join is needed.
 * Releases of definitions 1 keep their rows of sessions, which their checksum covers, and get the new ones from them,
 * so that their figures stay what they were.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const dimensions = [
  "condition",
  "modality",
  "protocol",
  "psychotherapy",
  "maintenance",
  "severity",
  "age",
  "sex",
  "prior_trials",
  "prior_ect",
  "antidepressant",
  "benzodiazepine",
  "mood_stabiliser",
  "setting",
  "course_number",
  "start_year",
  "clinic",
];

const table = "analysis_course_side_effect";

const comments: Record<string, string> = {
  release_id: "The release that this row is frozen in",
  dataset_id: "The dataset",
  course: "Number of the course of this patient, from 1",
  term: "Number of the side effect in the vocabulary",
  ...Object.fromEntries(
    dimensions.map((name) => [
      name,
      `Number of the category of the dimension ${name} in the vocabulary; 0 = unknown`,
    ]),
  ),
  infusions: "Sessions 1 to 12 with it, as bits: 1 the first, 2 the second, 4 the third … 2048 the twelfth",
  sessions_mild: "Sessions of the course with it, mild",
  sessions_moderate: "Sessions with it, moderate",
  sessions_severe: "Sessions with it, severe",
  sessions_unknown: "Sessions with it, of unknown severity",
  longest_min: "The longest minutes until it had gone; null = not known of any session",
  patient: "Random patient id; last in the row, since no tally reads it",
};

export class CourseSideEffects1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
  create table ${table} (
    release_id integer not null,
    dataset_id integer not null,
    course smallint not null,
    term smallint not null,
    ${dimensions.map((name) => `${name} smallint not null`).join(",\n    ")},
    infusions smallint not null,
    sessions_mild smallint not null,
    sessions_moderate smallint not null,
    sessions_severe smallint not null,
    sessions_unknown smallint not null,
    longest_min integer,
    patient text not null,
    primary key (dataset_id, patient, release_id, course, term)
  );
  insert into ${table}
  select c.release_id, c.dataset_id, c.course, e.term,
    ${dimensions.map((name) => `c.${name}`).join(", ")},
    e.infusions, e.mild, e.moderate, e.severe, e.unknown, e.longest, c.patient
  from (
    select dataset_id, patient, release_id, course, term,
      sum(case when session between 1 and 12 then 1 << (session - 1) else 0 end) as infusions,
      count(*) filter (where severity = 1) as mild,
      count(*) filter (where severity = 2) as moderate,
      count(*) filter (where severity = 3) as severe,
      count(*) filter (where severity = 4) as unknown,
      max(duration_min) as longest
    from analysis_side_effect
    group by dataset_id, patient, release_id, course, term
  ) e
  join analysis_course c using (dataset_id, patient, release_id, course)
  order by c.release_id, c.patient, c.course, e.term;
  create index ${table}_release on ${table} (release_id);
  comment on table ${table} is
    'One row a course and side effect: in how many sessions, how severe, in which infusions, for how long';
  comment on table analysis_side_effect is
    'One row a side effect in a session, of releases under endpoint definitions 1 only; their checksum covers it';`);
    for (const [column, meaning] of Object.entries(comments)) {
      await runner.query(`comment on column ${table}.${column} is '${meaning}'`);
    }
  }

  /** Not while a release is there that has its side effects here alone: without them its figures would read as none. */
  async down(runner: QueryRunner): Promise<void> {
    const newer = (await runner.query("select from release where definitions <> '1' limit 1")) as unknown[];
    if (newer.length > 0)
      throw new Error(
        `The table ${table} cannot be taken away: a release under endpoint definitions 2 or later has its side effects in it alone.`,
      );
    await runner.query(`
  drop table ${table};
  comment on table analysis_side_effect is
    'One row a side effect in a session, for rates by infusion and time to resolution';`);
  }
}
