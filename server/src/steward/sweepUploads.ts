// Removes what a server that was killed has left of its uploads: a folder of this account's whose process is gone.
import { lstat, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "afterglow-uploads-";
const NAME = /^afterglow-uploads-(\d+)-[A-Za-z0-9]{6}$/;

/** Of this process's folder; mkdtemp adds six letters. */
export const rootPrefix = `${PREFIX}${process.pid}-`;

/** At start, before this process has a folder: one of its own number is from an earlier life, as in a container. */
export async function sweepUploads(): Promise<number> {
  let swept = 0;
  for (const name of await readdir(tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue;
    const path = join(tmpdir(), name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory() !== true || (process.getuid && found.uid !== process.getuid())) continue;
    await rm(path, { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
