// One piece of an analysis in each turn of the loop, in order.
import { setImmediate } from "node:timers/promises";
import { begin, goOn } from "../../server/src/columns/loopTurns";

/** An analysis of so many pieces, which says when each is worked on. */
async function analysis(name: string, pieces: number, said: string[]): Promise<void> {
  await begin();
  said.push(`${name}1`);
  for (let piece = 2; piece <= pieces; piece++) {
    await goOn();
    said.push(`${name}${piece}`);
  }
}

describe("turns of the loop", () => {
  it("are one piece each: whoever reads, writes or sends gets a turn between any two", async () => {
    const said: string[] = [];
    const all = Promise.all([analysis("a", 1, said), analysis("b", 1, said), analysis("c", 1, said)]);
    const seen: number[] = [];
    while (said.length < 3) {
      await setImmediate();
      seen.push(said.length);
    }
    await all;
    expect(seen).toEqual([1, 2, 3]);
  });

  it("let what has begun go on first, then the oldest begin", async () => {
    const said: string[] = [];
    await Promise.all([analysis("a", 3, said), analysis("b", 1, said), analysis("c", 2, said)]);
    expect(said).toEqual(["a1", "a2", "a3", "b1", "c1", "c2"]);
  });

  it("begin anew after all was done, and after one that failed", async () => {
    const said: string[] = [];
    await analysis("a", 1, said);
    const failing = begin().then(() => Promise.reject(new Error("as this one")));
    await expect(Promise.all([failing, analysis("b", 2, said)])).rejects.toThrow("as this one");
    await analysis("c", 2, said);
    expect(said).toEqual(["a1", "b1", "b2", "c1", "c2"]);
  });
});
