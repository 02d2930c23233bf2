// Questions for a server under a fault: figure addresses of the seeded release, whose answers are the same bytes each
// time, and what an answer under a fault may be.
import type { Client } from "pg";
import { seed } from "../api/seed";
import { OwnPlace, type Running } from "./ownPlace";

export type Serving = Running & { readonly address: string };

/** Every answer is computed: what is kept already needs no database to fail. */
const computing = { DISCLOSURE_PROFILE: "internal", KEPT_ANSWERS_MB: "0", COLUMNS_MB: "0" };

/** A place with the seeded release, and a server on it. */
export async function serveSeeded(
  settings: Record<string, string> = {},
): Promise<{ place: OwnPlace; serving: Serving }> {
  const place = new OwnPlace();
  try {
    await place.fill(seed);
    return { place, serving: await place.serve({ ...computing, ...settings }) };
  } catch (error) {
    await place.remove();
    throw error;
  }
}

/** The same for all tests of a file, from before the first to after the last. */
export function serveSeededThroughout(): { readonly place: () => OwnPlace; readonly serving: () => Serving } {
  let served: { place: OwnPlace; serving: Serving } | undefined;
  beforeAll(async () => void (served = await serveSeeded()), 300_000);
  afterAll(() => served?.place.remove());
  const given = () => {
    if (served === undefined) throw new Error("The server was not started.");
    return served;
  };
  return { place: () => given().place, serving: () => given().serving };
}

/** What the figures read: one question this table, another that. */
const tables = [
  "analysis_course",
  "analysis_measure",
  "analysis_course_side_effect",
  "analysis_session_profile",
];

/** A lock that every analysis waits for, held until the connection ends: a transaction sees no news of others. */
export async function lockAnalyses(place: OwnPlace): Promise<Client> {
  const holder = await place.connect();
  await holder.query("begin");
  await holder.query(`lock table ${tables.join(", ")} in access exclusive mode`);
  return holder;
}

const figures = ["flow", "onset", "durability", "trajectory", "side-effects", "baseline"];
const choices = ["dataset=seeded", "dataset=seeded&sex=FEMALE", "dataset=seeded&condition=TRD,PTSD"];
export const questions: readonly string[] = figures.flatMap((figure) =>
  choices.map((choice) => `/figures/${figure}.csv?${choice}`),
);

/** Those that read a table of a release: the flow is counted from bitmaps in memory, whatever is locked. */
export const readingTables: readonly string[] = questions.filter((path) => !path.includes("/flow."));

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly began: number;
  readonly ms: number;
}

export async function ask(serving: Serving, path: string): Promise<Answer> {
  const began = performance.now();
  const response = await fetch(serving.address + path);
  const body = await response.text();
  return { status: response.status, body, began, ms: performance.now() - began };
}

/** What every question is answered when nothing is wrong. */
export async function rightAnswers(serving: Serving): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const path of questions) {
    const { status, body } = await ask(serving, path);
    if (status !== 200) throw new Error(`${path} was answered with ${status} before any fault.`);
    answers.set(path, body);
  }
  return answers;
}

const LEAKS = /ECONN|127\.0\.0\.1|postgres|node_modules|\bselect\b|analysis_|\/tmp|\bat \w+ \(/i;

/** The right bytes, or 503 in words that give nothing away. */
export function checkAnswer(path: string, answer: Answer, right: ReadonlyMap<string, string>): void {
  if (answer.status === 200) {
    if (answer.body !== right.get(path)) throw new Error(`${path} was answered wrongly.`);
  } else if (answer.status !== 503) {
    throw new Error(`${path} was answered with ${answer.status}: ${answer.body.slice(0, 200)}`);
  } else if (LEAKS.test(answer.body)) {
    throw new Error(`The 503 of ${path} says too much: ${answer.body.slice(0, 200)}`);
  }
}

export const quantile = (numbers: readonly number[], p: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
};
