// Runs the jobs of all stewards and tells whoever listens how far they are. Those that write follow each other: each
// holds a connection of the few that the audit needs as well, and the memory of an import. Previews, which ask nothing
// of the database, have a line of their own. A job is its starter's; what is over is forgotten after a while.
import { isOver, type Job, type JobFile, type JobKind, type JobResult } from "@afterglow/shared";
import { randomBytes } from "node:crypto";
import { WishRefused } from "./wishRefused";

export interface RunningJob {
  /** A job that was stopped while it waited begins with it given, so that it can put away what it holds. */
  readonly signal: AbortSignal;
  readonly tell: (change: Partial<Pick<Job, "step" | "files">>) => void;
}

interface Kept {
  readonly owner: string;
  readonly controller: AbortController;
  readonly listeners: Set<() => void>;
  job: Job;
  done: Promise<void>;
  endedAt: number;
}

const KEPT_MS = 30 * 60_000;
const MOST_WAITING = 8;
const LOOK_EVERY_MS = 60_000;

export class Jobs {
  private readonly kept = new Map<string, Kept>();
  private readonly watch: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();
  private previewing: Promise<void> = Promise.resolve();

  /** `explain`: what is said of an error. */
  constructor(private readonly explain: (error: unknown) => string) {
    this.watch = setInterval(() => this.forgetOld(), LOOK_EVERY_MS).unref();
  }

  start(
    owner: string,
    kind: JobKind,
    files: readonly JobFile[],
    run: (running: RunningJob) => Promise<JobResult>,
  ): Job {
    if ([...this.kept.values()].filter(({ job }) => !isOver(job)).length >= MOST_WAITING)
      throw new WishRefused(429, "Too many imports are waiting: try again when some are done.");
    const id = randomBytes(12).toString("hex");
    const job: Job = { id, kind, status: "WAITING", step: null, files, failure: null };
    const kept: Kept = {
      owner,
      controller: new AbortController(),
      listeners: new Set(),
      job,
      done: Promise.resolve(),
      endedAt: Infinity,
    };
    this.kept.set(id, kept);
    const line = kind === "PREVIEW" ? "previewing" : "writing";
    kept.done = this[line].then(() => this.run(kept, run));
    this[line] = kept.done;
    return job;
  }

  find(owner: string, id: string): Job {
    return this.keptOf(owner, id).job;
  }

  /** Calls back at each change; returns how to end that. */
  listen(owner: string, id: string, onChange: () => void): () => void {
    const { listeners } = this.keptOf(owner, id);
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  }

  /** A release that is being written cannot be stopped; a job that has ended stays as it is. */
  stop(owner: string, id: string): void {
    const kept = this.keptOf(owner, id);
    const { controller, job } = kept;
    if (job.kind === "PUBLISH" && job.status === "RUNNING")
      throw new WishRefused(409, "A release that is being written cannot be stopped.");
    controller.abort();
    if (job.status === "WAITING") change(kept, { status: "STOPPED" });
  }

  async close(): Promise<void> {
    clearInterval(this.watch);
    for (const { controller } of this.kept.values()) controller.abort();
    await Promise.all([...this.kept.values()].map(({ done }) => done));
    this.kept.clear();
  }

  private async run(kept: Kept, run: (running: RunningJob) => Promise<JobResult>): Promise<void> {
    const { signal } = kept.controller;
    const tell = (news: Partial<Job>) => change(kept, news);
    try {
      if (!signal.aborted) tell({ status: "RUNNING" });
      tell({ ...(await run({ signal, tell })), status: "DONE" });
    } catch (error) {
      if (signal.aborted) tell({ status: "STOPPED" });
      else tell({ status: "FAILED", failure: this.explain(error) });
    }
    kept.endedAt = Date.now();
  }

  private keptOf(owner: string, id: string): Kept {
    const kept = this.kept.get(id);
    if (kept === undefined || kept.owner !== owner)
      throw new WishRefused(404, "There is no such job any more.");
    return kept;
  }

  private forgetOld(): void {
    for (const [id, { endedAt }] of this.kept) if (endedAt < Date.now() - KEPT_MS) this.kept.delete(id);
  }
}

function change(kept: Kept, news: Partial<Job>): void {
  kept.job = { ...kept.job, ...news };
  for (const listener of kept.listeners) listener();
}
