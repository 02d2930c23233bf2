// One hostile or malformed request, by its number: the same for the same seed.
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { compareFigureIds, dimensions, figureIds } from "@afterglow/shared";
import { hostileDocument } from "./hostileDocuments";
import { Chance, nastyText, nastyValue } from "./nastyValues";

export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const JSON_TYPE = { "content-type": "application/json" };
const question = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): HostileRequest => ({
  method: "POST",
  path: "/graphql",
  headers,
  body,
});

const formats = ["svg", "pdf", "png", "csv", "json", "csv", "json", "exe", ""];
const parameters = [
  ...[
    "dataset",
    "release",
    "measure",
    "response",
    "relapse",
    "maintenance",
    "by",
    "visit",
    "a",
    "b",
    "c",
    "d",
  ],
  ...["target", "adjust", "of", "per", "__proto__", "constructor", "nothing"],
  ...dimensions.map(({ name }) => name),
];

function figure(chance: Chance): HostileRequest {
  const id = chance.is(0.9) ? chance.of([...figureIds, ...compareFigureIds]) : encodeText(nastyText(chance));
  const search = Array.from({ length: 1 + chance.below(4) }, () => {
    const value = nastyText(chance);
    return `${chance.of(parameters)}=${chance.is(0.5) ? encodeText(value) : rawText(value)}`;
  });
  const path = `/figures/${id}.${chance.of(formats)}?dataset=seeded&${search.join("&")}`;
  return { method: chance.of(["GET", "GET", "GET", "HEAD", "POST"]), path, headers: {}, body: "" };
}

const paths = [
  ...[
    "/",
    "/graphiql",
    "/graphql",
    "/health",
    "/ready",
    "/account/person",
    "/account/tokens",
    "/sign-in",
    "/sign-out",
  ],
  ...[
    "/assets/..%2f..%2fetc%2fpasswd",
    "/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/server/src/main.ts",
  ],
  ...[
    "//evil.example/",
    "/%",
    "/%00",
    "/%c0%ae%c0%ae/",
    "/.git/config",
    "/.env",
    "/assets/",
    "/graphql/",
    "/graphql/stream",
  ],
  ...[
    "/figures/",
    "/figures/flow",
    "/figures/a/b/c",
    "/sign-in?to=//evil.example",
    "/sign-in?to=javascript:alert(1)",
  ],
  ...["/account/sign-ins/x", "/audit", "/favicon.svg", `/${"a/".repeat(2_000)}`, `/?${"q=1&".repeat(2_000)}`],
];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "PURGE"];

function address(chance: Chance): HostileRequest {
  const path = chance.is(0.8) ? chance.of(paths) : `/${encodeText(nastyText(chance))}`;
  return { method: chance.of(methods), path, headers: hostileHeaders(chance), body: nastyText(chance) };
}

const bodies: readonly ((chance: Chance) => string | Buffer)[] = [
  () => "",
  () => "{",
  () => "[".repeat(20_000),
  () => `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  () => '{"query":"{ datasets { name } }","query":1}',
  () => '{"query":"{ datasets { name } }","variables":1e999}',
  () => '{"query":{"__proto__":{"x":1}},"__proto__":{"polluted":true}}',
  () => '{"query":["{ datasets { name } }"],"operationName":{}}',
  () => '{"query":"{ datasets { name } }","operationName":"\\u0000","extensions":[]}',
  () => '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
  () => "\ufeff{}",
  () => "x".repeat(150_000),
  () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22]),
  () => Buffer.from('{"query":"{ datasets { name } }"}', "utf16le"),
  (chance) => JSON.stringify(nastyValue(chance)) ?? "undefined",
  (chance) => JSON.stringify({ query: nastyValue(chance), variables: nastyValue(chance) }),
  (chance) => JSON.stringify(Array.from({ length: 50 }, () => ({ query: nastyText(chance) }))),
  (chance) => JSON.stringify({ query: "{ datasets { name } }", operationName: nastyValue(chance) }),
];

function hostileHeaders(chance: Chance): Record<string, string> {
  const nasty = nastyText(chance).replace(/[^\t\x20-\x7e]/g, "");
  const all: Record<string, string> = {
    accept: chance.of(["*/*", "", "text/html", "application/json", "multipart/mixed", "q=0", nasty]),
    cookie: `sign-in=${nasty}; __Host-sign-in=${nasty}; a`,
    authorization: chance.of(["Bearer", `Bearer ${nasty}`, "Basic Og==", nasty]),
    origin: chance.of(["null", "https://evil.example", nasty]),
    "sec-fetch-site": chance.of(["cross-site", "same-origin", "none", nasty]),
    "x-forwarded-for": nasty,
    "x-forwarded-host": "evil.example",
    "if-none-match": "*",
    range: "bytes=0-1,5-99999999999",
    "x-http-method-override": "DELETE",
    "content-type": chance.of([
      "application/json; charset=utf-16",
      "application/json;;;",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
      nasty,
    ]),
  };
  return Object.fromEntries(Object.entries(all).filter(() => chance.is(0.3)));
}

const encodings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const;

function compressed(chance: Chance): HostileRequest {
  const encoding = chance.of(["gzip", "deflate", "br"] as const);
  const body = chance.is(0.3) ? Buffer.from("no archive") : encodings[encoding](Buffer.alloc(1_000_000, " "));
  return question(body, { ...JSON_TYPE, "content-encoding": chance.is(0.9) ? encoding : "zstd, gzip" });
}

export function hostileRequest(seed: number, number: number): HostileRequest {
  const chance = new Chance(seed, number);
  const kind = chance.below(100);
  if (kind < 45) return question(JSON.stringify(hostileDocument(chance)));
  if (kind < 70) return figure(chance);
  if (kind < 82) return question(chance.of(bodies)(chance), { ...JSON_TYPE, ...hostileHeaders(chance) });
  if (kind < 97) return address(chance);
  return compressed(chance);
}

/** Half a pair of surrogates has no encoding. */
const encodeText = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

/** As it is, but for what no request line can hold. */
const rawText = (text: string): string => text.replace(/[^\x21-\x22\x24-\x7e]/g, "+");
