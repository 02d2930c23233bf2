// The answer budget: how many different cohorts of a release one person may ask, so that very many answers cannot be put
// together to tell of one patient (DISCLOSURE: at 600 patients, 500 answers told three of four outcomes). Kept in
// the database: over servers and restarts. It knows cohorts and no answer.
import { cohortToSearch, type Cohort } from "@afterglow/shared";
import { asUnavailable, type Database } from "../database/dataSource";
import type { Person } from "../identity/person";
import { BudgetSpent } from "./budgetSpent";
import { nearBudget, type BudgetUse } from "./nearBudget";
import { LEAST_COHORTS } from "./leastCohorts";

/** A twentieth of the patients. A deployment may set less, never more. */
export const LARGEST_SHARE = 0.05;
interface AskedRelease {
  /** As readers see it: demo.1. */
  readonly id: string;
  readonly releaseId: number;
}

export interface Budget {
  /** Resolves when the person may have an answer about all of these cohorts; again for the same ones is free. */
  readonly spend: (
    person: Pick<Person, "id">,
    release: AskedRelease,
    cohorts: readonly Cohort[],
  ) => Promise<void>;
  /** Who comes near it, for an administrator. */
  readonly near: () => Promise<BudgetUse[]>;
}

// Any number: with the person and release it makes one's questions wait for each other while they are counted.
const BUDGET_LOCK = 724_611_043;
const lock = "select set_config('lock_timeout', '3000', true), pg_advisory_xact_lock($1, hashtext($2))";

/** All of the cohorts or none; `fits` says which. */
const take = `
  with spent as (select cohort from answer_budget where release_id = $1 and person = $2),
    fresh as (select unnest($3::text[]) as cohort except select cohort from spent),
    allowed as (
      select greatest($4::int, floor(patients * $5::float8)::int) as most from release where id = $1
    ),
    counted as (
      select most, (select count(*) from spent) + (select count(*) from fresh) <= most as fits from allowed
    ),
    kept as (
      insert into answer_budget (release_id, person, cohort)
      select $1, $2, cohort from fresh, counted where fits
    )
  select most, fits or not exists (select from fresh) as fits from counted`;

const MOST_REMEMBERED = 10_000;

export function openBudget(
  { dataSource }: Pick<Database, "dataSource">,
  share: number = LARGEST_SHARE,
): Budget {
  // What was spent stays spent: a page asks for one cohort many times, and need not be counted each time.
  const remembered = new Map<string, Promise<void>>();

  async function count(person: string, { id, releaseId }: AskedRelease, cohorts: string[]): Promise<void> {
    const [row] = await dataSource
      .transaction("READ COMMITTED", async (manager) => {
        await manager.query(lock, [BUDGET_LOCK, `${releaseId}:${person}`]);
        const values = [releaseId, person, cohorts, LEAST_COHORTS, share];
        return manager.query<{ most: number; fits: boolean }[]>(take, values);
      })
      .catch((error: unknown) => {
        throw asUnavailable(error);
      });
    if (row?.fits !== true) throw new BudgetSpent(id, row?.most ?? 0);
  }

  const spend: Budget["spend"] = (person, release, cohorts) => {
    const texts = [...new Set(cohorts.map(textOf))].sort();
    const key = JSON.stringify([person.id, release.releaseId, texts]);
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const counted = count(person.id, release, texts);
    remembered.set(key, counted);
    counted.catch(() => remembered.delete(key));
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return counted;
  };
  return { spend, near: () => nearBudget({ dataSource }, share) };
}

/** As in addresses, which are the same for equal cohorts. */
const textOf = (cohort: Cohort): string => new URLSearchParams(cohortToSearch(cohort)).toString();
