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

const MOST_REMEMBERED = 10_000;

export function openBudget(
  { dataSource }: Pick<Database, "dataSource">,
  share: number = LARGEST_SHARE,
): Budget {
  // What was spent stays spent: a page asks for one cohort many times, and need not be counted each time.
  const remembered = new Map<string, Promise<void>>();

  async function count(person: string, { id, releaseId }: AskedRelease, cohorts: string[]): Promise<void> {
    const [row] = await dataSource
      .query<{ most: number; fits: boolean }[]>("select most, fits from spend_answers($1, $2, $3, $4, $5)", [
        releaseId,
        person,
        cohorts,
        LEAST_COHORTS,
        share,
      ])
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
