// `npm run check:long [-- path …]`: the long tests, one after the other, each with a row of what was done, how often,
// what was measured and what passes. The table of a whole run is kept in docs/check-long.md. How to add one stands in
// CONTRIBUTING; what is in a row, in tests/load.ts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./findBrowser.mjs";
import { buildServer, buildWeb, checkNode, install, root, say, tool } from "./prepare.mjs";

checkNode();
install();
buildServer();
buildWeb();

const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "afterglow-long-"));
const rowsFile = join(folder, "rows");
writeFileSync(rowsFile, "");
const env = { ...process.env, TZ: "UTC", LONG_TABLE: rowsFile };
const browser = findBrowser();
if (browser) env.CHROME_PATH = browser;

say("running the long tests, one after the other");
const jest = [tool("jest", "bin/jest.js"), "--config", "tests/jest.config.mjs", "--ci", "--runInBand"];
const { status } = spawnSync(process.execPath, [...jest, ...chosen], {
  cwd: root,
  env,
  stdio: ["ignore", "ignore", "inherit"],
});

const rows = readFileSync(rowsFile, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line))
  .sort((a, b) => (a.load < b.load ? -1 : 1));
rmSync(folder, { recursive: true, force: true });
const table = tableOf(rows);
process.stdout.write(`${table}\n`);
if (chosen.length === 0) writeFileSync(join(root, "docs", "check-long.md"), documentOf(table));
const failed = rows.filter(({ passed }) => !passed).length;
process.stdout.write(`${rows.length - failed} passed, ${failed} failed\n`);
process.exitCode = status === 0 && failed === 0 && rows.length > 0 ? 0 : 1;

function tableOf(rows) {
  const cell = (text) => String(text).replaceAll("|", "\\|");
  const lines = rows.map(({ load, times, result, passes, passed, seconds }) =>
    [load, times, result, passes, passed ? "yes" : "**no**", seconds].map(cell).join(" | "),
  );
  const head = ["load", "times", "result", "passes when", "passed", "seconds"];
  return [head.join(" | "), head.map(() => "---").join("|"), ...lines]
    .map((line) => `| ${line} |`)
    .join("\n");
}

function documentOf(table) {
  const cores = availableParallelism();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `# What it bears

Written by \`npm run check:long\`: the last whole run, on ${cores} cores, ${memory} GB, Node ${process.versions.node}, ${process.platform}. Each row is a test that really does it, on a server, port and folder of its own; \`npm run check\` does the same a few times.

${table}
`;
}
