// Kills at random moments of a piece of writing, spread over the whole of it: it is cut into as many parts as there are
// kills, with one moment drawn in each. How long the whole takes is measured anew at each re-run.
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { RandomStream } from "../../server/src/demo/random";
import type { Ended, OwnPlace, Running } from "./ownPlace";

export interface Writing {
  readonly place: OwnPlace;
  /** Begins to write, as a process of its own. */
  start(): Running;
  /** Statements that only this writing sends. */
  readonly statements: RegExp;
}

export type Victim = "Node" | "Postgres";

/** What the writer's connection does now, or undefined where it has not begun or has ended. */
async function statementOf(client: Client, statements: RegExp): Promise<string | undefined> {
  const { rows } = await client.query<{ query: string }>(
    `select query from pg_stat_activity
     where application_name = 'afterglow writes' and datname = current_database() and state <> 'idle'`,
  );
  return rows.map(({ query }) => query).find((query) => statements.test(query));
}

async function begun(client: Client, { statements }: Writing, running: Running): Promise<void> {
  let ended = false;
  void running.ended.then(() => (ended = true));
  while ((await statementOf(client, statements)) === undefined) {
    if (ended) throw new Error(`The writing ended before it was seen: ${running.said.err}`);
    await wait(5);
  }
}

/** Lets the writing end, and tells how long it took. */
export async function undisturbed(writing: Writing): Promise<{ duration: number; ended: Ended }> {
  const client = await writing.place.connect();
  const running = writing.start();
  await begun(client, writing, running);
  const began = performance.now();
  const ended = await running.ended;
  await client.end();
  if (ended.code !== 0) throw new Error(`The writing failed by itself: ${ended.err}`);
  return { duration: performance.now() - began, ended };
}

/** Parts of the whole, from 0 to 1. */
export function momentsOf(times: number, seed: number): number[] {
  const random = new RandomStream(seed, 0);
  return Array.from({ length: times }, (_, at) => (at + random.uniform()) / times);
}

/** Returns how the writer ended and in which step it was hit, once nothing of it is left in the database. */
export async function killAt(
  afterMs: number,
  victim: Victim,
  writing: Writing,
): Promise<{ ended: Ended; step: string }> {
  const { place, statements } = writing;
  const client = await place.connect();
  const running = writing.start();
  await begun(client, writing, running);
  await wait(afterMs);
  const statement = (await statementOf(client, statements)) ?? "after the last statement";
  if (victim === "Postgres") place.killPostgres();
  else if (running.child.exitCode === null) place.kill(running);
  const ended = await running.ended;
  await client.end().catch(() => undefined);
  const later = await place.connect();
  while ((await statementOf(later, statements)) !== undefined) await wait(20);
  await later.end();
  return { ended, step: stepOf(statement) };
}

/** `copy staged_score`, `insert into score`: the verb and its table, which is all that a table of results needs. */
function stepOf(statement: string): string {
  const words =
    /\b(copy|insert into|create (?:temporary|unlogged) table|analyze|update|commit|delete from)\b\s*(\w+)?/i.exec(
      statement,
    );
  return words === null ? "other" : words[0].toLowerCase().replace(/\s+/g, " ");
}

/** "copy staged_score 4, insert into score 2". */
export function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count}`).join(", ");
}
