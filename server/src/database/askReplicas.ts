// What the analyses ask, of a read replica where one can answer it, of the primary where none can: whoever asks gets the
// same answer and does not know. Only what reads the frozen rows of one release: what names releases is asked of the
// primary, which alone knows the newest.
import type { Ask } from "./openPool";
import type { Replica } from "./replica";

export function askReplicas(primary: Ask, replicas: readonly Replica[]): Ask {
  if (replicas.length === 0) return primary;
  return async <Row extends object>(...[sql, values = [], signal]: Parameters<Ask>): Promise<Row[]> => {
    const releaseId = releaseReadBy(sql, values);
    const replica = releaseId === undefined ? undefined : leastBusy(replicas);
    if (releaseId === undefined || replica === undefined) return primary<Row>(sql, values, signal);
    return (await replica.answer<Row>(releaseId, sql, values, signal)) ?? primary<Row>(sql, values, signal);
  };
}

/** The one release whose analysis rows a statement reads. */
export function releaseReadBy(sql: string, values: readonly unknown[]): number | undefined {
  if (!/\banalysis_/.test(sql)) return undefined;
  const named = [...sql.matchAll(/\brelease_id = \$(\d+)/g)].map(([, at]) => values[Number(at) - 1]);
  const [releaseId] = named;
  return typeof releaseId === "number" && named.every((each) => each === releaseId) ? releaseId : undefined;
}

function leastBusy(replicas: readonly Replica[]): Replica | undefined {
  const awake = replicas.flatMap((replica) => {
    const busy = replica.busy();
    return busy === undefined ? [] : [{ replica, busy }];
  });
  return awake.sort((one, other) => one.busy - other.busy)[0]?.replica;
}
