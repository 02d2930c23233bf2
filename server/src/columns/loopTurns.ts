// Deciding about cohorts and writing answers keep the one thread of the server busy, counting too where it is left to it
// (countingThread), and while they do nothing else is read, written or sent. So there is one piece of an analysis in each
// turn of the loop: what was begun goes on first, then the oldest question begins. The sections of a page follow one
// another like that, and find what the one before has worked out of their cohort.

const waiting: (() => void)[] = [];
let turning = false;

/** Resolves when an analysis may begin: behind all that wait. */
export const begin = (): Promise<void> => wait((next) => waiting.push(next));

/** Resolves when one that has begun may go on: before all that wait. */
export const goOn = (): Promise<void> => wait((next) => waiting.unshift(next));

function wait(add: (next: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    add(resolve);
    if (turning) return;
    turning = true;
    setImmediate(turn);
  });
}

function turn(): void {
  waiting.shift()?.();
  turning = waiting.length > 0;
  if (turning) setImmediate(turn);
}
