// Where the embedded Postgres may live: as root and as anyone else, and the sentence it says where it cannot.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useEmbedded, type EmbeddedUser } from "./embeddedUser";

// Each test makes a database and starts processes, perhaps beside other work.
jest.setTimeout(180_000);

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const small = ["-t", "tmpfs", "-o", "size=8m", "tmpfs"];
const canMount = isRoot && spawnSync("mount", [...small, "/mnt"]).status === 0;
if (canMount) spawnSync("umount", ["/mnt"]);

// A checkout in a folder of root's own cannot be read by anyone else: then there is no one else to test.
const read = ["-e", `require("node:fs").readFileSync(${JSON.stringify(__filename)})`];
const othersMayRead = !isRoot || spawnSync(process.execPath, read, { uid: NOBODY, gid: NOBODY }).status === 0;

let folder: string;
let user: EmbeddedUser | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "afterglow-place-"));
  chmodSync(folder, 0o755);
  user = undefined;
});

afterEach(async () => {
  await user?.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

async function refusal(dataDir: string, how: Parameters<typeof useEmbedded>[1] = {}): Promise<string> {
  user = useEmbedded(dataDir, how);
  const said = await user.next();
  expect(said).toMatchObject({ name: "DatabaseUnavailable" });
  return said.refused ?? "";
}

(othersMayRead ? test : test.skip)("a person who is not root runs it as themselves", async () => {
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  if (isRoot) chownSync(dataDir, NOBODY, NOBODY);
  user = useEmbedded(dataDir, isRoot ? { uid: NOBODY } : {});
  await user.next();
  expect(await user.ask()).toEqual({ answer: "afterglow" });
  expect(statSync(join(dataDir, "postgres")).uid).toBe(isRoot ? NOBODY : process.getuid?.());
});

(isRoot ? test : test.skip)(
  "root gives the folder to another account, also inside a folder only root may enter",
  async () => {
    user = useEmbedded(join(folder, "open"));
    await user.next();
    expect(await user.ask()).toEqual({ answer: "afterglow" });
    if (othersMayRead) expect(statSync(join(folder, "open", "postgres")).uid).not.toBe(0);
    await user.end("SIGTERM");
    mkdirSync(join(folder, "closed"), { mode: 0o700 });
    user = useEmbedded(join(folder, "closed"));
    await user.next();
    expect(await user.ask()).toEqual({ answer: "afterglow" });
  },
);

(canMount ? test : test.skip)(
  "where no namespace may be made, root shelters the database in a folder of the system",
  async () => {
    mkdirSync(join(folder, "closed"), { mode: 0o700 });
    // In a mount namespace of its own the process finds `false` in the place of `unshare`.
    const hidden = 'mount --bind /bin/false "$(command -v unshare)" && exec "$@"';
    user = useEmbedded(join(folder, "closed"), { prefix: ["unshare", "--mount", "sh", "-c", hidden, "sh"] });
    const { url } = await user.next();
    expect(url).toBeDefined();
    expect(await user.ask()).toEqual({ answer: "afterglow" });
    const shelter = /kept in (\S+)\/postgres\.$/.exec(
      user.said.find((line) => /kept in/.test(line.log ?? ""))?.log ?? "",
    );
    expect(shelter?.[1]).toMatch(/^\/var\/lib\/afterglow\//);
    await user.end("SIGTERM");
    rmSync(shelter![1]!, { recursive: true, force: true });
  },
);

(othersMayRead ? test : test.skip)("a folder that may not be written: its name and the rule", async () => {
  const closed = join(folder, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o555);
  const message = await refusal(closed, isRoot ? { uid: NOBODY } : {});
  expect(message).toMatch(/closed.*may not be written/);
  expect(await refusal(join(closed, "deeper"), isRoot ? { uid: NOBODY } : {})).toMatch(
    /deeper.*may not be written/,
  );
});

test("a file where the folder has to be", async () => {
  writeFileSync(join(folder, "file"), "");
  expect(await refusal(join(folder, "file"))).toMatch(/file.*a file where a folder has to be/);
});

test("a folder of another version, and one that holds something else", async () => {
  const old = join(folder, "old", "postgres");
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, "PG_VERSION"), "13\n");
  expect(await refusal(join(folder, "old"))).toMatch(/made by Postgres 13, and this is Postgres 18/);
  const other = join(folder, "other", "postgres");
  mkdirSync(other, { recursive: true });
  writeFileSync(join(other, "thesis.txt"), "");
  expect(await refusal(join(folder, "other"))).toMatch(/holds files that are no database/);
});

(canMount ? test : test.skip)("a full disk and a read-only disk (needs the right to mount)", async () => {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  spawnSync("mount", [...small, disk]);
  try {
    expect(await refusal(disk)).toMatch(/disk is full.*200 MB/);
    writeFileSync(join(disk, "filler"), Buffer.alloc(1024));
    spawnSync("mount", ["-o", "remount,ro", disk]);
    expect(await refusal(disk)).toMatch(/read-only/);
  } finally {
    spawnSync("umount", [disk]);
  }
});
