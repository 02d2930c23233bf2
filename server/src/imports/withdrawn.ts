// Who has withdrawn from a dataset, whole or with one course: how they are known again, and how an import leaves them out.
import type { LeftOut } from "@afterglow/shared";
import type { PoolClient } from "pg";
import { stagedTable, type TableSource } from "./stageRows";
import { makeStagingTable } from "./stagingTable";
import type { TableName } from "./tableSchemas";

/**
 * SQL: what is kept of a patient, of whom the id may not be; with a number, of that one course. All are expressions of
 * text. No id holds a line end, so that none is taken for a course of another.
 */
export const withdrawnHash = (dataset: string, patient: string, course?: string): string => {
  const parts = [dataset, patient, ...(course === undefined ? [] : [course])];
  return `encode(sha256(convert_to(${parts.join(" || E'\\n' || ")}, 'UTF8')), 'hex')`;
};

const because = { patient: "The patient has withdrawn.", course: "The course was withdrawn." };
type LeftOutOfTable = LeftOut & { readonly table: TableName };

/** Takes their rows out of the staged tables, and says of how many rows of each. */
export async function leaveOutWithdrawn(
  client: PoolClient,
  datasetId: number,
  sources: readonly TableSource[],
): Promise<LeftOutOfTable[]> {
  const { rowCount } = await client.query("select from withdrawn where dataset_id = $1 limit 1", [datasetId]);
  // A hash of every course is only worth its time where somebody has withdrawn.
  if (rowCount === 0 || sources.length === 0) return [];
  await makeStagingTable(client, "left_out", findOf(sources), [datasetId]);
  const leftOut: LeftOutOfTable[] = [];
  for (const { schema, file } of sources) {
    const { rows } = await client.query<{ whose: keyof typeof because; rows: number }>(
      `with removed as (
         delete from ${stagedTable(schema)} s using left_out g
         where (g.patient, g.course) = (s.patient, s.course) returning g.whose
       ) select whose, count(*)::int as rows from removed group by whose order by whose`,
    );
    leftOut.push(
      ...rows.map(({ whose, rows }) => ({ file, table: schema.table, because: because[whose], rows })),
    );
  }
  return leftOut;
}

/** left_out: the courses among the staged rows that have withdrawn, by themselves or with their patient. */
const findOf = (sources: readonly TableSource[]): string => `
select c.patient, c.course, case when p.patient_hash is null then 'course' else 'patient' end as whose
from (${sources.map(({ schema }) => `select patient, course from ${stagedTable(schema)}`).join(" union ")}) c
join dataset d on d.id = $1
left join withdrawn p on p.dataset_id = d.id and p.patient_hash = ${withdrawnHash("d.name", "c.patient")}
left join withdrawn w on w.dataset_id = d.id
  and w.patient_hash = ${withdrawnHash("d.name", "c.patient", "c.course::text")}
where p.patient_hash is not null or w.patient_hash is not null`;
