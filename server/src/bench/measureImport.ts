/**
 * A large data package brought in and published by the commands themselves, on a database of its own; then brought in
 * again under another name, killed at a random moment, looked at, and run once more to its end.
 */
import type { Client } from "pg";
import type { PackageRows } from "./largePackage";
import { useOf, type Program, type ProgramUse } from "./programUse";

export interface ImportBench {
  readonly folder: string;
  readonly rows: PackageRows;
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

/** `at`: when the import is killed, as a share of the time that it took undisturbed. */
export async function measureImport(bench: ImportBench, at: number): Promise<MeasuredStep[]> {
  const importing = (dataset: string, killAfterSeconds?: number) => ({
    ...bench.program("import", [bench.folder, "--dataset", dataset]),
    ...(killAfterSeconds === undefined ? {} : { killAfterSeconds }),
  });
  const whole = await ended(importing("large"));
  await expectRows(bench, "large", bench.rows);
  const published = await ended(bench.program("publish", ["--dataset", "large"]));

  const killed = await useOf(importing("killed", at * whole.seconds));
  const nothing = { courses: 0, sessions: 0, scores: 0, sideEffects: 0 };
  await expectRows(bench, "killed", killed.code === null ? nothing : bench.rows);
  const again = await ended(importing("killed"));
  await expectRows(bench, "killed", bench.rows);
  return [
    { step: "import", ...whole },
    { step: "publish", ...published },
    {
      step: killed.code === null ? "import, killed: nothing of it is there" : "import, ended before the kill",
      ...killed,
    },
    { step: "the same import again", ...again },
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
