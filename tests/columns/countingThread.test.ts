// Counting on a thread of its own: the same rows as here, in turn, whatever becomes of the thread.
import { join } from "node:path";
import type { Column, Columns } from "../../server/src/columns/columns";
import type { ReleaseColumns } from "../../server/src/columns/columnStore";
import { CountingThread } from "../../server/src/columns/countingThread";
import { everyone } from "@afterglow/shared";
import type { Counting } from "../../server/src/queries/counting";
import { cell } from "../../server/src/queries/expression";

const scope = { releaseId: 1, cohort: everyone };
/** Courses of first patients, half of them of one condition and half of the other; the sum of their sessions is known. */
function coursesOf(count: number): ReleaseColumns {
  const courses: Columns = {
    rows: count,
    byName: new Map<string, Column>([
      ["course_number", new Int8Array(count).fill(1)],
      ["condition", new Int8Array(count).map((_, at) => 1 + (at % 2))],
      ["sessions", new Int16Array(count).fill(3)],
    ]),
    places: null,
    orderedBy: null,
  };
  return { courses, rows: courses };
}
const byCondition: Counting = {
  table: "analysis_course",
  scope,
  keys: { group: cell("condition") },
  counts: { courses: { is: "count" }, sessions: { is: "sum", of: cell("sessions") } },
};
const halves = (count: number) =>
  [1, 2].map((group) => ({ group, courses: count / 2, sessions: 3 * (count / 2) }));

const failed: unknown[] = [];
const threads: CountingThread[] = [];
function begin(): CountingThread {
  const thread = new CountingThread(
    (error) => void failed.push(error),
    ["-r", join(__dirname, "../runTypeScript.cjs")],
  );
  threads.push(thread);
  return thread;
}
beforeEach(() => void failed.splice(0));
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close();
});

test("counts, with null where nothing is known", async () => {
  const thread = begin();
  const columns = coursesOf(10);
  expect(await thread.count(columns, scope, byCondition)).toEqual(halves(10));
  const unknown: Columns = {
    ...columns.courses,
    byName: new Map<string, Column>([
      ...columns.courses.byName,
      ["sessions", new Int16Array(10).fill(-(2 ** 15))],
    ]),
  };
  expect(await thread.count({ courses: unknown, rows: unknown }, scope, byCondition)).toEqual(
    halves(10).map((row) => ({ ...row, sessions: null })),
  );
});

test("answers many questions, each with its own", async () => {
  const thread = begin();
  const sizes = [2, 20, 200, 2000, 20_000];
  const columns = sizes.map(coursesOf);
  const answers = await Promise.all(
    [...columns, ...columns].map((each) => thread.count(each, scope, byCondition)),
  );
  expect(answers).toEqual([...sizes, ...sizes].map(halves));
});

test("leaves out what nobody waits for any more", async () => {
  const thread = begin();
  const columns = coursesOf(200_000);
  const gone = new AbortController();
  const first = thread.count(columns, scope, byCondition);
  const second = thread.count(columns, scope, byCondition, gone.signal);
  const third = thread.count(columns, scope, byCondition);
  gone.abort(new Error("went away"));
  await expect(second).rejects.toThrow("went away");
  expect([await first, await third]).toEqual([halves(200_000), halves(200_000)]);
  await expect(thread.count(columns, scope, byCondition, gone.signal)).rejects.toThrow("went away");
});

test("what cannot be counted is an error, and the next is answered", async () => {
  const thread = begin();
  const columns = coursesOf(10);
  const byClinic = { ...byCondition, keys: { group: cell("clinic") } };
  await expect(thread.count(columns, scope, byClinic)).rejects.toThrow("a column that is not read");
  expect(await thread.count(columns, scope, byCondition)).toEqual(halves(10));
});

test("a thread that ends loses no question: they are counted here, and the next begins another", async () => {
  const thread = begin();
  const columns = coursesOf(200_000);
  const asked = [1, 2, 3].map(() => thread.count(columns, scope, byCondition));
  await thread.close();
  expect(await Promise.all(asked)).toEqual([1, 2, 3].map(() => halves(200_000)));
  expect(await thread.count(columns, scope, byCondition)).toEqual(halves(200_000));
  expect(failed).toEqual([]);
});

test("one that cannot even begin is told of, and counted here", async () => {
  const thread = new CountingThread((error) => void failed.push(error), ["-r", "/nowhere/at/all.cjs"]);
  expect(await thread.count(coursesOf(10), scope, byCondition)).toEqual(halves(10));
  expect(failed).toHaveLength(1);
});

test("columns that were let go of can be asked for again", async () => {
  const thread = begin();
  const columns = coursesOf(10);
  await thread.count(columns, scope, byCondition);
  const before = thread.count(columns, scope, byCondition);
  thread.forget(columns.courses);
  const after = thread.count(columns, scope, byCondition);
  expect([await before, await after]).toEqual([halves(10), halves(10)]);
});
