// Which statements a replica may be asked: those that read the frozen rows of one release, and no others. What a replica
// that lags or dies does to the answers is tests/faults/replica.
import { askReplicas, releaseReadBy } from "../../server/src/database/askReplicas";
import type { Replica } from "../../server/src/database/replica";

test.each([
  ["select count(*) from analysis_course where release_id = $1", [7], 7],
  ["select 1 from analysis_course where release_id = $2 and sex = any($1)", [[1], 7], 7],
  [
    "select 1 from (select from analysis_course where release_id = $1) a, analysis_measure where release_id = $2",
    [7, 7],
    7,
  ],
  [
    "select 1 from (select from analysis_course where release_id = $1) a, analysis_measure where release_id = $2",
    [7, 8],
    undefined,
  ],
  ["select 1 from analysis_course where false", [], undefined],
  ["select name from dataset d join release r on r.dataset_id = d.id where r.id = $1", [7], undefined],
])("%s %j: release %s", (sql, values, releaseId) => {
  expect(releaseReadBy(sql, values)).toBe(releaseId);
});

const tally = "select 1 from analysis_course where release_id = $1";
const replicaOf = (busy: number | undefined, rows: object[] | undefined): Replica => ({
  answer: async <Row extends object>() => rows as Row[] | undefined,
  busy: () => busy,
  close: async () => undefined,
});
const primary = async <Row extends object>() => [{ by: "primary" }] as Row[];
const by = (name: string) => [{ by: name }];

test("the least busy one that is awake is asked; the primary, where none is or it cannot answer", async () => {
  const [first, second] = [replicaOf(2, by("first")), replicaOf(1, by("second"))];
  expect(await askReplicas(primary, [first, second])(tally, [7])).toEqual(by("second"));
  expect(await askReplicas(primary, [first, replicaOf(undefined, [])])(tally, [7])).toEqual(by("first"));
  expect(await askReplicas(primary, [replicaOf(0, undefined)])(tally, [7])).toEqual(by("primary"));
  expect(await askReplicas(primary, [replicaOf(undefined, [])])(tally, [7])).toEqual(by("primary"));
  expect(await askReplicas(primary, [first])("select 1", [])).toEqual(by("primary"));
});

test("an answer of no rows is an answer", async () => {
  expect(await askReplicas(primary, [replicaOf(0, [])])(tally, [7])).toEqual([]);
});
