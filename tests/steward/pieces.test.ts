// Files come in pieces: which are refused, and that a refused one leaves what came before it as it was.
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localIdentity } from "../../server/src/identity/identity";
import { openDoor, type Door } from "../api/door";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { clientOf, type Client } from "./ask";
import { uploadRoots } from "./uploadsOnDisk";

let test_: TestDatabase;
let door: Door;
let steward: Client;
let upload: string;

beforeAll(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(test_.database, "publish", localIdentity);
  steward = clientOf(door.address);
  upload = (await steward.ask<{ id: string }>("POST", "/uploads", { name: "../../etc" })).body.id;
});
afterAll(async () => {
  await door.stop();
  await test_.drop();
});
const small = new Uint8Array(10);

test.each([
  ["a path", `..%2F..%2Fx.csv?from=0`, small, {}, 400],
  ["a hidden file", ".bashrc?from=0", small, {}, 400],
  ["a gap", "gap.csv?from=5", small, {}, 409],
  ["no place", "gap.csv", small, {}, 400],
  ["as a form", "form.csv?from=0", small, { "content-type": "text/plain" }, 415],
  ["packed", "packed.csv?from=0", small, { "content-encoding": "gzip" }, 415],
  ["from another site", "site.csv?from=0", small, { "sec-fetch-site": "cross-site" }, 403],
  ["over 4 MB", "large.csv?from=0", new Uint8Array(4 * 1024 * 1024 + 1), {}, 413],
])("%s is refused", async (_, path, bytes, headers, status) => {
  // The server may close while the rest is still on its way.
  const answered = await steward.piece(`${upload}/${path}`, bytes, headers).catch(() => ({ status: 413 }));
  expect(answered.status).toBe(status);
});

test("more than the setting allows is refused, and what fits stays", async () => {
  const piece = new Uint8Array(4 * 1024 * 1024);
  expect((await steward.piece(`${upload}/a.csv?from=0`, piece)).status).toBe(200);
  expect((await steward.piece(`${upload}/b.csv?from=0`, piece)).status).toBe(200);
  const over = await steward
    .piece(`${upload}/a.csv?from=${piece.length}`, small)
    .catch(() => ({ status: 413 }));
  expect(over.status).toBe(413);
  const [root = ""] = uploadRoots();
  expect(statSync(join(tmpdir(), root, upload, "upload", "a.csv")).size).toBe(piece.length);
  expect((await steward.ask("DELETE", `/uploads/${upload}`)).status).toBe(204);
});
