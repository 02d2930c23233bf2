// A small registry whose conditions have telling sizes, published as seeded.1:
// TRD 60 and PTSD 40 patients; GAD 10, one short of what `publish` shows; OCD 4, one short of what `internal` shows;
// PANIC none at all.
import type { Database } from "../../server/src/database/dataSource";
import { publish } from "../../server/src/releases/publish";

export const seededRelease = "seeded.1";
export const sizes = { TRD: 60, PTSD: 40, GAD: 10, OCD: 4 } as const;
export const absent = "PANIC";

/** `conditions`: other sizes than those. `clinics`: between which the patients are divided. */
export async function seed(
  database: Database,
  conditions: Readonly<Record<string, number>> = sizes,
  clinics: readonly string[] = ["north"],
): Promise<void> {
  const write = (sql: string, values: unknown[] = []) => database.dataSource.query(sql, values);
  await write(
    `insert into dataset (name, title, kind, licence, citation)
    values ('seeded', 'Seeded registry', 'SYNTHETIC', 'CC0-1.0', 'None')`,
  );
  for (const [condition, size] of Object.entries(conditions)) {
    await write(
      `insert into course (dataset_id, patient, course, clinic, condition, modality, age_years, sex, start_year,
        prior_trials, antidepressant, setting, end_day, end_reason)
      select d.id, $1 || '-' || i, 1, ($3::text[])[1 + i / 2 % cardinality($3)], $1, 'KETAMINE_IV', 25 + i % 40, case i % 2 when 0 then 'FEMALE' else 'MALE' end,
        2021 + i % 3, i % 6, i % 3 = 0, 'CLINIC', 100, 'COMPLETED'
      from dataset d, generate_series(1, $2::int) i where d.name = 'seeded'`,
      [condition, size, clinics],
    );
  }
  await write(
    `insert into session (dataset_id, patient, course, number, day, systolic_before, systolic_peak, diastolic_before,
      diastolic_peak, heart_rate_before, heart_rate_peak, duration_min, psychotherapy_min, recovery_min, cost_usd,
      ecg_done, vitals_monitored)
    select dataset_id, patient, course, n, (n - 1) * 3, 120, 140, 80, 90, 70, 80, 40, 0, 60,
      400 + 50 * (length(patient) % 3), n = 1, true
    from course, generate_series(1, 6) n`,
  );
  // Every third patient stays ill, the others respond at day 7 and half of those lose it by day 84.
  await write(
    `insert into score (dataset_id, patient, course, instrument, day, total)
    select dataset_id, patient, course, 'PHQ9', day,
      case when day = 0 or i % 3 = 0 then 18 when day > 80 and i % 2 = 0 then 16 else 4 end
    from (select *, split_part(patient, '-', 2)::int as i from course) c, unnest(array[0, 7, 14, 28, 56, 84]) day`,
  );
  await write(
    `insert into side_effect (dataset_id, patient, course, session, term, severity, duration_min, ascertained_by)
    select dataset_id, patient, course, 1, 'NAUSEA', 'MILD', 30, 'CHECKLIST' from course
    where split_part(patient, '-', 2)::int % 2 = 0`,
  );
  await publish(database, { dataset: "seeded" });
}
