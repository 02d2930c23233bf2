// `npm run generate`: writes schema.graphql from the server, and from it the typed client of the web and the list of the
// questions that its pages ship; what the docstrings of the statistics say, for the Methods page; and the licences of what
// it runs on.
// With --check it writes nothing and fails, naming what is out of date. Generated files are never edited.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { generateLicences } from "./generateLicences.mjs";
import { generateStatistics } from "./generateStatistics.mjs";
import { buildServer, checkNode, fail, filesUnder, install, root, say } from "./prepare.mjs";

const CLIENT = "web/src/gql/";

checkNode();
install();

// First: a figure that names a new statistic does not build before it is known.
settle(orFail(generateStatistics));
settle(orFail(generateLicences));

buildServer();
const files = new Map([["schema.graphql", writeSchema()]]);
const { findDocuments, generateClient } = await import("./generateClient.mjs");
const { generateSafelist, SAFELIST } = await import("./generateSafelist.mjs");
const sources = [join(root, "shared", "src"), join(root, "web", "src")]
  .filter(existsSync)
  .flatMap(filesUnder)
  .filter((path) => /\.tsx?$/.test(path) && !relative(root, path).replaceAll("\\", "/").startsWith(CLIENT))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, "utf8") }));
const documents = findDocuments(sources);
files.set(SAFELIST, generateSafelist(documents));
for (const [path, text] of await generateClient(files.get("schema.graphql"), documents, CLIENT))
  files.set(path, text);

const known = existsSync(join(root, CLIENT))
  ? readdirSync(join(root, CLIENT)).map((name) => CLIENT + name)
  : [];
const surplus = known.filter((path) => !files.has(path));
settle(files, surplus);

function settle(files, surplus = []) {
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  if (process.argv.includes("--check")) {
    const wrong = [...stale, ...surplus];
    if (wrong.length > 0) fail(`Out of date: ${wrong.join(", ")}. Run: npm run generate`);
    return;
  }
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files.get(path));
    say(`wrote ${path}`);
  }
  for (const path of surplus) rmSync(join(root, path));
}

function orFail(generateFiles) {
  try {
    return generateFiles();
  } catch (error) {
    return fail(error.message);
  }
}

function read(path) {
  return existsSync(join(root, path))
    ? readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n")
    : undefined;
}

function writeSchema() {
  const folder = mkdtempSync(join(tmpdir(), "afterglow-schema-"));
  const target = join(folder, "schema.graphql");
  const args = ["server/dist/cli/writeSchema.js", target];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) fail("Writing the schema failed: see the lines above.");
  const schema = readFileSync(target, "utf8");
  rmSync(folder, { recursive: true });
  return schema;
}
