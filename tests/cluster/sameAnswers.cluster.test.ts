// A cluster answers as a single machine does, byte for byte: checksums of the releases, every figure and file, comparisons,
// the choices panel. And it answers by counting where the rows are: every tally that the door asked for them is explained.
import { compareFigures, exploreFigures, questionFigures } from "@afterglow/shared";
import { everyQuestion } from "../kept/everyQuestion";
import { bothMachines, type BothMachines, type Machine } from "./bothMachines";
import { faultsOfPlan, type Explained } from "./faultsOfPlan";

// Each question is asked twice, one after the other.
jest.setTimeout(300_000);

let both: BothMachines;
beforeAll(async () => {
  both = await bothMachines("internal");
});
afterAll(() => both?.end());

test("every release has the same checksum, and is still what was published", async () => {
  const releases = (machine: Machine) =>
    machine.place.database.query(
      "select d.name, r.number, r.checksum, r.patients, r.courses from release r join dataset d on d.id = r.dataset_id order by 1, 2",
    );
  const onCluster = await releases(both.cluster);
  expect(onCluster).toHaveLength(2);
  expect(onCluster).toEqual(await releases(both.single));
});

test("every bitmap has the same bits", async () => {
  const bitmaps = ({ place }: Machine) =>
    place.database.query(
      `select d.name, fact, instrument, b.number, md5(b.courses::text) as courses
       from analysis_bitmap b join release r on r.id = b.release_id join dataset d on d.id = r.dataset_id
       order by 1, 2, 3, 4`,
    );
  const onCluster = await bitmaps(both.cluster);
  expect(onCluster.length).toBeGreaterThan(100);
  expect(onCluster).toEqual(await bitmaps(both.single));
});

const questions = everyQuestion().flatMap(({ document, variables }) =>
  ["seeded.1", "demo.1"].map((release) => ({ document, variables: { ...variables, release } })),
);

test("every question of the pages has the same answer, byte for byte", async () => {
  for (const { document, variables } of questions) {
    const answer = await both.cluster.door.ask(document, variables);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe((await both.single.door.ask(document, variables)).text);
  }
});

const narrowings = [
  "",
  "&sex=FEMALE&condition=TRD,PTSD&by=condition",
  "&measure=OWN&maintenance=NONE,COMPETING&age=AGE_30_39",
];
const files = [
  ...[...exploreFigures, ...questionFigures].flatMap(({ id }) =>
    narrowings.map((choice) => `/figures/${id}.csv?dataset=demo${choice}`),
  ),
  ...compareFigures.map(({ id }) => `/figures/${id}.csv?dataset=demo&a=sex%3DFEMALE&b=sex%3DMALE`),
];

test("every file has the same bytes", async () => {
  const fetched = async ({ door }: Machine, path: string) => {
    const answer = await fetch(door.address + path);
    return { status: answer.status, text: await answer.text() };
  };
  let shown = 0;
  for (const path of files) {
    const answer = await fetched(both.cluster, path);
    expect({ path, ...answer }).toEqual({ path, ...(await fetched(both.single, path)) });
    if (answer.status === 200) shown += 1;
  }
  expect(shown).toBeGreaterThan(files.length / 2);
});

async function explain(asked: readonly { sql: string; values: readonly unknown[] }[]): Promise<string[][]> {
  const runner = both.cluster.place.database.dataSource.createQueryRunner();
  try {
    await runner.query("set citus.explain_all_tasks = on");
    const faults: string[][] = [];
    for (const { sql, values } of asked) {
      const [row] = (await runner.query(`explain (format json) ${sql}`, [...values])) as Explained[];
      faults.push(faultsOfPlan(row));
    }
    return faults;
  } finally {
    await runner.release();
  }
}

test("every tally is a task on each shard that returns sums alone; no row of a patient comes to the coordinator", async () => {
  const patients = /\banalysis_(course|measure|course_side_effect|session_profile)\b/;
  const tallies = [...both.cluster.asked.values()].filter(({ sql }) => patients.test(sql));
  expect(tallies.length).toBeGreaterThan(40);
  const faults = await explain(tallies);
  expect(faults.flatMap((each, at) => each.map((fault) => ({ fault, sql: tallies[at]?.sql })))).toEqual([]);
  process.stderr.write(
    `${tallies.length} tallies explained, ${questions.length} answers and ${files.length} files compared\n`,
  );
});

test.each([
  "select age_years from analysis_course",
  "select stddev_samp(age_years) from analysis_course",
  "select count(*) from (select age_years from analysis_course order by age_years limit 5) few",
  "with each as materialized (select age_years from analysis_course) select count(*) from each",
])("the same is seen not to be so of: %s", async (sql) => {
  expect((await explain([{ sql, values: [] }])).flat()).not.toEqual([]);
});
