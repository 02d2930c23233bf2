// Who comes near the answer budget of a release: those who have asked half of its cohorts or more, the nearest first.
import type { Database } from "../database/dataSource";
import { LEAST_COHORTS } from "./leastCohorts";

export interface BudgetUse {
  readonly person: string;
  /** As the provider gave it; empty where there is none. */
  readonly name: string;
  readonly release: string;
  readonly asked: number;
  readonly most: number;
}

export function nearBudget(
  { dataSource }: Pick<Database, "dataSource">,
  share: number,
): Promise<BudgetUse[]> {
  return dataSource.query<BudgetUse[]>(
    `select b.person, coalesce(p.name, '') as name, d.name || '.' || r.number as release, b.asked, m.most
    from (select release_id, person, count(*)::int as asked from answer_budget group by 1, 2) b
    join release r on r.id = b.release_id
    join dataset d on d.id = r.dataset_id
    cross join lateral (select greatest($1::int, floor(r.patients * $2::float8)::int) as most) m
    left join person p on p.id = b.person
    where b.asked * 2 >= m.most
    order by b.asked::float8 / m.most desc, b.person, 3
    limit 50`,
    [LEAST_COHORTS, share],
  );
}
