// What this process holds of stewards' files, looked up on the disk.
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const uploadRoots = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`afterglow-uploads-${process.pid}-`));

export const uploadsOnDisk = (): string[] =>
  uploadRoots().flatMap((root) => readdirSync(join(tmpdir(), root)));
