/** A synthetic registry of so many patients, brought in and published as any clinic's files are. */
import type { Database } from "../database/dataSource";
import { importDemo } from "../demo/importDemo";
import { DEFAULT_SEED } from "../demo/registryMetadata";
import { publish } from "../releases/publish";
import { timed } from "./times";

export interface BenchRegistry {
  readonly dataset: string;
  readonly importSeconds: number;
  readonly publishSeconds: number;
}

export async function makeRegistry(database: Database, patients: number): Promise<BenchRegistry> {
  const dataset = `bench-${patients}`;
  const importing = await timed(() => importDemo(database, { patients, seed: DEFAULT_SEED, dataset }));
  const publishing = await timed(() => publish(database, { dataset }));
  return { dataset, importSeconds: importing / 1000, publishSeconds: publishing / 1000 };
}
