// A Chromium for the browser tests: CHROME_PATH, then the usual places, then one that is installed now.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, say, tool } from "./prepare.mjs";

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a browser, or undefined where none could be found or installed. */
export function findBrowser() {
  return known() ?? fromDebian() ?? fromPlaywright();
}

function known() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return chosen;
  return [...USUAL, playwrightPath()].find((path) => path && existsSync(path));
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  say("installing Chromium from the distribution, for the browser tests");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", 2] });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
  return known();
}

function fromPlaywright() {
  say("downloading Chromium with Playwright, for the browser tests");
  spawnSync(process.execPath, [tool("playwright-core", "cli.js"), "install", "chromium"], {
    stdio: ["ignore", 2, 2],
  });
  return known();
}

function playwrightPath() {
  try {
    return createRequire(join(root, "tests", "package.json"))("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}
