// Who may take a connection, in order. Whoever waits is told within 1.5 s when there is no hope of a turn: nobody gives
// any back, and none of those who have one is at work. Not here: the connections.
import { setTimeout } from "node:timers/promises";
import { DatabaseUnavailable } from "./databaseUnavailable";

const LOOK_EVERY_MS = 100;
// Looks are counted, not milliseconds: a process that was held up itself finds many answers waiting once it goes on.
const STUCK_AFTER_LOOKS = 12;
const TOLD_WITHIN_MS = 200;

export class Turns {
  #lent = 0;
  /** How many were given back. */
  #over = 0;
  readonly #queue: (() => void)[] = [];
  #looking: Promise<boolean> | undefined;

  /** `areWorking`: is any of those who have a turn at work, rather than waiting for a lock? */
  constructor(
    private readonly max: number,
    private readonly areWorking: () => Promise<boolean>,
  ) {}

  /** Resolves when it is one's turn, which has to be given back. Rejects with the signal's own reason when that is given. */
  async wait(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#lent < this.max) {
      this.#lent += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        clearInterval(watch);
        signal?.removeEventListener("abort", onAbort);
      };
      const onTurn = () => {
        leave();
        this.#lent += 1;
        resolve();
      };
      const refuse = (error: Error) => {
        const place = this.#queue.indexOf(onTurn);
        if (place < 0) return;
        this.#queue.splice(place, 1);
        leave();
        reject(error);
      };
      const onAbort = () => refuse(signal?.reason as Error);
      signal?.addEventListener("abort", onAbort, { once: true });
      let seen = this.#over;
      let looks = 0;
      const watch = setInterval(() => {
        looks = this.#over === seen ? looks + 1 : 0;
        seen = this.#over;
        if (looks < STUCK_AFTER_LOOKS) return;
        looks = 0;
        void this.#isHopeful().then((hopeful) => {
          if (hopeful || this.#over !== seen) return;
          refuse(new DatabaseUnavailable("The database has no connection free: all are busy."));
        });
      }, LOOK_EVERY_MS);
      this.#queue.push(onTurn);
    });
  }

  giveBack(): void {
    this.#lent -= 1;
    this.#over += 1;
    this.#queue.shift()?.();
  }

  /** Many wait, and one asks for all of them. A database that does not even say so is none to hope for. */
  #isHopeful(): Promise<boolean> {
    this.#looking ??= Promise.race([
      this.areWorking().catch(() => false),
      setTimeout(TOLD_WITHIN_MS, false, { ref: false }),
    ]).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }
}
