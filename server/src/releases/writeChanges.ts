// What changed since the release before, counted once and kept with the release: courses that came, that were corrected,
// whose numbers are others, that were withdrawn. Exact counts: what of them is shown is for the gate. What was kept of
// corrections to be told now is removed, so that nothing stays of who was corrected.
import type { ReleaseChangeKind } from "@afterglow/shared";
import { dimensionColumns, tablesOf, type AnalysisTable } from "./analysisColumns";
import { ENDPOINT_DEFINITIONS } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";
import { makeWorkTable } from "../database/workTable";

/** As the release keeps it. */
export interface CountedChange {
  readonly kind: ReleaseChangeKind;
  /** Distinct patients who have such a course. */
  readonly patients: number;
  readonly courses: number;
  /** The distinct patients that they are some of, and that a reader may know the number of. */
  readonly among: number;
}

interface EarlierRelease {
  readonly id: number;
  readonly definitions: string;
}

/**
 * change_row: the courses of which a row is another, or is in one of this release ($2) and the one before ($3) alone. A
 * course's dimensions are held against each other once: all its rows carry the same.
 */
const changedIn = ({ name, columns, order }: AnalysisTable): string => {
  const own = columns.filter((column) => name === "analysis_course" || !dimensionColumns.includes(column));
  const rows = (release: string) =>
    `(select ${own.join(", ")} from ${name} where dataset_id = $1 and release_id = ${release})`;
  const all = (alias: string) => own.map((column) => `${alias}.${column}`).join(", ");
  return `
select patient, course from ${rows("$2")} n full join ${rows("$3")} o using (patient, ${order})
where row(${all("n")}) is distinct from row(${all("o")})`;
};

/** change_course: every course of both. */
const courses = `
select patient, course, n.patient is not null as is_here, o.patient is not null as was_here, r.patient is not null as is_changed
from (select patient, course from analysis_course where dataset_id = $1 and release_id = $2) n
full join (select patient, course from analysis_course where dataset_id = $1 and release_id = $3) o
  using (patient, course)
left join (select distinct patient, course from change_row) r using (patient, course)`;

const count = `
select kind, count(distinct patient)::int as patients, count(*)::int as courses
from (
  select case when not was_here then 'ADDED' when not is_here then 'WITHDRAWN' else 'NUMBERS_CHANGED' end as kind, patient
  from change_course where is_changed or not (is_here and was_here)
  union all
  select kind, patient from (
    select distinct upper(s.source_table) || '_CORRECTED' as kind, s.patient, s.course
    from superseded s join change_course c on (c.patient, c.course) = (s.patient, s.course) and is_here and was_here
    where s.dataset_id = $1
  ) corrected
) told
group by kind`;

const patients = `
select count(distinct patient) filter (where is_here)::int as here, count(distinct patient) filter (where was_here)::int as before,
  count(distinct patient) filter (where is_here and was_here)::int as both
from change_course`;

/** What each kind is part of. */
const amongOf: Readonly<Record<ReleaseChangeKind, "here" | "before" | "both">> = {
  ADDED: "here",
  COURSE_CORRECTED: "both",
  SESSION_CORRECTED: "both",
  SCORE_CORRECTED: "both",
  SIDE_EFFECT_CORRECTED: "both",
  NUMBERS_CHANGED: "both",
  WITHDRAWN: "before",
};

export async function writeChanges(ask: Ask, publication: Publication): Promise<void> {
  const { datasetId, releaseId } = publication;
  const [earlier] = await ask<EarlierRelease>(
    `select id, definitions from release where dataset_id = $1 and id <> $2
    order by number desc limit 1`,
    [datasetId, releaseId],
  );
  if (earlier !== undefined) {
    const changes = await countChanges(ask, publication, earlier);
    await ask("update release set changes = $2 where id = $1", [releaseId, JSON.stringify(changes)]);
  }
  // A course that was corrected before its first release was never published otherwise.
  await ask("delete from superseded where dataset_id = $1", [datasetId]);
}

async function countChanges(
  ask: Ask,
  { datasetId, releaseId }: Publication,
  { id, definitions }: EarlierRelease,
): Promise<CountedChange[]> {
  const values = [datasetId, releaseId, id];
  // Where they were derived by other definitions, what both of them have is held against each other.
  const present = tablesOf(ENDPOINT_DEFINITIONS).map(({ name }) => name);
  const query = tablesOf(definitions)
    .filter(({ name }) => present.includes(name))
    .map(changedIn)
    .join("\nunion all\n");
  await makeWorkTable(ask, { name: "change_row", query, values, spread: true });
  await makeWorkTable(ask, { name: "change_course", query: courses, values, spread: true });
  const counted = await ask<Omit<CountedChange, "among">>(count, [datasetId]);
  const [whole] = await ask<Record<"here" | "before" | "both", number>>(patients);
  return (Object.keys(amongOf) as ReleaseChangeKind[]).map((kind) => ({
    kind,
    patients: 0,
    courses: 0,
    ...counted.find((each) => each.kind === kind),
    among: whole?.[amongOf[kind]] ?? 0,
  }));
}
