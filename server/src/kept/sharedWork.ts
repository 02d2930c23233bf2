// One piece of work for all who want the same at once. Whoever goes leaves the others to it; when the last of them has
// gone it is given up.

export type Work<Result> = (signal: AbortSignal) => Promise<Result>;

interface Underway<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  wanted: number;
}

export class SharedWork<Result> {
  readonly #underway = new Map<string, Underway<Result>>();

  /** Rejects with the signal's own reason when that is given. */
  async join(key: string, work: Work<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const underway = this.#underway.get(key) ?? this.#begin(key, work);
    underway.wanted += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        underway.wanted -= 1;
        if (underway.wanted === 0) {
          this.#forget(key, underway);
          underway.controller.abort(signal?.reason);
        }
        reject(signal?.reason as Error);
      };
      signal?.addEventListener("abort", leave, { once: true });
      underway.result.finally(() => signal?.removeEventListener("abort", leave)).then(resolve, reject);
    });
  }

  #begin(key: string, work: Work<Result>): Underway<Result> {
    const controller = new AbortController();
    const underway = { result: work(controller.signal), controller, wanted: 0 };
    this.#underway.set(key, underway);
    const forget = () => this.#forget(key, underway);
    underway.result.then(forget, forget);
    return underway;
  }

  /** Who comes now begins anew. */
  #forget(key: string, underway: Underway<Result>): void {
    if (this.#underway.get(key) === underway) this.#underway.delete(key);
  }
}
