// Charts are drawn one after the other, each in a task of its own: whatever the reader does meanwhile waits for one of
// them at most.

const waiting = new Set<() => void>();
let atWork = false;

/** Draws soon; not at all, if what is returned is called before. */
export function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!atWork) {
    atWork = true;
    setTimeout(next);
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
  setTimeout(next);
  draw();
}
