// Charts are drawn one after the other: as many in one task as fit into what a reader does not notice, since every frame
// between two of them costs the page more than a chart. Whatever the reader does meanwhile waits for one such task at most.

/** With the last chart of a task, and the frame that shows it, less than the 50 ms that a click may wait. */
const TASK_MS = 16;

const waiting = new Set<() => void>();
let atWork = false;

// A message to oneself, since a timer that follows upon timers waits four milliseconds each time.
const { port1: here, port2: soon } = new MessageChannel();
here.onmessage = drawSome;

/** Draws soon; not at all, if what is returned is called before. */
export function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!atWork) {
    atWork = true;
    soon.postMessage(null);
  }
  return () => void waiting.delete(draw);
}

function drawSome(): void {
  const end = performance.now() + TASK_MS;
  do {
    const [draw] = waiting;
    if (draw === undefined) {
      atWork = false;
      return;
    }
    waiting.delete(draw);
    try {
      draw();
    } catch (error) {
      reportError(error);
    }
  } while (performance.now() < end);
  soon.postMessage(null);
}
