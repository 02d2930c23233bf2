/**
 * `npm run bench -- import [--scores N] [--courses N]`: how long a large registry takes to bring in and to publish, and
 * in how much memory; and whether an import that was killed leaves nothing behind and can be run again. Prints the table
 * for bench/README.md. It works in a temporary folder with a Postgres of its own, and takes it away again.
 */
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Client } from "pg";
import { writeLargePackage, type PackageSize } from "../bench/largePackage";
import { measureImport, type Brought, type MeasuredStep } from "../bench/measureImport";
import { reach } from "../database/connect";

export async function benchImport(size: PackageSize): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), "afterglow-bench-"));
  // The account that runs Postgres has to reach its folder.
  await chmod(place, 0o755);
  try {
    const write = async (name: string, share: number): Promise<Brought> => {
      const folder = join(place, name);
      await mkdir(folder);
      const part = (rows: number) => Math.ceil(rows * share);
      const rows = await writeLargePackage(folder, {
        courses: part(size.courses),
        scores: part(size.scores),
      });
      return { folder, rows };
    };
    const whole = await write("whole", 1);
    const tenth = await write("tenth", 0.1);
    const { rows } = whole;
    const list = `${count(rows.courses)} courses, ${count(rows.sessions)} sessions, ${count(rows.scores)} scores, ${count(rows.sideEffects)} side effects`;
    console.log(`${list}; ${availableParallelism()} cores\n`);
    const dataDir = join(place, "data");
    const { url, stop } = await reach({ dataDir, databaseUrl: undefined }, () => undefined);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      const postmaster = Number(
        (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0],
      );
      // eslint-disable-next-line no-restricted-syntax -- handed on whole to the commands, which read their settings themselves
      const environment = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
      const program = (command: "import" | "publish", words: readonly string[]) => ({
        command: [...process.execArgv, join(__dirname, command + extname(__filename)), ...words],
        environment,
        postmaster,
      });
      print(await measureImport({ whole, tenth, client, program }, Math.random()));
    } finally {
      await client.end();
      await stop();
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function print(steps: readonly MeasuredStep[]): void {
  console.log("| step | seconds | memory MB | processor s | database, memory MB | database, processor s |");
  console.log("|---|---|---|---|---|---|");
  for (const { step, seconds, program, database } of steps) {
    const numbers = [
      seconds,
      program.memoryMb,
      program.processorSeconds,
      database.memoryMb,
      database.processorSeconds,
    ];
    console.log(
      `| ${[step, ...numbers.map((each) => (each === null ? "" : count(Math.round(each))))].join(" | ")} |`,
    );
  }
}

const count = (n: number): string => n.toLocaleString("en-US");
