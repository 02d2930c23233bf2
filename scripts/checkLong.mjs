// `npm run check:long [-- path …]`: the long tests, one after the other, each with a row of what was done, how often,
// what was measured and what passes. The last row of each load is kept in docs/check-long.md; a run of all forgets the loads
// that are no more. How to add one stands in CONTRIBUTING; what is in a row, in tests/load.ts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const document = join(root, "docs", "check-long.md");
const rows = readFileSync(rowsFile, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${tableOf(rows.map(cellsOf))}\n`);
const kept = new Map(chosen.length === 0 ? [] : rowsKept().map((cells) => [cells[0], cells]));
for (const row of rows) kept.set(row.load, cellsOf(row));
writeFileSync(document, documentOf([...kept.values()].sort(([a], [b]) => (a < b ? -1 : 1))));
const failed = rows.filter(({ passed }) => !passed).length;
process.stdout.write(`${rows.length - failed} passed, ${failed} failed\n`);
process.exitCode = status === 0 && failed === 0 && rows.length > 0 ? 0 : 1;

function cellsOf({ load, times, result, passes, passed, seconds }) {
  const day = new Date().toISOString().slice(0, 10);
  return [load, times, result, passes, passed ? "yes" : "**no**", seconds, day].map((cell) =>
    String(cell).replaceAll("|", "/"),
  );
}

function tableOf(rows) {
  const head = ["load", "times", "result", "passes when", "passed", "seconds", "day"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function rowsKept() {
  if (!existsSync(document)) return [];
  const lines = readFileSync(document, "utf8").split("\n");
  const table = lines.filter((line) => line.startsWith("| ")).slice(2);
  return table.map((line) => line.slice(2, -2).split(" | "));
}

function documentOf(rows) {
  const cores = availableParallelism();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `# What it bears

Written by \`npm run check:long\`: the last result of each load, on ${cores} cores, ${memory} GB, Node ${process.versions.node}, ${process.platform}. Each row is a test that really does it, on a server, port and folder of its own; \`npm run check\` does the same a few times.

${tableOf(rows)}
`;
}
