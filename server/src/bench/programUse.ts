/**
 * Runs one of the product's programs and says what it took: time, processor, and the most memory of it and of the
 * database's processes beside it. Memory and the database's processor are read from Linux's /proc; elsewhere they are null.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { kilobytesOf, processesOf, processorMsOf, type Memory } from "./processes";

export interface Taken {
  readonly memoryMb: number | null;
  readonly processorSeconds: number | null;
}

export interface ProgramUse {
  readonly code: number | null;
  readonly seconds: number;
  readonly program: Taken;
  /** All processes of the database together; what they share is counted once. */
  readonly database: Taken;
  readonly said: string;
}

export interface Program {
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Process number of the database that it works on. */
  readonly postmaster: number;
  /** Killed after so many seconds, unless it has ended by then. */
  readonly killAfterSeconds?: number;
}

const LOOK_EVERY_MS = 250;

export async function useOf({
  command,
  environment,
  postmaster,
  killAfterSeconds,
}: Program): Promise<ProgramUse> {
  const began = performance.now();
  const child = spawn(process.execPath, command, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const program = new Watch();
  const database = new Watch(processesOf(postmaster));
  const look = () => {
    program.look(child.pid === undefined ? [] : [child.pid], "VmHWM");
    database.look(processesOf(postmaster), "Pss");
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  const kill =
    killAfterSeconds === undefined
      ? undefined
      : setTimeout(() => child.kill("SIGKILL"), killAfterSeconds * 1000);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    return {
      code,
      seconds: (performance.now() - began) / 1000,
      program: program.taken,
      database: database.taken,
      said,
    };
  } finally {
    clearInterval(looking);
    clearTimeout(kill);
  }
}

/** The most memory at once, and the processor time, of processes that come and go. */
class Watch {
  private kilobytes = 0;
  private readonly took = new Map<number, number>();
  private readonly before = new Map<number, number>();

  constructor(there: readonly number[] = []) {
    for (const pid of there) this.before.set(pid, processorMsOf(pid) ?? 0);
  }

  look(pids: readonly number[], memory: Memory): void {
    let sum = 0;
    for (const pid of pids) {
      sum += kilobytesOf(pid, memory) ?? 0;
      const ms = processorMsOf(pid);
      if (ms !== undefined) this.took.set(pid, ms - (this.before.get(pid) ?? 0));
    }
    this.kilobytes = Math.max(this.kilobytes, sum);
  }

  get taken(): Taken {
    if (this.kilobytes === 0) return { memoryMb: null, processorSeconds: null };
    const ms = [...this.took.values()].reduce((sum, each) => sum + each, 0);
    return { memoryMb: this.kilobytes / 1024, processorSeconds: ms / 1000 };
  }
}
