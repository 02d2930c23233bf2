/**
 * The keys of the analysis tables begin with the patient, in which rows differ, and not with the dataset, in which those
 * of a release are all the same: such a key is sorted in two thirds of the time. A release belongs to one dataset, which
 * need not be in the key besides. Of releases that are there the keys are made anew: a minute or two at ten million rows.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

const rests = {
  analysis_course: "",
  analysis_course_side_effect: ", term",
  analysis_session_profile: "",
  analysis_measure: ", instrument, rule",
};

const replaceKeys = async (runner: QueryRunner, key: (rest: string) => string): Promise<void> => {
  for (const [table, rest] of Object.entries(rests)) {
    await runner.query(`alter table ${table} drop constraint ${table}_pkey`);
    await runner.query(`alter table ${table} add constraint ${table}_pkey primary key (${key(rest)})`);
  }
};

export class KeysByPatient1760000000019 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return replaceKeys(runner, (rest) => `patient, course${rest}, release_id`);
  }

  down(runner: QueryRunner): Promise<void> {
    return replaceKeys(runner, (rest) => `dataset_id, patient, release_id, course${rest}`);
  }
}
