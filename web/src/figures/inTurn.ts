// Charts are drawn one after the other, each in a task of its own: whatever the reader does meanwhile waits for one of
// them at most.

const waiting = new Set<() => void>();
let atWork = false;

// A message to oneself, since a timer that follows upon timers waits four milliseconds each time.
const { port1: here, port2: soon } = new MessageChannel();
here.onmessage = next;

/** Draws soon; not at all, if what is returned is called before. */
export function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!atWork) {
    atWork = true;
    soon.postMessage(null);
  }
  return () => void waiting.delete(draw);
}

function next(): void {
  const [draw] = waiting;
  if (draw === undefined) {
    atWork = false;
    return;
  }
  waiting.delete(draw);
  soon.postMessage(null);
  draw();
}
