/**
 * `npm run bench [-- --dataset NAME --rounds N]`: how long each section of the Explore page takes for a fresh cohort
 * each time (p50, p95), and how much longer the same takes from the raw source tables; and how long each section of the
 * Compare page takes for two fresh cohorts, as they are and adjusted. Prints the tables for bench/README.md.
 * `npm run bench -- import` is another: see benchImport.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import express from "express";
import { Client } from "pg";
import { createApp } from "../api/app";
import { openAudit } from "../audit/openAudit";
import { openBudget } from "../audit/openBudget";
import { measureComparisons } from "../bench/measureComparisons";
import type { PackageSize } from "../bench/largePackage";
import { measureSections, quantileOf } from "../bench/measureSections";
import { readConfig } from "../config";
import { connect } from "../database/connect";
import { policyOf } from "../disclosure/policy";
import { localIdentity } from "../identity/identity";
import { localPerson } from "../identity/person";
import { listen } from "../listen";
import { createLog } from "../log";
import { writeMissingBitmaps } from "../releases/writeBitmaps";
import { listDatasets } from "../releases/listReleases";
import { benchImport } from "./benchImport";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dataset: { type: "string" },
      rounds: { type: "string" },
      scores: { type: "string" },
      courses: { type: "string" },
    },
  });
  if (positionals[0] === "import") return benchImport(sizeOf(values));
  if (positionals.length > 0) throw new Error("The one word that bench takes is import.");
  const rounds = Number(values.rounds ?? 40);
  if (!Number.isSafeInteger(rounds) || rounds < 5) throw new Error("--rounds: a whole number of 5 or more");
  const name = values.dataset ?? "demo";
  const config = readConfig();
  const log = createLog(config.logLevel);
  const connection = await connect(config, log.info);
  const { database } = connection;
  await writeMissingBitmaps(database);
  const found = (await listDatasets(database.query)).find((dataset) => dataset.name === name);
  const release = found?.releases.at(0);
  if (release === undefined) {
    await connection.close();
    throw new Error("--dataset: no release of that name here. Run npm start or npm run demo first.");
  }
  const [row] = await database.query<{ id: number }>("select id from dataset where name = $1", [name]);
  // What a database that has run for a while knows anyway.
  await database.dataSource.query("analyze");
  // The raw statements at their best: the planner misjudges their many steps, and its nested loops take minutes.
  const raw = new Client({ connectionString: connection.url, options: "-c jit=off -c enable_nestloop=off" });
  await raw.connect();
  const policy = policyOf(config.disclosureProfile);
  const { app, stop } = await createApp({
    steward: null,
    database,
    policy,
    audit: openAudit(database, policy),
    budget: openBudget(database),
    // Each time another person, as at a server that many use: one alone would have spent the answers of a release soon.
    identity: { ...localIdentity, personOf: async () => ({ ...localPerson, id: randomUUID() }) },
    logError: log.error,
    figures: () => express.Router(),
    webFolder: join(__dirname, "../../../web/dist"),
  });
  const { address, close } = await listen(app, 0, "127.0.0.1");
  try {
    const times = await measureSections(
      { raw, address, releaseId: release.id, datasetId: row?.id ?? 0 },
      rounds,
    );
    console.log(`${release.id}, ${rounds} fresh cohorts a section, profile ${config.disclosureProfile}\n`);
    console.log("| section | p50 ms | p95 ms | from the raw tables, p50 ms | ratio |\n|---|---|---|---|---|");
    for (const { section, page, raw } of times) {
      const p50 = quantileOf(page, 0.5);
      const slow = raw.length === 0 ? null : quantileOf(raw, 0.5);
      const cells = [
        section,
        p50.toFixed(1),
        quantileOf(page, 0.95).toFixed(1),
        slow?.toFixed(1) ?? "",
        slow === null ? "" : (slow / p50).toFixed(1),
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
    const comparisons = await measureComparisons(
      { raw, address, releaseId: release.id, datasetId: row?.id ?? 0 },
      rounds,
    );
    console.log(
      "\n| comparison | p50 ms | p95 ms | adjusted, p50 ms | adjusted, p95 ms |\n|---|---|---|---|---|",
    );
    for (const { section, unadjusted, adjusted } of comparisons) {
      const cells = [unadjusted, adjusted].flatMap((taken) =>
        [0.5, 0.95].map((p) => quantileOf(taken, p).toFixed(1)),
      );
      console.log(`| ${[section, ...cells].join(" | ")} |`);
    }
  } finally {
    await close();
    await stop();
    await raw.end();
    await connection.close();
  }
}

function sizeOf(given: { scores?: string; courses?: string }): PackageSize {
  const scores = Number(given.scores ?? 12_000_000);
  const courses = Number(given.courses ?? Math.ceil(scores / 12));
  if (![scores, courses].every((each) => Number.isSafeInteger(each) && each > 0))
    throw new Error("--scores, --courses: whole numbers over 0");
  return { scores, courses };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The benchmark failed.");
  process.exitCode = 1;
});
