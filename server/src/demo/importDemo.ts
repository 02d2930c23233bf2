// Brings the synthetic registry into a database, through the same door as any clinic's files.
import type { Receipt } from "@afterglow/shared";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../database/dataSource";
import type { ImportOptions } from "../imports/bringIn";
import { importPackage } from "../imports/importPackage";
import { writeRegistry, type RegistrySize } from "./writeRegistry";

export interface DemoOptions extends RegistrySize, Pick<ImportOptions, "beforeCommit"> {
  readonly dataset: string;
}

export async function importDemo(
  database: Database,
  { patients, seed, ...options }: DemoOptions,
): Promise<Receipt> {
  const folder = await mkdtemp(join(tmpdir(), "afterglow-demo-"));
  try {
    await writeRegistry(folder, { patients, seed });
    return await importPackage(database, folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
