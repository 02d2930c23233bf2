// What an answer rests on, noted while it is made: the releases that were looked up for it, and the cohorts that were
// counted in somebody's budget. Where all of it holds again, the answer is the same.
import type { Budget } from "../audit/openBudget";
import type { Person } from "../identity/person";
import type { ReleaseRecord } from "../releases/listReleases";

interface Spent {
  readonly release: Parameters<Budget["spend"]>[1];
  readonly cohorts: Parameters<Budget["spend"]>[2];
}

/** As it was found: any difference at all is another release. */
interface Found {
  readonly id: string;
  readonly record: string;
}

export interface SettledGrounds {
  readonly releases: readonly Found[];
  readonly spent: readonly Spent[];
}

export class Grounds {
  readonly #lookups = new Map<string, Promise<ReleaseRecord | null>>();
  readonly #spent: Spent[] = [];

  /** A release is looked up once a request, also where that fails. */
  lookUp(id: string, look: () => Promise<ReleaseRecord | null>): Promise<ReleaseRecord | null> {
    const found = this.#lookups.get(id) ?? look();
    this.#lookups.set(id, found);
    return found;
  }

  noting(budget: Budget): Budget {
    return {
      ...budget,
      spend: (person, release, cohorts) => {
        this.#spent.push({ release, cohorts });
        return budget.spend(person, release, cohorts);
      },
    };
  }

  /** Once the answer is there. */
  async settled(): Promise<SettledGrounds> {
    const releases = await Promise.all(
      [...this.#lookups].map(async ([id, found]) => ({ id, record: JSON.stringify(await found) })),
    );
    return { releases, spent: this.#spent };
  }
}

interface Asking {
  readonly person: Person;
  readonly budget: Budget;
  readonly releaseOf: (id: string) => Promise<ReleaseRecord | null>;
}

/** Whether they hold for somebody who asks now, in whose budget they are counted. Rejects where that cannot be said. */
export async function hold(
  { releases, spent }: SettledGrounds,
  { person, budget, releaseOf }: Asking,
): Promise<boolean> {
  for (const { id, record } of releases) if (JSON.stringify(await releaseOf(id)) !== record) return false;
  for (const { release, cohorts } of spent) await budget.spend(person, release, cohorts);
  return true;
}
