// One piece of work for all who want the same at once; given up when the last of them has gone.
import { SharedWork } from "../../server/src/kept/sharedWork";

/** Work that ends when it is told to, or is given up. */
function someWork() {
  const signals: AbortSignal[] = [];
  const ends: ((answer: string) => void)[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      signals.push(signal);
      ends.push(resolve);
      signal.addEventListener("abort", () => reject(signal.reason as Error));
    });
  return { signals, ends, work };
}

test("many askers, one piece of work, and the same answer", async () => {
  const shared = new SharedWork<string>();
  const { ends, work } = someWork();
  const asked = Array.from({ length: 5 }, () => shared.join("onset", work));
  const other = shared.join("flow", work);
  expect(ends).toHaveLength(2);
  ends[0]?.("answer");
  ends[1]?.("other");
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 5 }, () => "answer"));
  expect(await other).toBe("other");
  // What is over is not shared.
  void shared.join("onset", work);
  expect(ends).toHaveLength(3);
});

test("who leaves leaves the others to it; the last one ends it, and the next begins anew", async () => {
  const shared = new SharedWork<string>();
  const { signals, ends, work } = someWork();
  const [first, last, gone] = [new AbortController(), new AbortController(), new AbortController()];
  const leaves = shared.join("onset", work, first.signal);
  const stays = shared.join("onset", work, last.signal);
  first.abort(new Error("first"));
  await expect(leaves).rejects.toThrow("first");
  expect(signals[0]?.aborted).toBe(false);
  last.abort(new Error("last"));
  await expect(stays).rejects.toThrow("last");
  expect(signals[0]?.reason).toBe(last.signal.reason);
  const anew = shared.join("onset", work);
  expect(ends).toHaveLength(2);
  ends[1]?.("answer");
  expect(await anew).toBe("answer");
  gone.abort(new Error("gone"));
  await expect(shared.join("onset", work, gone.signal)).rejects.toThrow("gone");
  expect(ends).toHaveLength(2);
});

test("work that fails fails for all who wait, and is tried again by the next", async () => {
  const shared = new SharedWork<string>();
  const fails = () => Promise.reject(new Error("no"));
  const asked = [shared.join("onset", fails), shared.join("onset", fails)];
  for (const each of asked) await expect(each).rejects.toThrow("no");
  expect(await shared.join("onset", () => Promise.resolve("yes"))).toBe("yes");
});
