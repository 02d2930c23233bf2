// One patient with an id, a clinic, a score and a price that nobody else has, looked for in everything that leaves the
// server: every field of every answer, every figure in every format, errors, the log, the audit, and the built page.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, inflateSync } from "node:zlib";
import { compareFigureIds, figureIds } from "@afterglow/shared";
import { buildSchema } from "../../server/src/api/buildSchema";
import type { Policy } from "../../server/src/disclosure/policy";
import { fieldsOf, selectAll } from "../api/everyField";
import type { Door } from "../api/door";
import { load } from "../load";
import { behind } from "./behind";
import { internal, publish } from "./policies";
import { attacked, canary, dataset, openRegistry, type Registry } from "./registry";
import { tell } from "./tell";

let registry: Registry;
beforeAll(async () => void (registry = await openRegistry()));
afterAll(() => registry.drop());

const schema = buildSchema();
const outcome = { outcome: "{ measure: LSAS }" };
const wheres = [
  "",
  "condition: [SOCIAL_ANXIETY]",
  "condition: [SOCIAL_ANXIETY], sex: [FEMALE]",
  'clinic: "15"',
];
const pair = "cohorts: [{ where: { condition: [SOCIAL_ANXIETY] } }, { where: { condition: [PTSD] } }]";

async function answers({ ask }: Door): Promise<string[]> {
  const cohort = fieldsOf(schema, "Cohort").map((field) => selectAll(field, outcome));
  const comparison = fieldsOf(schema, "Comparison").map((field) => selectAll(field, outcome));
  const grouped = fieldsOf(schema, "Cohort")
    .filter(({ args }) => args.some(({ name }) => name === "by"))
    .map((field) => selectAll(field, { ...outcome, by: "CONDITION" }));
  const reference = fieldsOf(schema, "Query")
    .filter(
      ({ name, args }) =>
        name !== "cohort" && name !== "comparison" && args.every(({ type }) => !String(type).endsWith("!")),
    )
    .map((field) => selectAll(field));
  const questions = [
    ...reference.map((field) => `{ ${field} }`),
    ...wheres.flatMap((where) =>
      [...cohort, ...grouped].map(
        (field) => `{ cohort(release: "${attacked}", where: { ${where} }) { ${field} } }`,
      ),
    ),
    ...comparison.map((field) => `{ comparison(release: "${attacked}", ${pair}) { ${field} } }`),
    `{ nothing }`,
  ];
  const texts: string[] = [];
  for (const question of questions) texts.push((await ask(question)).text);
  return texts;
}

/** Those of text first: a few are enough where tests run side by side. */
const formats = ["csv", "json", "svg", "pdf", "png"] as const;

/** What can be read in a file: the streams of a PDF are packed. */
function readable(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  if (!text.startsWith("%PDF")) return bytes.toString("utf8");
  const streams = [...text.matchAll(/\bstream\r?\n/g)].map(({ 0: word, index }) => index + word.length);
  const unpacked = streams.map((at) => inflated(bytes.subarray(at)));
  return [text, ...unpacked].join("\n");
}

function inflated(from: Buffer): string {
  try {
    return inflateSync(from, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  } catch {
    return ""; // A stream that is not packed is in the text as it is.
  }
}

async function files({ address }: Door, howMany: number): Promise<string[]> {
  const of = (condition: string) => encodeURIComponent(`condition=${condition}`);
  const own = `dataset=${dataset}&measure=LSAS&condition=SOCIAL_ANXIETY`;
  const compared = `dataset=${dataset}&measure=LSAS&a=${of("SOCIAL_ANXIETY")}&b=${of("PTSD")}`;
  const asked = [
    ...figureIds.map((id) => [id, own] as const),
    ...compareFigureIds.map((id) => [id, compared] as const),
  ];
  const texts: string[] = [];
  for (const [id, search] of asked)
    for (const format of formats.slice(0, howMany)) {
      const response = await fetch(`${address}/figures/${id}.${format}?${search}`);
      texts.push(
        `${JSON.stringify([...response.headers])}\n${readable(Buffer.from(await response.arrayBuffer()))}`,
      );
    }
  return texts;
}

/** The page as it was last built, where it was. */
function bundle(): string[] {
  const folder = join(__dirname, "../../web/dist");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
}

/** As a number of its own: not within another or an id, and no coordinate of a drawing. */
const isNumberIn = (number: number, found: string): boolean =>
  new RegExp(`(?<![\\d.\\w-])${number}(?![\\d.\\w-])`).test(found.replace(/<[^>]*>/g, " "));
const written = (found: string): boolean =>
  found.includes(canary.id) || found.includes(canary.clinic) || isNumberIn(canary.cost, found);
/** Not in a PDF: the words there are drawn, and its numbers are coordinates of three digits, as the score is. */
const scored = (found: string): boolean => !found.includes("%PDF") && isNumberIn(canary.score, found);

async function searched(policy: Policy, formatsOfFiles: number) {
  return behind(registry.database, policy, async (door) => {
    const texts = [...(await answers(door)), ...(await files(door, formatsOfFiles))];
    const lines = await registry.database.query<{ line: string }>("select a::text as line from audit a");
    return { texts, kept: [...door.logged, ...lines.map(({ line }) => line), ...bundle()] };
  });
}

for (const { profile, policy } of [
  { profile: "publish", policy: publish },
  { profile: "internal", policy: internal },
])
  load(
    {
      load: `A canary in every answer and file, against ${profile}: formats of files`,
      times: { short: profile === "publish" ? 2 : 0, long: formats.length },
      passes: "an id, a clinic, a score and a price of one patient are nowhere",
    },
    async ({ times }) => {
      const { texts, kept } = await searched(policy, times);
      const found = [...texts, ...kept].filter(written);
      // Under internal counts are exact, and some count may be that number.
      const scores = profile === "publish" ? texts.filter(scored) : [];
      const targets = `${texts.length} answers and files, ${kept.length} lines of log, audit and files of the page`;
      const reached = `found in ${found.length + scores.length}`;
      tell({
        attack: "A canary: an id, a clinic, a score and a price of one patient",
        against: profile,
        targets,
        reached,
      });
      expect(texts.length).toBeGreaterThan(80);
      expect(found.map((text) => text.slice(0, 300))).toEqual([]);
      expect(scores.map((text) => text.slice(0, 300))).toEqual([]);
      return `${targets}: ${reached}`;
    },
  );

test("the canary is in the registry, and the search finds it where it is written", async () => {
  const [row] = await registry.database.query<{ line: string }>(
    "select row_to_json(m)::text as line from analysis_measure m where patient = $1",
    [canary.id],
  );
  expect(written(row?.line ?? "")).toBe(true);
  expect(scored(`{"value":${canary.score},"hidden":null}`)).toBe(true);
});
