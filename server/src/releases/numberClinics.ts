// Gives every clinic of the dataset the number under which readers see it. A number once given stays, so that
// "Clinic 7" is the same clinic in every release; new clinics follow in the order of their names.
import type { Ask } from "./publication";

export async function numberClinics(ask: Ask, datasetId: number): Promise<void> {
  await ask(
    `insert into clinic (dataset_id, name, number)
    select $1, new.name, taken.highest + row_number() over (order by new.name collate "C")
    from (
      select distinct c.clinic as name from course c
      where c.dataset_id = $1 and c.clinic is not null
        and not exists (select from clinic k where k.dataset_id = $1 and k.name = c.clinic)
    ) new
    cross join (select coalesce(max(number), 0) as highest from clinic where dataset_id = $1) taken`,
    [datasetId],
  );
}
