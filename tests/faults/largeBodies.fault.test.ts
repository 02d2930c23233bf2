// Bodies far over the limit, announced and not: refused with 413, without being held in memory. Compressed ones, whose size
// nobody knows before they are unpacked, are refused with 415, packed as they are.
import { request } from "node:http";
import { readFileSync } from "node:fs";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { load } from "../load";
import { ask, rightAnswers, serveSeededThroughout } from "./asking";

const MEGABYTE = 2 ** 20;
const LARGE = 60;
const { serving } = serveSeededThroughout();

/** A GraphQL request whose document is spaces, `megabytes` of them. */
const bodyOf = (megabytes: number) =>
  Buffer.concat([Buffer.from('{"query":"'), Buffer.alloc(megabytes * MEGABYTE, " "), Buffer.from('"}')]);

/** The status of the answer, which may come before the body is through. */
function send(body: Buffer, headers: Record<string, string | number>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(`${serving().address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      agent: false,
    });
    let status: number | undefined;
    sending.on("response", (response) => {
      status = response.statusCode;
      response.resume().on("error", () => undefined);
      response.on("close", () => resolve(status ?? 0));
    });
    // The server may close on what it has refused before all of it was sent; the answer was there first.
    sending.on("error", (error) => (status === undefined ? reject(error) : resolve(status)));
    for (let at = 0; at < body.length; at += MEGABYTE) sending.write(body.subarray(at, at + MEGABYTE));
    sending.end();
  });
}

/** Memory of the server in MB, the largest that it ever had. */
function highWater(): number {
  const status = readFileSync(`/proc/${serving().child.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

const plain = bodyOf(LARGE);
const bombs: Record<string, Buffer> = {
  gzip: gzipSync(bodyOf(200)),
  deflate: deflateSync(bodyOf(200)),
  br: brotliCompressSync(bodyOf(60), { params: {} }),
};

load(
  {
    load: `bodies of ${LARGE} MB, and gzip, deflate and brotli bombs of 60 to 200 MB`,
    times: { short: 1, long: 20 },
    passes:
      "413 for the plain, 415 for the compressed, memory of the server grows by less than 150 MB, then answered as before",
  },
  async ({ times }) => {
    const right = await rightAnswers(serving());
    const watched = process.platform === "linux";
    const before = watched ? highWater() : 0;
    const plainly: number[] = [];
    const packed: number[] = [];
    for (let round = 0; round < times; round++) {
      plainly.push(await send(plain, { "content-length": plain.length }));
      plainly.push(await send(plain, { "transfer-encoding": "chunked" }));
      for (const [encoding, bomb] of Object.entries(bombs)) {
        expect(bomb.length).toBeLessThan(MEGABYTE);
        packed.push(await send(bomb, { "content-encoding": encoding, "content-length": bomb.length }));
      }
    }
    expect(new Set(plainly)).toEqual(new Set([413]));
    expect(new Set(packed)).toEqual(new Set([415]));
    const grown = watched ? highWater() - before : 0;
    if (watched) expect(grown).toBeLessThan(150);
    for (const [path, body] of right) expect(await ask(serving(), path)).toMatchObject({ status: 200, body });
    return `${plainly.length} times 413, ${packed.length} times 415; memory grew by ${Math.round(grown)} MB at most, from ${Math.round(before)} MB`;
  },
);
