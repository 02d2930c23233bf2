/**
 * What the sessions of a course were like, and what they cost: a table of its own, so that the rows of the other scans
 * stay narrow. The dimensions lead, as in the others, so that the same WHERE fits.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

/** The columns of the first analysis tables, as they were then. */
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

const mean = (what: string): string =>
  `Mean over the sessions of the course with it, in tenths, rounded half up: ${what}`;
const pair = (what: string): string => `${mean(what)}; only sessions with both readings, before and peak`;
const cost = (which: string): string =>
  `US dollars, rounded half up: ${which}; a session without a cost counts as the mean of those with one; null where no session has a cost`;
const observed = "null where the course was still going on and that time was not over";

const means: Readonly<Record<string, string>> = {
  duration: mean("minutes of administration"),
  psychotherapy_time: mean("minutes of psychotherapy"),
  recovery: mean("minutes of recovery"),
  systolic_before: pair("systolic pressure before, mmHg"),
  systolic_peak: pair("highest systolic pressure, mmHg"),
  diastolic_before: pair("diastolic pressure before, mmHg"),
  diastolic_peak: pair("highest diastolic pressure, mmHg"),
  heart_rate_before: pair("heart rate before, beats per minute"),
  heart_rate_peak: pair("highest heart rate, beats per minute"),
};
const counts: Readonly<Record<string, string>> = {
  ecg_known: "Sessions of which it is recorded whether an ECG was done",
  ecg_done: "Sessions with an ECG",
  vitals_known: "Sessions of which it is recorded whether vital signs were monitored",
  vitals_monitored: "Sessions with vital signs monitored",
  priced_sessions: "Sessions with a cost",
};
const costs: Readonly<Record<string, string>> = {
  cost: "US dollars, rounded half up: sum over the sessions with a cost; null where none has one",
  induction_cost: cost("the sessions of induction"),
  half_year_cost: cost(`the sessions up to 182 days after the last of induction; ${observed}`),
  year_cost: cost(`the sessions of days 0 to 364; ${observed}`),
};

const columns = (names: readonly string[], type: string): string =>
  names.map((name) => `${name} ${type}`).join(",\n    ");

export class SessionProfile1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
  create table analysis_session_profile (
    release_id integer not null,
    dataset_id integer not null,
    course smallint not null,
    ${columns(dimensions, "smallint not null")},
    sessions smallint not null,
    ${columns(Object.keys(means), "smallint")},
    ${columns(Object.keys(counts), "smallint not null")},
    ${columns(Object.keys(costs), "integer")},
    patient text not null,
    primary key (dataset_id, patient, release_id, course)
  );
  create index analysis_session_profile_release on analysis_session_profile (release_id);`);
    for (const [column, meaning] of Object.entries(comments())) {
      const target = column.includes(".") ? "column" : "table";
      await runner.query(`comment on ${target} ${column} is '${meaning.replaceAll("'", "''")}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table analysis_session_profile");
  }
}

function comments(): Record<string, string> {
  const of = {
    release_id: "The release that this row is frozen in",
    dataset_id: "The dataset",
    course: "Number of the course of this patient, from 1",
    ...Object.fromEntries(
      dimensions.map((d) => [
        d,
        `Number of the category of the dimension ${d} in the vocabulary; 0 = unknown`,
      ]),
    ),
    sessions: "Sessions of the course",
    ...means,
    ...counts,
    ...costs,
    patient: "Random patient id; last in the row, since few tallies read it",
  };
  return {
    analysis_session_profile: "One row a course with a session: times, readings, monitoring and cost",
    ...Object.fromEntries(
      Object.entries(of).map(([column, meaning]) => [`analysis_session_profile.${column}`, meaning]),
    ),
  };
}
