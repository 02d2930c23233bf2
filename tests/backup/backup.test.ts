// A backup and its way back: everything as it was, or nothing at all. Between databases of real Postgres, and by the
// commands into an embedded one of its own.
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { openAudit } from "../../server/src/audit/openAudit";
import { openBudget } from "../../server/src/audit/openBudget";
import { verifyAudit } from "../../server/src/audit/verifyAudit";
import { backedUpTables } from "../../server/src/backup/backedUpTables";
import { restoreBackup } from "../../server/src/backup/restoreBackup";
import { writeBackup } from "../../server/src/backup/writeBackup";
import { migrate, openDatabase, type Database } from "../../server/src/database/dataSource";
import { migrations } from "../../server/src/database/migrations";
import { policyOf } from "../../server/src/disclosure/policy";
import { localPerson } from "../../server/src/identity/person";
import { publish } from "../../server/src/releases/publish";
import { seed } from "../api/seed";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "../testDatabase";

let from: TestDatabase;
let folder: string;
let file: string;
let text: Buffer;
let target: { url: string; drop: () => Promise<void> };

beforeAll(async () => {
  from = await createTestDatabase();
  const { database } = from;
  await seed(database);
  await publish(database, { dataset: "seeded", note: "The second — with a tab\tand a line\nbreak" });
  const audit = openAudit(database, policyOf("publish"));
  for (let at = 0; at < 5; at++) {
    await audit.record({ who: localPerson, what: "ANSWER", question: { at }, outcome: "SHOWN" });
  }
  await openBudget(database).spend(localPerson, { id: "seeded.1", releaseId: 1 }, [{ sex: ["MALE"] }]);
  await database.query(
    "insert into person (id, issuer, subject, name, roles) values ('p1', 'https://issuer', 's', 'Ada', '{researcher}')",
  );
  await database.query(
    "insert into sign_in (id, secret_hash, person_id) values ('i1', sha256('secret'), 'p1')",
  );
  folder = mkdtempSync(join(tmpdir(), "afterglow-backup-"));
  file = join(folder, "whole.backup");
  await writeBackup(database, file);
  text = gunzipSync(readFileSync(file));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await from.drop();
});
beforeEach(async () => {
  target = await createEmptyDatabase();
});
afterEach(() => target.drop());

/** A fingerprint of each table that a backup holds. */
async function fingerprints({ query }: Database): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name } of await backedUpTables(query)) {
    const [row] = await query(
      `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text collate "C")) as md5 from ${name} t`,
    );
    found[name] = row;
  }
  return found;
}

async function inTarget<Result>(look: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(target.url);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}
const tablesInTarget = () =>
  inTarget(async ({ query }) => (await backedUpTables(query)).map(({ name }) => name));

test("everything comes back as it was: tables, two releases, the audit, and what counts by itself goes on", async () => {
  await restoreBackup(target.url, file);
  await inTarget(async (database) => {
    expect(await fingerprints(database)).toEqual(await fingerprints(from.database));
    expect(await verifyAudit(database)).toEqual(await verifyAudit(from.database));
    expect(await database.query("select * from sign_in")).toEqual([]);
    await migrate(database);
    const { id } = await publish(database, { dataset: "seeded" });
    expect(id).toBe("seeded.3");
    await openAudit(database, policyOf("publish")).record({
      who: localPerson,
      what: "ANSWER",
      outcome: "SHOWN",
    });
    expect(await verifyAudit(database)).toMatchObject({ lines: 6, broken: null });
    await expect(database.dataSource.query("truncate audit")).rejects.toThrow(/append-only/);
  });
});

test("the file is its owner's alone, holds no sign-in, and is never written over", async () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(text.toString("latin1")).not.toMatch(/"sign_in"/);
  await expect(writeBackup(from.database, file)).rejects.toThrow(/file of this name already/);
});

test("it is one moment: what is written meanwhile is in it whole or not at all", async () => {
  const meanwhile = join(folder, "meanwhile.backup");
  const audit = openAudit(from.database, policyOf("publish"));
  let writing = true;
  const writer = (async () => {
    while (writing) await audit.record({ who: localPerson, what: "ANSWER", outcome: "HIDDEN" });
  })();
  await writeBackup(from.database, meanwhile);
  writing = false;
  await writer;
  await restoreBackup(target.url, meanwhile);
  expect((await inTarget(verifyAudit)).broken).toBeNull();
});

const changed = (from_: string, to: string): Buffer => {
  const at = text.indexOf(from_);
  if (at < 0) throw new Error("Nothing to change");
  return gzipSync(Buffer.concat([text.subarray(0, at), Buffer.from(to), text.subarray(at + from_.length)]));
};
const whole = () => readFileSync(file);
const flipped = (): Buffer => {
  const bytes = whole();
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
};
const newest = migrations.at(-1)?.name ?? "";

test.each<[string, () => Buffer, RegExp]>([
  ["cut off", () => whole().subarray(0, whole().length - 200), /damaged, cut off/],
  ["cut off in its head", () => whole().subarray(0, 40), /damaged, cut off/],
  ["cut off between tables, and packed again", () => gzipSync(text.subarray(0, text.length >> 1)), /damaged/],
  ["damaged in a byte", flipped, /damaged/],
  ["changed in a value, and packed again", () => changed("KETAMINE_IV", "KETAMINE_IM"), /damaged/],
  ["longer than it should be", () => gzipSync(Buffer.concat([text, Buffer.from("more")])), /damaged/],
  ["empty", () => Buffer.alloc(0), /damaged/],
  ["something else", () => gzipSync('{"format":"shoe"}\n'), /no backup of Afterglow/],
  ["of another format", () => changed('"version":1', '"version":9'), /another version of Afterglow/],
  [
    "of a newer Afterglow",
    () => changed(newest, "Later1790000000000"),
    /newer Afterglow: 1 of its migrations/,
  ],
])("a file that is %s restores nothing", async (_what, bytes, rule) => {
  const bad = join(folder, "bad.backup");
  writeFileSync(bad, bytes());
  await expect(restoreBackup(target.url, bad)).rejects.toThrow(rule);
  expect(await tablesInTarget()).toEqual([]);
});

test("a database that holds tables is left as it is", async () => {
  await inTarget(({ query }) => query("create table mine (word text)"));
  await expect(restoreBackup(target.url, file)).rejects.toThrow(/holds tables already.*new one alone/);
  expect(await tablesInTarget()).toEqual(["mine"]);
});

test("a backup of an older version comes back as it was, and is then brought to this one", async () => {
  const { url, drop } = await createEmptyDatabase();
  const withoutPeople = migrations.filter(({ name }) => !name.startsWith("Identity"));
  const older = await openDatabase(url, { migrations: withoutPeople });
  await older.dataSource.runMigrations({ transaction: "each" });
  await older.query(
    "insert into dataset (name, title, kind, licence, citation) values ('old', 'Old', 'TRIAL', 'CC0', 'None')",
  );
  const old = join(folder, "old.backup");
  await writeBackup(older, old);
  await older.close();
  await drop();
  await restoreBackup(target.url, old);
  expect(await tablesInTarget()).not.toContain("person");
  await inTarget(async (database) => {
    await migrate(database);
    expect(await database.query("select name from dataset")).toEqual([{ name: "old" }]);
  });
  expect(await tablesInTarget()).toContain("person");
});

test("an audit that was broken before the backup is not restored as if it were whole", async () => {
  const { url, drop } = await createEmptyDatabase();
  const broken = join(folder, "broken.backup");
  await restoreBackup(url, file);
  const database = await openDatabase(url);
  await database.dataSource.query("alter table audit disable trigger all");
  await database.dataSource.query("update audit set outcome = 'HIDDEN' where number = 2");
  await writeBackup(database, broken);
  await database.close();
  await drop();
  await expect(restoreBackup(target.url, broken)).rejects.toThrow(/Line 2 of the audit is broken/);
  expect(await tablesInTarget()).toEqual([]);
});

test("by the commands, into an embedded Postgres of its own, with their lines in the audit", async () => {
  const run = (name: string, words: string[], env: Record<string, string>) =>
    new Promise<{ code: number; out: string; error: string }>((done) => {
      const hook = join(__dirname, "../runTypeScript.cjs");
      const command = join(__dirname, `../../server/src/cli/${name}.ts`);
      const options = { env: { ...process.env, ...env } };
      const child = execFile(process.execPath, ["-r", hook, command, ...words], options, (_, out, error) =>
        done({ code: child.exitCode ?? -1, out, error }),
      );
    });
  chmodSync(folder, 0o755);
  const backup = await run("backup", [folder], { DATABASE_URL: from.url });
  expect(backup).toMatchObject({ code: 0, error: "" });
  const [, written = ""] = /\n(\S+\.backup)\n$/.exec(backup.out) ?? [];
  const dataDir = mkdtempSync(join(tmpdir(), "afterglow-restored-"));
  const place = { DATA_DIR: dataDir, DATABASE_URL: "" };
  const restored = await run("restore", [written], place);
  expect(restored.out).toMatch(
    /^Restored the backup of \S+: \d+ tables, [\d,]+ rows\.\nReleases and the audit/,
  );
  const { out } = await run("audit", ["list", "--who", "command"], place);
  expect(out).toMatch(/BACKUP[^\n]*\n[^\n]*RESTORE/);
  expect((await run("audit", ["verify"], place)).code).toBe(0);
  expect((await run("restore", [written], place)).error).toMatch(/holds tables already/);
  rmSync(dataDir, { recursive: true });
}, 240_000);
