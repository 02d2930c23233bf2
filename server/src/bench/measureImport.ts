/**
 * A large data package brought in and published by the commands themselves, on a database of its own; then brought in
 * again, a tenth of it, killed at a random moment, looked at, and run once more to its end.
 */
import type { Client } from "pg";
import type { PackageRows } from "./largePackage";
import { useOf, type Program, type ProgramUse } from "./programUse";

export interface Brought {
  readonly folder: string;
  readonly rows: PackageRows;
}

export interface ImportBench {
  readonly whole: Brought;
  /** Its import is the one that is killed. */
  readonly tenth: Brought;
  /** Looks at what is there, past the product. */
  readonly client: Client;
  readonly program: (command: "import" | "publish", words: readonly string[]) => Program;
}

export interface MeasuredStep extends ProgramUse {
  readonly step: string;
}

const tables = {
  courses: "course",
  sessions: "session",
  scores: "score",
  sideEffects: "side_effect",
} as const;
type Counted = keyof typeof tables;

/** `at`: when the import is killed, as a share of the time that it would take undisturbed. */
export async function measureImport(bench: ImportBench, at: number): Promise<MeasuredStep[]> {
  const { whole, tenth } = bench;
  const importing = ({ folder }: Brought, dataset: string) =>
    bench.program("import", [folder, "--dataset", dataset]);
  const imported = await ended(importing(whole, "large"));
  await expectRows(bench, "large", whole.rows);
  const published = await ended(bench.program("publish", ["--dataset", "large"]));

  const killAfterSeconds = (at * imported.seconds) / 10;
  const killed = await useOf({ ...importing(tenth, "killed"), killAfterSeconds });
  const nothing = { courses: 0, sessions: 0, scores: 0, sideEffects: 0 };
  await expectRows(bench, "killed", killed.code === null ? nothing : tenth.rows);
  const again = await ended(importing(tenth, "killed"));
  await expectRows(bench, "killed", tenth.rows);
  return [
    { step: "import", ...imported },
    { step: "publish", ...published },
    {
      step:
        killed.code === null
          ? "import of a tenth, killed: nothing of it is there"
          : "import of a tenth, ended before the kill",
      ...killed,
    },
    { step: "the same tenth again", ...again },
  ];
}

async function ended(program: Program): Promise<ProgramUse> {
  const use = await useOf(program);
  if (use.code !== 0) throw new Error(`A command failed:\n${use.said}`);
  return use;
}

async function expectRows(
  { client }: ImportBench,
  dataset: string,
  expected: Readonly<Record<Counted, number>>,
): Promise<void> {
  for (const counted of Object.keys(tables) as Counted[]) {
    const { rows } = await client.query<{ rows: string }>(
      `select count(*) as rows from ${tables[counted]} t join dataset d on d.id = t.dataset_id where d.name = $1`,
      [dataset],
    );
    const found = Number(rows[0]?.rows);
    if (found !== expected[counted])
      throw new Error(
        `The table ${tables[counted]} holds ${found} rows of ${dataset}, not ${expected[counted]}.`,
      );
  }
}
