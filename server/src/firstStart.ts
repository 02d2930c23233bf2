// What an empty database is given, so that there is something to see: the synthetic registry and the sample trial,
// each imported and published. Both steps are whole or not at all, so a start that was cut short is finished by the
// next one; and a database that holds anyone's own dataset is left alone.
import type { Receipt } from "@afterglow/shared";
import { join } from "node:path";
import type { RecordedWork } from "./audit/recordWork";
import { asUnavailable, type Database } from "./database/dataSource";
import { importDemo } from "./demo/importDemo";
import { DEMO_DATASET } from "./demo/registryMetadata";
import { importWithRecipe } from "./imports/importWithRecipe";
import { receiptText } from "./imports/receipt";
import { listDatasets } from "./releases/listReleases";
import { publish } from "./releases/publish";

export interface FirstStartOptions {
  /** Folder of the samples that the repository holds. */
  readonly samples: string;
  readonly demo: { readonly patients: number; readonly seed: number };
  readonly log: (line: string) => void;
  /** Both steps have their lines in the audit. */
  readonly work?: Pick<RecordedWork, "importing" | "publishing">;
}

interface Offer {
  readonly dataset: string;
  readonly what: string;
  readonly bringIn: () => Promise<Receipt>;
}

// Any number: with it, of two processes that start together on one database, the second waits and finds all done.
const FIRST_START_LOCK = 724_611_041;

export async function firstStart(database: Database, options: FirstStartOptions): Promise<void> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.query("select pg_advisory_lock($1)", [FIRST_START_LOCK]);
    await bringInMissing(database, options);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await runner.query("select pg_advisory_unlock($1)", [FIRST_START_LOCK]).catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}

async function bringInMissing(
  database: Database,
  { samples, demo, log, work }: FirstStartOptions,
): Promise<void> {
  const beforeCommit = work?.importing;
  const trial = join(samples, "nimh-ketamine");
  const offers: Offer[] = [
    {
      dataset: DEMO_DATASET,
      what: `the demo registry, ${demo.patients} synthetic patients`,
      bringIn: () => importDemo(database, { ...demo, dataset: DEMO_DATASET, beforeCommit }),
    },
    {
      dataset: "nimh-ketamine",
      what: "the NIMH ketamine trial",
      bringIn: () =>
        importWithRecipe(database, trial, {
          dataset: "nimh-ketamine",
          recipe: join(trial, "recipe.json"),
          beforeCommit,
        }),
    },
  ];
  const present = new Map<string, number>(
    (await listDatasets(database.query)).map(({ name, releases }) => [name, releases.length]),
  );
  const isOurs = [...present.keys()].every((name) => offers.some(({ dataset }) => dataset === name));
  for (const { dataset, what, bringIn } of offers) {
    if (!present.has(dataset)) {
      if (!isOurs) continue;
      log(`Bringing in ${what} ...`);
      const receipt = await bringIn();
      if (!receipt.written) throw new SampleRefused(`${what} was refused:\n${receiptText(receipt)}`);
    }
    if ((present.get(dataset) ?? 0) === 0) {
      log(`Publishing ${dataset} ...`);
      await publish(database, { dataset, beforeCommit: work?.publishing });
    }
  }
}

/** A sample of the repository does not pass the import: its files were changed. */
export class SampleRefused extends Error {
  override readonly name = "SampleRefused";
}
