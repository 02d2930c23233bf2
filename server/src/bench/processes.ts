/** Memory and processor time of processes, as Linux tells them in /proc. Elsewhere nothing is known. */
import { readdirSync, readFileSync } from "node:fs";

/** The most that it had at once; or what it has now, of which it shares a part with others, that part counted once. */
export type Memory = "VmHWM" | "Pss";

/** As Linux counts processor time, on every machine that Node runs on. */
const MS_A_TICK = 10;

/** A process may have ended between two looks. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** What follows the process's name in parentheses, which may hold spaces. */
const statOf = (pid: number): string[] | undefined =>
  read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ");

/** Of all its threads, since it began. */
export function processorMsOf(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}

export function kilobytesOf(pid: number, memory: Memory): number | undefined {
  const text = read(`/proc/${pid}/${memory === "Pss" ? "smaps_rollup" : "status"}`);
  const found = text && new RegExp(`^${memory}:\\s+(\\d+) kB`, "m").exec(text);
  return found ? Number(found[1]) : undefined;
}

/** A database's postmaster and its children; none where they cannot be seen. */
export function processesOf(postmaster: number): number[] {
  if (process.platform !== "linux") return [];
  const isOurs = (pid: number) => pid === postmaster || Number(statOf(pid)?.[1]) === postmaster;
  return readdirSync("/proc").map(Number).filter(isOurs);
}

/** Of the process that serves a connection; null where that is on another machine. */
export function postmasterOf(backend: number): number | null {
  if (process.platform !== "linux" || read(`/proc/${backend}/comm`)?.trim() !== "postgres") return null;
  return Number(statOf(backend)?.[1]);
}
