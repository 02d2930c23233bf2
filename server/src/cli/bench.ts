/**
 * `npm run bench [-- --patients 12000,100000 | --dataset NAME] [--rounds N] [--readers N] [--browser PATH]`: how long the Explore page, each
 * of its sections, comparisons and exports take for a fresh cohort each time (p50, p95), and how much longer the same takes
 * from the raw source tables. With --patients it makes registries of these sizes in a Postgres of its own, which it throws
 * away; without, it measures what is here. Prints the tables for bench/README.md.
 * `npm run bench -- import` is another: see benchImport.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import { benchSize } from "../bench/benchSize";
import { makeRegistry } from "../bench/benchRegistry";
import { readConfig, type Config } from "../config";
import { connect, type Connection } from "../database/connect";
import { DEMO_DATASET } from "../demo/registryMetadata";
import { policyOf } from "../disclosure/policy";
import { createLog } from "../log";
import { writeMissingBitmaps } from "../releases/writeBitmaps";
import { benchImport } from "./benchImport";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    patients: { type: "string" },
    dataset: { type: "string" },
    rounds: { type: "string", default: "40" },
    readers: { type: "string", default: "20" },
    browser: { type: "string", default: "/usr/bin/chromium" },
    scores: { type: "string", default: "12000000" },
    courses: { type: "string" },
  },
});

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${name}: a whole number of ${least} or more`);
  return number;
}

async function measure(connection: Connection, config: Config, dataset: string): Promise<void> {
  const { database, url } = connection;
  const rounds = wholeNumber("--rounds", values.rounds, 5);
  const readers = wholeNumber("--readers", values.readers, 1);
  const policy = policyOf(config.disclosureProfile);
  const { error: logError } = createLog(config.logLevel);
  // What a database that has run for a while knows anyway.
  await database.dataSource.query("analyze");
  // The raw statements at their best: the planner misjudges their many steps, and its nested loops take minutes.
  const raw = new Pool({ connectionString: url, max: 3, options: "-c jit=off -c enable_nestloop=off" });
  try {
    console.log(`${rounds} fresh cohorts each, profile ${policy.profile}.\n`);
    console.log(
      await benchSize({ database, policy, raw, dataset, rounds, readers, browser: values.browser, logError }),
    );
  } finally {
    await raw.end();
  }
}

/** In a Postgres of its own, so that nobody's datasets get others beside them. */
async function measureSizes(sizes: readonly number[]): Promise<void> {
  const config = readConfig();
  const folder = await mkdtemp(join(tmpdir(), "afterglow-bench-"));
  const { info } = createLog(config.logLevel);
  const connection = await connect({ databaseUrl: undefined, dataDir: folder }, info);
  try {
    for (const patients of sizes) {
      const made = await makeRegistry(connection.database, patients);
      console.log(`\n### ${patients.toLocaleString("en-US")} patients\n`);
      console.log(
        `Imported in ${made.importSeconds.toFixed(0)} s, published in ${made.publishSeconds.toFixed(0)} s.`,
      );
      await measure(connection, config, made.dataset);
    }
  } finally {
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureHere(dataset: string): Promise<void> {
  const config = readConfig();
  const connection = await connect(config, createLog(config.logLevel).info);
  try {
    await writeMissingBitmaps(connection.database);
    await measure(connection, config, dataset);
  } finally {
    await connection.close();
  }
}

async function main(): Promise<void> {
  if (positionals[0] === "import") {
    const scores = wholeNumber("--scores", values.scores, 1);
    const courses = wholeNumber("--courses", values.courses ?? String(Math.ceil(scores / 12)), 1);
    return benchImport({ scores, courses });
  }
  if (positionals.length > 0) throw new Error("The one word that bench takes is import.");
  const sizes = values.patients?.split(",").map((size) => wholeNumber("--patients", size, 1_000));
  return sizes === undefined ? measureHere(values.dataset ?? DEMO_DATASET) : measureSizes(sizes);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The benchmark failed.");
  process.exitCode = 1;
});
