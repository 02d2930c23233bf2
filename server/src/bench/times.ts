/** Milliseconds. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The share `p` of the times lies at or under it. */
export function quantileOf(times: readonly number[], p: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

const FEWEST = 3;
const ENOUGH_MS = 30_000;

/** Of the raw statements, which take minutes for a large registry: their median alone is read. */
export const isEnough = (times: readonly number[]): boolean =>
  times.length >= FEWEST && times.reduce((sum, ms) => sum + ms, 0) > ENOUGH_MS;
