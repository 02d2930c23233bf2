// `npm test [-- path …]`: installs, builds, finds a browser, runs every test, ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildServer, buildWeb, checkNode, install, root, say, tool } from "./prepare.mjs";

checkNode();
install();
buildServer();
buildWeb();

const chosen = process.argv.slice(2);
const env = { ...process.env, TZ: "UTC" };
if (chosen.length === 0 || chosen.some((argument) => argument.includes("browser"))) {
  const { findBrowser } = await import("./findBrowser.mjs");
  const browser = findBrowser();
  if (browser) env.CHROME_PATH = browser;
  else say("no browser was found: set CHROME_PATH to a Chromium; the browser tests will fail");
}

const folder = mkdtempSync(join(tmpdir(), "afterglow-result-"));
const report = join(folder, "result.json");
const jest = [tool("jest", "bin/jest.js"), "--config", "tests/jest.config.mjs", "--ci"];
const { status } = spawnSync(process.execPath, [...jest, "--json", `--outputFile=${report}`, ...chosen], {
  cwd: root,
  env,
  // Jest tells its progress on the error stream; its JSON would drown it.
  stdio: ["ignore", "ignore", "inherit"],
});

const { passed, failed } = readCounts();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** A test file that could not even be run counts as one failure. */
function readCounts() {
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
