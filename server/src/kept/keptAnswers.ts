// Answers that never change are given again: from memory, or from Postgres after a restart, or they are computed once for
// all who ask at the same time. The answers have been through the gate. Everything that one depends on has to be in its
// question, since nothing else tells two of them apart; this program itself is added here. Whether an answer is kept or
// not nobody can tell but by the time: where it cannot be kept or read, it is computed.
import { createHash } from "node:crypto";
import type { AnswerStore } from "./answerStore";
import { BoundedMemory } from "./boundedMemory";
import { SharedWork, type Work } from "./sharedWork";

export interface KeptAnswersOptions<Answer> {
  /** Null: none outlives the server. */
  readonly store: AnswerStore | null;
  /** Which program computes: another one's answers are not given. */
  readonly version: string;
  readonly write: (answer: Answer) => string;
  /** May throw: then it is computed. */
  readonly read: (text: string) => Answer;
  /** Told of what hinders keeping. */
  readonly onTrouble: (error: unknown) => void;
  /** In memory, as long as the answers are as text; as they are they take a few times as much. */
  readonly mostBytes?: number;
}

export interface KeptQuestion {
  readonly text: string;
  readonly releaseId: number;
}

const MOST_BYTES = 16 * 2 ** 20;

export class KeptAnswers<Answer> {
  readonly #memory: BoundedMemory<Answer>;
  readonly #shared = new SharedWork<Answer>();
  readonly #writing = new Set<Promise<void>>();

  constructor(private readonly options: KeptAnswersOptions<Answer>) {
    this.#memory = new BoundedMemory(options.mostBytes ?? MOST_BYTES);
  }

  async answer(question: KeptQuestion, compute: Work<Answer>, signal?: AbortSignal): Promise<Answer> {
    const key = createHash("sha256").update(`${this.options.version} ${question.text}`).digest("base64url");
    const held = this.#memory.get(key);
    return held ?? this.#shared.join(key, (all) => this.#find(key, question, compute, all), signal);
  }

  /** What was answered so far is kept: the database may be closed. */
  async written(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #find(
    key: string,
    { releaseId }: KeptQuestion,
    compute: Work<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { store, write, onTrouble } = this.options;
    const found = await this.#read(key);
    if (found !== null) return found;
    const answer = await compute(signal);
    const text = write(answer);
    this.#memory.set(key, answer, Buffer.byteLength(text));
    const writing = store?.write(key, releaseId, text).catch(onTrouble);
    if (writing !== undefined) {
      this.#writing.add(writing);
      void writing.finally(() => this.#writing.delete(writing));
    }
    return answer;
  }

  async #read(key: string): Promise<Answer | null> {
    const { store, read, onTrouble } = this.options;
    try {
      const text = (await store?.read(key)) ?? null;
      if (text === null) return null;
      const answer = read(text);
      this.#memory.set(key, answer, Buffer.byteLength(text));
      return answer;
    } catch (error) {
      onTrouble(error);
      return null;
    }
  }
}
