// A read replica, which follows the primary by itself and is never written to. It answers what it can answer as the
// primary would, and says when it cannot: it has not got the release yet, it is down, it takes too long.
import { openPool, type Ask, type PoolOptions } from "./openPool";

/** What the primary has of a release, by which the replica's is known to be the same. */
export type ChecksumOf = (releaseId: number) => Promise<string | undefined>;

export interface Replica {
  /** Undefined where the primary has to be asked. Rejects for the one who asked alone: they have gone. */
  answer<Row extends object>(releaseId: number, ...asked: Parameters<Ask>): Promise<Row[] | undefined>;
  /** How many it is busy with; undefined while it rests. */
  readonly busy: () => number | undefined;
  readonly close: () => Promise<void>;
}

/** Longer than this no reader waits for a replica. */
const ANSWERS_WITHIN_MS = 5_000;
/** One that failed is looked at again after so long, by us and not by a reader. */
const LOOK_AGAIN_MS = 3_000;

const late = Symbol("late");

export function openReplica(
  options: PoolOptions,
  checksumOf: ChecksumOf,
  log: (line: string) => void,
  within = ANSWERS_WITHIN_MS,
): Replica {
  // Releases never change and none goes: what it has, it keeps, until it comes back from somewhere else.
  const has = new Set<number>();
  // The role that reads may cancel nothing.
  const { settings: _role, ...asOurselves } = options;
  const canceller = openPool({ ...asOurselves, max: 1 }, { cancel: async () => undefined });
  const pool = openPool(options, {
    cancel: (processId) => canceller.ask("select pg_cancel_backend($1::integer)", [processId]),
  });
  let busy = 0;
  let resting: NodeJS.Timeout | undefined;

  /** A release's rows come in one commit; its bitmaps too, or later where an older version published it. */
  async function mayAnswer(releaseId: number): Promise<boolean> {
    if (has.has(releaseId)) return true;
    const [found] = await pool.ask<{ checksum: string }>(
      `select checksum from release r where id = $1 and pg_is_in_recovery()
       and exists (select from analysis_bitmap b where b.release_id = r.id)`,
      [releaseId],
    );
    if (found === undefined || found.checksum !== (await checksumOf(releaseId))) return false;
    has.add(releaseId);
    return true;
  }

  function rest(): void {
    has.clear();
    if (resting !== undefined) return;
    log("A read replica does not answer: the primary is asked until it does.");
    const lookAgain = () => {
      resting = setTimeout(() => {
        inTime(pool.ask("select 1")).then((answer) => {
          if (answer === late) return lookAgain();
          resting = undefined;
          log("The read replica answers again.");
        }, lookAgain);
      }, LOOK_AGAIN_MS).unref();
    };
    lookAgain();
  }

  async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | typeof late> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<typeof late>((resolve) => {
      timer = setTimeout(resolve, within, late);
    });
    return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
  }

  async function answer<Row extends object>(
    releaseId: number,
    ...[sql, values, signal]: Parameters<Ask>
  ): Promise<Row[] | undefined> {
    busy += 1;
    try {
      const asked = mayAnswer(releaseId).then((may) =>
        may ? pool.ask<Row>(sql, values, signal) : undefined,
      );
      // Whoever waits no longer does not hear how it ended.
      asked.catch(() => undefined);
      const rows = await inTime(asked);
      if (rows !== late) return rows;
    } catch {
      signal?.throwIfAborted();
    } finally {
      busy -= 1;
    }
    rest();
    return undefined;
  }

  return {
    answer,
    busy: () => (resting === undefined ? busy : undefined),
    close: async () => {
      clearTimeout(resting);
      await Promise.allSettled([pool.close(), canceller.close()]);
    },
  };
}
