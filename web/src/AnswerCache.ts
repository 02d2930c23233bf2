// The answers of the page, each whole and under its question. An answer has no identity of its own and shares nothing
// with another, so it is not taken apart into entities and put together again as Apollo's own cache does: of the largest
// answers that would take longer than a reader's click may wait. Bounded: what was not looked at for the longest goes first.
import { ApolloCache, type Cache, type OperationVariables } from "@apollo/client";
import { canonicalStringify, getMainDefinition } from "@apollo/client/utilities";

/** More than the questions of all pages that are open at once, and some ten cohorts of the largest page back. */
const MOST_ANSWERS = 300;

type Question = Pick<Cache.DiffOptions, "query" | "variables">;

export class AnswerCache extends ApolloCache {
  override readonly assumeImmutableResults = true;
  /** In the order of their last use. */
  readonly #answers = new Map<string, unknown>();
  readonly #watches = new Map<Cache.WatchOptions, string>();

  override diff<Data>(question: Question): Cache.DiffResult<Data> {
    const key = keyOf(question);
    const answer = this.#answers.get(key);
    if (answer === undefined) return { result: null, complete: false };
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return { result: answer, complete: true } as Cache.DiffResult<Data>;
  }

  override read<Data>(question: Question): Data | null {
    return this.diff<Data>(question).result as Data | null;
  }

  override write<Data, Variables extends OperationVariables>(
    written: Cache.WriteOptions<Data, Variables>,
  ): undefined {
    const key = keyOf(written);
    this.#answers.set(key, written.result);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    for (const [watch, watched] of [...this.#watches]) if (watched === key) watch.callback(this.diff(watch));
  }

  override watch<Data, Variables extends OperationVariables>(
    watch: Cache.WatchOptions<Data, Variables>,
  ): () => void {
    this.#watches.set(watch as Cache.WatchOptions, keyOf(watch));
    if (watch.immediate === true) watch.callback(this.diff(watch));
    return () => void this.#watches.delete(watch as Cache.WatchOptions);
  }

  override reset(): Promise<void> {
    this.#answers.clear();
    return Promise.resolve();
  }

  override performTransaction(transaction: (cache: ApolloCache) => void): void {
    transaction(this);
  }

  // What only a cache of entities can do.
  override evict = () => false;
  override restore = () => this;
  override extract = () => ({});
  override removeOptimistic = () => undefined;
  override fragmentMatches = () => false;
}

/** By the name of the operation, of which no two questions have the same. */
function keyOf({ query, variables }: Question): string {
  const { name } = getMainDefinition(query);
  if (name === undefined) throw new Error("A question has a name.");
  return `${name.value} ${canonicalStringify(variables ?? {})}`;
}
