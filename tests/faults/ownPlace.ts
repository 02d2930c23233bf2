// A place of a fault's own: a temporary folder with an embedded Postgres in it, and the product's programs as real
// processes on it. Whatever is killed is looked up in that folder first, and refused if it is not the test's own.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import type { Readable } from "node:stream";
import { Client } from "pg";
import { connect } from "../../server/src/database/connect";
import type { Database } from "../../server/src/database/dataSource";
import { eventually, postmasterPid } from "../database/embeddedUser";

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
  readonly said: { out: string; err: string };
}

const PREFIX = "afterglow-fault-";
const server = join(__dirname, "../../server/src");
const own = (folder: string) => folder.startsWith(join(realpathSync(tmpdir()), PREFIX));

export class OwnPlace {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), PREFIX)));
  readonly dataDir = join(this.folder, "data");
  private readonly children = new Set<Running>();

  constructor() {
    chmodSync(this.folder, 0o755);
  }

  /** Fills the place while no program of the product runs; its Postgres is stopped again after it. */
  async fill(work: (database: Database) => Promise<unknown>): Promise<void> {
    const { database, close } = await connect(
      { dataDir: this.dataDir, databaseUrl: undefined },
      () => undefined,
    );
    try {
      await work(database);
    } finally {
      await close();
    }
  }

  /** `main.ts`, or a command: `cli/import.ts`. */
  start(program: string, words: readonly string[] = [], settings: Record<string, string> = {}): Running {
    const loader = join(__dirname, "../runTypeScript.cjs");
    const child = spawn(process.execPath, ["-r", loader, join(server, program), ...words], {
      env: { PATH: process.env["PATH"], TZ: "UTC", PORT: "0", DATA_DIR: this.dataDir, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { out: "", err: "" };
    child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
    const ended = once(child, "close").then(([code, signal]) => {
      this.children.delete(running);
      return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...said };
    });
    const running: Running = { child, ended, said };
    this.children.add(running);
    return running;
  }

  /** The server, once it has printed its address. */
  async serve(settings: Record<string, string> = {}): Promise<Running & { readonly address: string }> {
    const running = this.start("main.ts", [], settings);
    await Promise.race([once(running.child.stdout, "data"), running.ended]);
    const address = running.said.out.trim();
    if (!address.startsWith("http://")) throw new Error(`The server did not start: ${running.said.err}`);
    return Object.assign(running, { address });
  }

  kill(running: Running): void {
    if (!own(this.dataDir) || !this.children.has(running)) throw new Error("Not a process of this test.");
    running.child.kill("SIGKILL");
  }

  /** The process number of this folder's Postgres, as its own working directory confirms. */
  postmaster(): number {
    const pid = postmasterPid(this.dataDir);
    if (pid === undefined || !own(this.dataDir)) throw new Error("No Postgres runs in this test's folder.");
    if (process.platform === "linux") {
      const folder = realpathSync(`/proc/${pid}/cwd`);
      if (!own(folder) || !folder.startsWith(this.dataDir + sep))
        throw new Error(`Process ${pid} works elsewhere.`);
    }
    return pid;
  }

  killPostgres(signal: NodeJS.Signals = "SIGKILL"): void {
    process.kill(this.postmaster(), signal);
  }

  /** Where this folder's Postgres listens now. */
  url(): string {
    const password = readFileSync(join(this.dataDir, "postgres-password"), "utf8").trim();
    const port = readFileSync(join(this.dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[3];
    return `postgres://afterglow:${password}@127.0.0.1:${port}/afterglow`;
  }

  /** A connection past the product; while Postgres comes back it waits. */
  async connect(): Promise<Client> {
    const client = await eventually(
      () => this.tryToConnect(),
      (found) => found !== undefined,
    );
    if (client === undefined) throw new Error("The Postgres of this test did not come back.");
    return client;
  }

  async tryToConnect(): Promise<Client | undefined> {
    try {
      const client = new Client({ connectionString: this.url(), application_name: "a fault's test" });
      client.on("error", () => undefined);
      await client.connect();
      return client;
    } catch {
      return undefined;
    }
  }

  /** Ends every process of this place. */
  async end(): Promise<void> {
    for (const running of [...this.children]) {
      this.kill(running);
      await running.ended;
    }
    if (postmasterPid(this.dataDir) !== undefined) {
      try {
        this.killPostgres("SIGQUIT");
      } catch {
        // Its note outlived it.
      }
      await eventually(
        () => postmasterPid(this.dataDir),
        (pid) => pid === undefined,
      );
    }
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
