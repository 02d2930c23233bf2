// Starts useEmbedded.ts as a process of its own and talks to it.
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type Said = {
  url?: string;
  answer?: string;
  failure?: string;
  refused?: string;
  name?: string;
  log?: string;
};

export interface EmbeddedUser {
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  readonly said: Said[];
  /** The next thing it says that is not a log line. */
  next(): Promise<Said>;
  ask(): Promise<Said>;
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

export function useEmbedded(
  dataDir: string,
  how: { uid?: number; prefix?: readonly string[] } = {},
): EmbeddedUser {
  const script = [
    process.execPath,
    "-r",
    join(__dirname, "../runTypeScript.cjs"),
    join(__dirname, "useEmbedded.ts"),
  ];
  const [file = "", ...rest] = [...(how.prefix ?? []), ...script, dataDir];
  const child = spawn(file, rest, {
    cwd: "/",
    stdio: ["pipe", "pipe", "inherit"],
    ...(how.uid === undefined ? {} : { uid: how.uid, gid: how.uid }),
  });
  const said: Said[] = [];
  const waiting: Said[] = [];
  const readers: ((line: Said) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = JSON.parse(text) as Said;
    said.push(line);
    if (line.log !== undefined) return;
    const reader = readers.shift();
    if (reader) reader(line);
    else waiting.push(line);
  });
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code)),
  );
  // A process that ends without a word must fail its test at once.
  let ended: Said | undefined;
  void exit.then((how) => {
    ended = { refused: `ended with ${how}` };
    for (const reader of readers.splice(0)) reader(ended);
  });
  const next = () => {
    const line = waiting.shift() ?? ended;
    return line ? Promise.resolve(line) : new Promise<Said>((resolve) => readers.push(resolve));
  };
  return {
    process: child,
    said,
    next,
    ask: () => {
      child.stdin.write("ask\n");
      return next();
    },
    end: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
}

export function postmasterPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

export async function eventually<Result>(
  look: () => Promise<Result> | Result,
  good: (result: Result) => boolean,
): Promise<Result> {
  for (const deadline = Date.now() + 40_000; ;) {
    const result = await look();
    if (good(result) || Date.now() > deadline) return result;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
